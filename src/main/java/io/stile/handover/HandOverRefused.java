package io.stile.handover;

/** Something was asked of a hand-over that its state or the asker's role does not allow; the message says why. */
public class HandOverRefused extends RuntimeException {

  private final Kind kind;
  private final String field;

  /** Why it was refused. */
  public enum Kind {
    /** There is no such hand-over. */
    UNKNOWN,
    /** The one who asked may not. */
    FORBIDDEN,
    /** It does not fit what happened meanwhile. */
    CONFLICT,
    /** A value is missing or wrong. */
    INVALID
  }

  HandOverRefused(Kind kind, String message) {
    this(kind, message, null);
  }

  private HandOverRefused(Kind kind, String message, String field) {
    super(message);
    this.kind = kind;
    this.field = field;
  }

  /** A value cannot be accepted; {@code expected} says in a sentence what could be. */
  static HandOverRefused invalid(String field, String expected) {
    return new HandOverRefused(Kind.INVALID, expected, field);
  }

  public Kind kind() {
    return kind;
  }

  /** The name of the value that was not accepted, or null if it is not about one value. */
  public String field() {
    return field;
  }
}
