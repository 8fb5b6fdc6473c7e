package io.stile.request;

import io.stile.web.Refused;

/** Something was asked of a request that its state or the asker's role does not allow; the message says why. */
public class RequestRefused extends Refused {

  public RequestRefused(Kind kind, String message) {
    this(kind, message, null);
  }

  private RequestRefused(Kind kind, String message, String field) {
    super(kind, message, field);
  }

  /**
   * A value cannot be accepted.
   *
   * @param field    what the value is called where it was entered
   * @param expected what was expected, as a sentence for the person who entered it
   */
  public static RequestRefused invalid(String field, String expected) {
    return new RequestRefused(Kind.INVALID, expected, field);
  }
}
