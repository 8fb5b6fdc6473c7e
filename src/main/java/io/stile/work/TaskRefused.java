package io.stile.work;

/** Something was asked of a task that its state or the asker's role does not allow; the message says what happened. */
public class TaskRefused extends RuntimeException {

  private final Kind kind;

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
    super(message);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
