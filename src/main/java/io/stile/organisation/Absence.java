package io.stile.organisation;

import java.time.Instant;

/**
 * A time in which an employee does not work although his department does.
 *
 * @param employee sign-in name
 * @param from inclusive
 * @param until exclusive, after {@code from}
 */
public record Absence(String employee, Instant from, Instant until, Kind kind) {

  public enum Kind { VACATION, SICK, TRAINING, OTHER }

  public Absence {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("absence of %s: expected an end after %s, not %s".formatted(employee, from, until));
    }
  }

  public boolean covers(Instant at) {
    return !at.isBefore(from) && at.isBefore(until);
  }
}
