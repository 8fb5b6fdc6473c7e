package io.stile.migration;

/** A migration cannot be planned, started, paused or gone on with as was asked; the message says why. */
public class MigrationRefused extends RuntimeException {

  /** What is wrong with it. */
  public enum Kind {
    /** There is no such type, version or migration. */
    UNKNOWN,
    /** Something else goes on, or has happened meanwhile. */
    CONFLICT,
    /** A value cannot be meant. */
    INVALID
  }

  private final Kind kind;
  private final String field;

  private MigrationRefused(Kind kind, String field, String message) {
    super(message);
    this.kind = kind;
    this.field = field;
  }

  static MigrationRefused unknown(String what) {
    return new MigrationRefused(Kind.UNKNOWN, null, "There is no " + what);
  }

  static MigrationRefused conflict(String message) {
    return new MigrationRefused(Kind.CONFLICT, null, message);
  }

  static MigrationRefused invalid(String field, String message) {
    return new MigrationRefused(Kind.INVALID, field, message);
  }

  public Kind kind() {
    return kind;
  }

  /** Which value is at fault, null if none is. */
  public String field() {
    return field;
  }
}
