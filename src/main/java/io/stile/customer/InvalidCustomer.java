package io.stile.customer;

/** A field of a customer, a contract or an interaction does not hold what it must; names the field, the value and what was expected. */
public class InvalidCustomer extends IllegalArgumentException {

  private final String field;
  private final String value;
  private final String expected;

  InvalidCustomer(String field, String value, String expected) {
    super("%s '%s': expected %s".formatted(field, value, expected));
    this.field = field;
    this.value = value;
    this.expected = expected;
  }

  /** Name of the record component, for example {@code phone}. */
  public String field() {
    return field;
  }

  /** As typed; null if nothing was. */
  public String value() {
    return value;
  }

  /** Ends the sentence "expected …". */
  public String expected() {
    return expected;
  }
}
