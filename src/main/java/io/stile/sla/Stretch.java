package io.stile.sla;

import java.time.Duration;
import java.time.Instant;

/**
 * The time between two facts of a clock, in which it counts on one calendar or stands still.
 *
 * @param until {@link Instant#MAX} for the last one, which goes on
 * @param does      what the clock does meanwhile
 * @param standsFor why the clock stands still; empty while it counts
 */
record Stretch(Instant from, Instant until, WorkingCalendar calendar, ClockState does, String standsFor) {

  boolean counts() {
    return does == ClockState.RUNNING;
  }

  boolean isPause() {
    return does == ClockState.PAUSED;
  }

  boolean isEndless() {
    return until.equals(Instant.MAX);
  }

  Stretch endingAt(Instant end) {
    return new Stretch(from, end, calendar, does, standsFor);
  }

  /** The part before an instant, in open time. */
  Duration openTimeBefore(Instant end) {
    return calendar.openTime(from, until.isBefore(end) ? until : end);
  }
}
