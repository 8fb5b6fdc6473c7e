package io.stile.customer;

/** No customer has this id. */
public class CustomerUnknown extends RuntimeException {

  CustomerUnknown(long customer) {
    super("no customer has the id %d".formatted(customer));
  }
}
