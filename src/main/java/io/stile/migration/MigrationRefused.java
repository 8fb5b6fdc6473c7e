package io.stile.migration;

import io.stile.web.Refused;

/** A migration cannot be planned, started, paused or gone on with as was asked; the message says why. */
public class MigrationRefused extends Refused {

  private MigrationRefused(Kind kind, String field, String message) {
    super(kind, message, field);
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
}
