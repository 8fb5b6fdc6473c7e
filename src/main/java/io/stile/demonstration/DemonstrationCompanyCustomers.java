package io.stile.demonstration;

import io.stile.customer.Contract;
import io.stile.customer.Customer;
import io.stile.customer.Customers;
import io.stile.customer.DeviceClass;
import io.stile.customer.NewCustomer;
import io.stile.customer.Tier;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The customers of the demonstration company: first those that texts and tests rely on, then many invented ones. */
@Component
@Profile("!prod")
class DemonstrationCompanyCustomers {

  private static final int ALL = 300;
  private static final String CURRENCY = "EUR";
  private static final String UNKNOWN = "?";

  private final Customers customers;

  DemonstrationCompanyCustomers(Customers customers) {
    this.customers = customers;
  }

  void load(Instant at) {
    LocalDate today = at.atZone(ZoneId.of("Europe/Berlin")).toLocalDate();
    List<List<String>> known = DemonstrationFile.rows("customers.csv");
    known.forEach(row -> load(row, today));
    InventedCustomers invented = new InventedCustomers(today);
    for (int number = known.size(); number < ALL; number++) {
      Customer customer = customers.add(invented.customer());
      invented.contracts(customer.id()).forEach(customers::add);
    }
  }

  private void load(List<String> row, LocalDate today) {
    Customer customer = customers.add(new NewCustomer(row.get(0), row.get(1), row.get(2), Tier.valueOf(row.get(3))));
    row.stream().skip(4).filter(contract -> !contract.isEmpty())
        .forEach(contract -> customers.add(contract(customer.id(), contract.split(" "), today)));
  }

  private static Contract contract(long customer, String[] parts, LocalDate today) {
    return new Contract(parts[0], customer, since(parts[1], today),
        parts[2].equals(UNKNOWN) ? null : Long.valueOf(parts[2]), CURRENCY,
        parts[3].equals(UNKNOWN) ? null : DeviceClass.valueOf(parts[3]), null);
  }

  private static LocalDate since(String text, LocalDate today) {
    if (text.equals(UNKNOWN)) {
      return null;
    }
    return text.startsWith("-P") ? today.plus(Period.parse(text)) : LocalDate.parse(text);
  }
}
