package io.stile.work;

/** Whom a task can wait for. */
public enum WaitsFor {
  /** The customer of the request; it goes on by itself when he writes or calls. */
  CUSTOMER("the customer"),
  /** Somebody outside the company who is not the customer: a supplier, a carrier, another operator. */
  THIRD_PARTY("a third party");

  private final String label;

  WaitsFor(String label) {
    this.label = label;
  }

  /** "the customer", as it stands behind "waiting for". */
  public String label() {
    return label;
  }
}
