package io.stile.organisation;

import java.time.Instant;

/**
 * A time in which an employee does not work although his department does.
 *
 * @param id null for one that has not been entered yet
 * @param employee sign-in name
 * @param from inclusive
 * @param until exclusive, after {@code from}
 * @param deputy sign-in name of who stands in for him meanwhile; null for nobody
 */
public record Absence(Long id, String employee, Instant from, Instant until, Kind kind, String deputy) {

  public enum Kind { VACATION, SICK, TRAINING, OTHER }

  public Absence {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("absence of %s: expected an end after %s, not %s".formatted(employee, from, until));
    }
  }

  /** One without a deputy that has not been entered yet. */
  public Absence(String employee, Instant from, Instant until, Kind kind) {
    this(null, employee, from, until, kind, null);
  }

  public boolean covers(Instant at) {
    return !at.isBefore(from) && at.isBefore(until);
  }
}
