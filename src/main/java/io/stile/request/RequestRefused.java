package io.stile.request;

/** Something was asked of a request that its state or the asker's role does not allow; the message says why. */
public class RequestRefused extends RuntimeException {

  private final Kind kind;
  private final String field;

  /** Why it was refused. */
  public enum Kind {
    /** There is no such thing. */
    UNKNOWN,
    /** The one who asked may not. */
    FORBIDDEN,
    /** It does not fit what happened meanwhile. */
    CONFLICT,
    /** A value is missing or wrong. */
    INVALID
  }

  public RequestRefused(Kind kind, String message) {
    this(kind, message, null);
  }

  private RequestRefused(Kind kind, String message, String field) {
    super(message);
    this.kind = kind;
    this.field = field;
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

  public Kind kind() {
    return kind;
  }

  /** The name of the value that was not accepted, or null if it is not about one value. */
  public String field() {
    return field;
  }
}
