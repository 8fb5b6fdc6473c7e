package io.stile.consult;

import io.stile.web.Refused;

/** Something was asked of a question that its state, the asker's role or a value does not allow; the message says why. */
public class ConsultRefused extends Refused {

  ConsultRefused(Kind kind, String message) {
    this(kind, message, null);
  }

  private ConsultRefused(Kind kind, String message, String field) {
    super(kind, message, field);
  }

  /** A value cannot be accepted; {@code expected} says to the person who entered it what was expected. */
  static ConsultRefused invalid(String field, String expected) {
    return new ConsultRefused(Kind.INVALID, expected, field);
  }
}
