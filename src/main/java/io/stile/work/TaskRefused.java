package io.stile.work;

/** Something was asked of a task that its state or the asker's role does not allow; the message says what happened. */
public class TaskRefused extends RuntimeException {

  private final Kind kind;
  private final String field;

  /** Why it was refused. */
  public enum Kind {
    /** There is no such task. */
    UNKNOWN,
    /** The one who asked may not. */
    FORBIDDEN,
    /** Somebody else did something with it meanwhile. */
    CONFLICT,
    /** A value is missing or wrong. */
    INVALID
  }

  public TaskRefused(Kind kind, String message) {
    this(kind, message, null);
  }

  private TaskRefused(Kind kind, String message, String field) {
    super(message);
    this.kind = kind;
    this.field = field;
  }

  /** A value cannot be accepted; {@code expected} says in a sentence what could be. */
  static TaskRefused invalid(String field, String expected) {
    return new TaskRefused(Kind.INVALID, expected, field);
  }

  /** The name of the value that was not accepted, or null if it is not about one value. */
  public String field() {
    return field;
  }

  public Kind kind() {
    return kind;
  }
}
