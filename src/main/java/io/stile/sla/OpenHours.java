package io.stile.sla;

import java.time.Duration;

/**
 * A target in open time: it counts only while the calendar is open.
 *
 * @param duration more than zero, at most ten years, in whole milliseconds
 */
public record OpenHours(Duration duration) implements Target {

  /**
   * @throws IllegalArgumentException if the duration is zero, negative, too long, or finer than a millisecond
   */
  public OpenHours {
    Require.countable(duration);
    if (duration.isZero()) {
      throw new IllegalArgumentException("A target must be longer than zero, but is " + duration);
    }
    if (duration.toNanosPart() % 1_000_000 != 0) {
      throw new IllegalArgumentException("A target counts whole milliseconds, but is " + duration);
    }
  }

  /** The ISO text, hours never turned into days: {@code PT48H}. */
  @Override
  public String toString() {
    return duration.toString();
  }
}
