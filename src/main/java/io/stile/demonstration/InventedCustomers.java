package io.stile.demonstration;

import io.stile.customer.Contract;
import io.stile.customer.DeviceClass;
import io.stile.customer.NewCustomer;
import io.stile.customer.Tier;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Invents customers, always the same ones in the same order. Their phone numbers are from the ranges that the regulators of
 * Germany and the United Kingdom keep free for films, their addresses end in example.org and example.com: nobody is called.
 */
final class InventedCustomers {

  private static final long SEED = 20_260_301;
  /** Each followed by three digits. */
  private static final List<String> LANDLINES = List.of("+493023125", "+494066969", "+496990009", "+492214710", "+498999998");
  private static final String MOBILE = "+447700900";

  private final Random random = new Random(SEED);
  private final List<String> firstNames = DemonstrationFile.lines("first-names.txt");
  private final List<String> lastNames = DemonstrationFile.lines("last-names.txt");
  private final LocalDate today;
  private int customers;
  private int contracts;

  InventedCustomers(LocalDate today) {
    this.today = today;
  }

  NewCustomer customer() {
    customers++;
    String first = oneOf(firstNames);
    String last = oneOf(lastNames) + (in(20) ? "-" + oneOf(lastNames) : "");
    String email = in(8) ? null : "%s.%s%d@example.%s".formatted(plain(first), plain(last), customers, random.nextBoolean() ? "org" : "com");
    String phone = LANDLINES.get(customers % LANDLINES.size()) + (200 + customers);
    return new NewCustomer(first + " " + last, phone, email, in(10) ? Tier.GOLD : Tier.STANDARD);
  }

  /** None for one customer in twelve, two for one in six, else one. */
  List<Contract> contracts(long customer) {
    List<Contract> invented = new ArrayList<>();
    int number = in(12) ? 0 : in(6) ? 2 : 1;
    for (int each = 0; each < number; each++) {
      invented.add(contract(customer));
    }
    return invented;
  }

  /** Most are older than a year, owe nothing, and say what they are. */
  private Contract contract(long customer) {
    contracts++;
    boolean unknown = in(25);
    LocalDate since = today.minusDays(in(7) ? 20 + random.nextInt(320) : 400 + random.nextInt(3_000));
    long owed = in(8) ? 500L + random.nextInt(20_000) : 0;
    DeviceClass deviceClass = DeviceClass.values()[random.nextInt(DeviceClass.values().length)];
    return new Contract("C-" + (300_100 + 7 * contracts), customer, unknown ? null : since, unknown ? null : owed, "EUR",
        unknown ? null : deviceClass, MOBILE + "%03d".formatted(contracts));
  }

  private boolean in(int odds) {
    return random.nextInt(odds) == 0;
  }

  private String oneOf(List<String> names) {
    return names.get(random.nextInt(names.size()));
  }

  private static String plain(String name) {
    String letters = name.toLowerCase(Locale.ROOT).replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss")
        .replace('ł', 'l').replace('ø', 'o').replace('ı', 'i');
    return Normalizer.normalize(letters, Normalizer.Form.NFD).replaceAll("[^a-z-]", "");
  }
}
