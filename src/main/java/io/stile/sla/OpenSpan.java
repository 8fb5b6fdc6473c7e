package io.stile.sla;

import java.time.LocalTime;

/**
 * A piece of a day in which a department works, in the local time of its calendar.
 *
 * <p>{@code until} 00:00 means the end of the day, 24:00. A department that works around the clock is open {@link #ALL_DAY}; entered as 00:00 to
 * 23:59 it is closed for one minute each night, and every target that runs over midnight is a minute late. A span ends at midnight at the latest:
 * work that goes on after midnight is a second span, on the next day.
 *
 * @param from first instant that belongs to the span, inclusive
 * @param until first instant that no longer belongs to it, exclusive; 00:00 stands for 24:00
 */
public record OpenSpan(LocalTime from, LocalTime until) {

  /** From 00:00 until 24:00. */
  public static final OpenSpan ALL_DAY = new OpenSpan(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

  /**
   * @throws IllegalArgumentException if the span ends before it begins, or is empty
   */
  public OpenSpan {
    Require.given(from, "from");
    Require.given(until, "until");
    if (!endsAtMidnight(until) && !from.isBefore(until)) {
      throw new IllegalArgumentException("A span must end after it begins, but this one is " + from + " to " + until
          + " (00:00 as its end means 24:00; work after midnight is a span of the next day)");
    }
  }

  /** Whether this span goes on until 24:00. */
  public boolean endsAtMidnight() {
    return endsAtMidnight(until);
  }

  /** Whether some time of the day belongs to both; spans that only touch do not overlap. */
  boolean overlaps(OpenSpan other) {
    return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
  }

  private boolean startsBeforeEndOf(OpenSpan other) {
    return other.endsAtMidnight() || from.isBefore(other.until);
  }

  private static boolean endsAtMidnight(LocalTime until) {
    return until.equals(LocalTime.MIDNIGHT);
  }

  /** For example {@code 08:00-24:00}. */
  @Override
  public String toString() {
    return from + "-" + (endsAtMidnight() ? "24:00" : until.toString());
  }
}
