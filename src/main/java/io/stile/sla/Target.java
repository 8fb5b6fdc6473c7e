package io.stile.sla;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;

/**
 * How long something may take: an amount of open time ({@link OpenHours}) or a number of business days ({@link BusinessDays}).
 *
 * <p>These are two units. Neither is ever converted into the other: {@code PT24H} on a calendar that is open eight hours a day takes three days,
 * {@code P1D} takes one.
 */
public sealed interface Target permits OpenHours, BusinessDays {

  /**
   * Reads a target: {@code PT4H}, {@code PT1H30M}, {@code P2D}, {@code P2D by end of day}. {@link #toString()} writes the same again.
   *
   * @throws IllegalArgumentException if the text is none of these, mixes days with hours, or is zero, negative or longer than ten years
   */
  static Target parse(String text) {
    Require.text(text, "target");
    Matcher days = BusinessDays.TEXT.matcher(text);
    if (days.matches()) {
      return new BusinessDays(Integer.parseInt(days.group(1)), days.group(2) != null);
    }
    if (!text.startsWith("PT")) {
      throw unreadable(text, null);
    }
    return new OpenHours(duration(text));
  }

  private static Duration duration(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw unreadable(text, e);
    }
  }

  private static IllegalArgumentException unreadable(String text, Exception cause) {
    return new IllegalArgumentException("A target is open hours such as PT4H or business days such as P2D or 'P2D "
        + BusinessDays.BY_END_OF_DAY + "', not '" + text + "'", cause);
  }
}
