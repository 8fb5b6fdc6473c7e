package io.stile.consult;

/** Something was asked of a question that its state, the asker's role or a value does not allow; the message says why. */
public class ConsultRefused extends RuntimeException {

  private final Kind kind;
  private final String field;

  /** Why it was refused. */
  public enum Kind {
    /** There is no such question, request or task. */
    UNKNOWN,
    /** The one who asked may not. */
    FORBIDDEN,
    /** It does not fit what happened meanwhile. */
    CONFLICT,
    /** A value is missing or wrong. */
    INVALID
  }

  ConsultRefused(Kind kind, String message) {
    this(kind, message, null);
  }

  private ConsultRefused(Kind kind, String message, String field) {
    super(message);
    this.kind = kind;
    this.field = field;
  }

  /** A value cannot be accepted; {@code expected} says to the person who entered it what was expected. */
  static ConsultRefused invalid(String field, String expected) {
    return new ConsultRefused(Kind.INVALID, expected, field);
  }

  public Kind kind() {
    return kind;
  }

  /** The name of the value that was not accepted, or null if it is not about one value. */
  public String field() {
    return field;
  }
}
