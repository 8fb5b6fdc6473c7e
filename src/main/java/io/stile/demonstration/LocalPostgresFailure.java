package io.stile.demonstration;

/** Why the local PostgreSQL cannot be used, and what somebody can do about it; told at the start without a stack trace. */
final class LocalPostgresFailure extends RuntimeException {

  private final String action;

  LocalPostgresFailure(String description, String action) {
    this(description, action, null);
  }

  LocalPostgresFailure(String description, String action, Throwable cause) {
    super(description, cause);
    this.action = action;
  }

  /** What somebody can do about it, as an imperative. */
  String action() {
    return action;
  }
}
