package io.stile.draft;

/**
 * What a draft is typed for; what does not belong to its form is null.
 *
 * @param customer id of the customer
 * @param type     key of the request type that is to be opened
 * @param request  number of the request
 * @param task     id of the task
 */
public record DraftOf(Form form, Long customer, String type, String request, Long task) {

  /** The forms whose input is kept. */
  public enum Form {
    /** A request that is to be opened for a customer. */
    REQUEST,
    /** A customer whom nobody knows yet. */
    CUSTOMER,
    /** A contact with a customer, about one of his requests or none. */
    CONTACT,
    /** A note at a request. */
    NOTE,
    /** The form of a task. */
    TASK
  }

  public DraftOf {
    if (form == null) {
      throw new IllegalArgumentException("A draft needs a form");
    }
  }

  /** A new customer. */
  public static DraftOf newCustomer() {
    return new DraftOf(Form.CUSTOMER, null, null, null, null);
  }

  /** A new request of a type. */
  public static DraftOf newRequest(long customer, String type) {
    return new DraftOf(Form.REQUEST, customer, type, null, null);
  }

  /** A contact that is logged with a customer. */
  public static DraftOf contact(long customer) {
    return new DraftOf(Form.CONTACT, customer, null, null, null);
  }

  /** A contact that is logged at a request. */
  public static DraftOf contact(long customer, String request) {
    return new DraftOf(Form.CONTACT, customer, null, request, null);
  }

  /** A note at a request. */
  public static DraftOf note(long customer, String request) {
    return new DraftOf(Form.NOTE, customer, null, request, null);
  }

  /** The form of a task. */
  public static DraftOf task(long customer, String request, long task) {
    return new DraftOf(Form.TASK, customer, null, request, task);
  }
}
