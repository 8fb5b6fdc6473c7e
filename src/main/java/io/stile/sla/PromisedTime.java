package io.stile.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The time that is told to a customer. */
public final class PromisedTime {

  private static final long QUARTER_HOUR_SECONDS = 15 * 60;

  private PromisedTime() {}

  /**
   * Rounds up to the next quarter of an hour on the wall clock of the zone; an instant that is one already stays. Done once, when the promise is
   * given: that instant then is promise, clock and timer.
   *
   * @return at {@code at} or less than fifteen minutes after it
   */
  public static Instant roundUpToQuarterHour(Instant at, ZoneId zone) {
    ZonedDateTime local = Require.given(at, "at").atZone(Require.given(zone, "zone"));
    Duration past = Duration.ofSeconds(local.toLocalTime().toSecondOfDay() % QUARTER_HOUR_SECONDS, local.getNano());
    return past.isZero() ? at : at.plusSeconds(QUARTER_HOUR_SECONDS).minus(past);
  }
}
