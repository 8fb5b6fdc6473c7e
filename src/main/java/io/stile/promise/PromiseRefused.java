package io.stile.promise;

import io.stile.web.Refused;

/** Something was asked of a promise that cannot be; the message names the value and what was expected. */
public class PromiseRefused extends Refused {

  PromiseRefused(Kind kind, String message) {
    this(kind, null, message);
  }

  private PromiseRefused(Kind kind, String field, String message) {
    super(kind, message, field);
  }

  /**
   * A value cannot be accepted.
   *
   * @param field what the value is called where it was entered
   */
  static PromiseRefused invalid(String field, String message) {
    return new PromiseRefused(Kind.INVALID, field, message);
  }
}
