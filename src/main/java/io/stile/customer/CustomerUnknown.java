package io.stile.customer;

/** No customer has this id. */
public class CustomerUnknown extends RuntimeException {

  private final long customer;

  CustomerUnknown(long customer) {
    super("no customer has the id %d".formatted(customer));
    this.customer = customer;
  }

  /** The id that was looked for. */
  public long customer() {
    return customer;
  }
}
