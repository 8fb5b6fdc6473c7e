package io.stile.customer;

import java.util.Currency;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What a customer and a contract must look like before they are kept. */
@Component
class CustomerCheck {

  static final int LONGEST_NAME = 200;
  private static final int LONGEST_EMAIL = 254;
  private static final Pattern EMAIL = Pattern.compile("[^\\s@\"<>(),;:\\\\\\[\\]]+@[^\\s@\"<>(),;:\\\\\\[\\]]+");
  private static final Pattern CONTRACT_NUMBER = Pattern.compile("[A-Z]{1,3}-[0-9]{4,12}");
  /** Line breaks and other controls, and a surrogate without its other half, which cannot be stored. */
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]");

  private final PhoneNumbers phones;

  CustomerCheck(PhoneNumbers phones) {
    this.phones = phones;
  }

  NewCustomer checked(NewCustomer typed) {
    return new NewCustomer(name(typed.name()), phone("phone", typed.phone()), email(typed.email()),
        typed.tier() == null ? Tier.STANDARD : typed.tier());
  }

  Contract checked(Contract typed) {
    if (typed.number() == null || !CONTRACT_NUMBER.matcher(typed.number()).matches()) {
      throw new InvalidCustomer("number", typed.number(), "one to three capital letters, a hyphen, four to twelve digits");
    }
    return new Contract(typed.number(), typed.customer(), typed.since(), typed.openBalanceCents(), currency(typed.currency()),
        typed.deviceClass(), phone("phoneNumber", typed.phoneNumber()));
  }

  private static String name(String typed) {
    String name = blankToNull(typed);
    if (name == null || name.length() > LONGEST_NAME || CONTROL.matcher(name).find()) {
      throw new InvalidCustomer("name", typed, "a name of 1 to %d characters on one line".formatted(LONGEST_NAME));
    }
    return name;
  }

  private String phone(String field, String typed) {
    if (blankToNull(typed) == null) {
      return null;
    }
    return phones.e164(typed).orElseThrow(() -> new InvalidCustomer(field, typed,
        "a phone number such as +49 30 12345 or 030/12345, or nothing"));
  }

  /** Plausible, not proven: only a mail that arrives proves an address. */
  private static String email(String typed) {
    String email = blankToNull(typed);
    if (email != null && (email.length() > LONGEST_EMAIL || CONTROL.matcher(email).find() || !EMAIL.matcher(email).matches())) {
      throw new InvalidCustomer("email", typed, "an e-mail address such as ada@example.org, or nothing");
    }
    return email;
  }

  private static String currency(String typed) {
    try {
      return Currency.getInstance(typed).getCurrencyCode();
    } catch (IllegalArgumentException | NullPointerException unknown) {
      throw new InvalidCustomer("currency", typed, "a currency of ISO 4217, for example EUR");
    }
  }

  private static String blankToNull(String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }
}
