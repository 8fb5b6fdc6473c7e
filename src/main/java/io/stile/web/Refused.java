package io.stile.web;

/**
 * Something was asked of a module that a state, the asker's role or a value does not allow; the message says why, to the person who asked.
 * Each module has a kind of its own, so that its callers can tell whose refusal it is; all of them are told in the same way.
 */
public abstract class Refused extends RuntimeException {

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

  /**
   * @param message a sentence; of a value, what was found and what was expected
   * @param field the name of the value where it was entered, null if it is not about one value
   */
  protected Refused(Kind kind, String message, String field) {
    super(message);
    this.kind = kind;
    this.field = field;
  }

  public Kind kind() {
    return kind;
  }

  /** The name of the value that was not accepted, or null if it is not about one value. */
  public String field() {
    return field;
  }
}
