package io.stile.sla;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** The refusals that several types of this module share; each names what was given and what was expected. */
final class Require {

  /** No target is longer: a longer one is a slip of the keyboard, and walking it would take the server's time. */
  static final int LONGEST_YEARS = 10;

  private static final Duration LONGEST = ChronoUnit.YEARS.getDuration().multipliedBy(LONGEST_YEARS);

  private Require() {}

  static <T> T given(T value, String name) {
    if (value == null) {
      throw new IllegalArgumentException(name + " must be given, but is null");
    }
    return value;
  }

  static String text(String value, String name) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(name + " must be a text that is not blank, but is " + (value == null ? "null" : "'" + value + "'"));
    }
    return value;
  }

  /** An amount of open time that can be counted: zero to ten years. */
  static Duration countable(Duration openTime) {
    given(openTime, "open time");
    if (openTime.isNegative() || openTime.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("Open time must be zero or more and at most " + LONGEST_YEARS + " years, but is " + openTime);
    }
    return openTime;
  }
}
