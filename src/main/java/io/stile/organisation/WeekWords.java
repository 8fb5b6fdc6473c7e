package io.stile.organisation;

import io.stile.sla.OpenSpan;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The hours of a week in words: {@code Mon 08:00-12:00 13:00-17:00, Tue 08:00-12:00}. */
final class WeekWords {

  private WeekWords() {}

  /** Null for a week without hours. */
  static String of(Map<DayOfWeek, List<OpenSpan>> week) {
    String words = Arrays.stream(DayOfWeek.values()).filter(day -> !week.getOrDefault(day, List.of()).isEmpty())
        .map(day -> day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH) + " "
            + week.get(day).stream().map(OpenSpan::toString).sorted().collect(Collectors.joining(" ")))
        .collect(Collectors.joining(", "));
    return words.isEmpty() ? null : words;
  }
}
