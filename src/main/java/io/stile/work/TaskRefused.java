package io.stile.work;

import io.stile.web.Refused;

/** Something was asked of a task that its state or the asker's role does not allow; the message says what happened. */
public class TaskRefused extends Refused {

  public TaskRefused(Kind kind, String message) {
    this(kind, message, null);
  }

  private TaskRefused(Kind kind, String message, String field) {
    super(kind, message, field);
  }

  /** A value cannot be accepted; {@code expected} says in a sentence what could be. */
  static TaskRefused invalid(String field, String expected) {
    return new TaskRefused(Kind.INVALID, expected, field);
  }
}
