package io.stile.sla;

import java.util.regex.Pattern;

/**
 * A target in business days: it keeps the time of day and steps over days that are not worked.
 *
 * <p>A business day is a date, in the zone of the calendar, on which the calendar is open at all, however short. A start outside open time moves
 * to the next opening first, and a result outside open time moves to the next opening too.
 *
 * @param days at least 1, at most 3652 (ten years)
 * @param byEndOfDay whether the target runs out only when the last of these days ends, at its last closing
 */
public record BusinessDays(int days, boolean byEndOfDay) implements Target {

  static final String BY_END_OF_DAY = "by end of day";

  /** At most nine digits, so that the number always fits into an int. */
  static final Pattern TEXT = Pattern.compile("P(-?\\d{1,9})D(?: (" + BY_END_OF_DAY + "))?");

  private static final int LONGEST = 3652;

  /**
   * @throws IllegalArgumentException if the number of days is zero, negative or more than ten years
   */
  public BusinessDays {
    if (days < 1 || days > LONGEST) {
      throw new IllegalArgumentException("A target must be 1 to " + LONGEST + " business days, but is " + days);
    }
  }

  /** Business days that keep the time of day. */
  public BusinessDays(int days) {
    this(days, false);
  }

  /** The ISO text, {@code P2D}; with the option {@code P2D by end of day}, for which ISO 8601 has no notation. */
  @Override
  public String toString() {
    return "P" + days + "D" + (byEndOfDay ? " " + BY_END_OF_DAY : "");
  }
}
