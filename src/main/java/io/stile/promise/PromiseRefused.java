package io.stile.promise;

/** Something was asked of a promise that cannot be; the message names the value and what was expected. */
public class PromiseRefused extends RuntimeException {

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

  PromiseRefused(Kind kind, String message) {
    this(kind, null, message);
  }

  private PromiseRefused(Kind kind, String field, String message) {
    super(message);
    this.kind = kind;
    this.field = field;
  }

  /**
   * A value cannot be accepted.
   *
   * @param field what the value is called where it was entered
   */
  static PromiseRefused invalid(String field, String message) {
    return new PromiseRefused(Kind.INVALID, field, message);
  }

  public Kind kind() {
    return kind;
  }

  /** The name of the value that was not accepted, or null if it is not about one value. */
  public String field() {
    return field;
  }
}
