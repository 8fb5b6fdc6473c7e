package io.stile.handover;

import io.stile.web.Refused;

/** Something was asked of a hand-over that its state or the asker's role does not allow; the message says why. */
public class HandOverRefused extends Refused {

  HandOverRefused(Kind kind, String message) {
    this(kind, message, null);
  }

  private HandOverRefused(Kind kind, String message, String field) {
    super(kind, message, field);
  }

  /** A value cannot be accepted; {@code expected} says in a sentence what could be. */
  static HandOverRefused invalid(String field, String expected) {
    return new HandOverRefused(Kind.INVALID, expected, field);
  }
}
