package io.stile.customer;

/** Somebody else changed the customer after it was read. */
public class CustomerChangedMeanwhile extends RuntimeException {

  CustomerChangedMeanwhile(long customer, int version) {
    super("customer %d has changed since version %d was read; read it again".formatted(customer, version));
  }
}
