package io.stile.organisation.web;

import io.stile.organisation.OrganisationRefused;
import io.stile.sla.OpenSpan;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A week as somebody typed it: a text for each day, by its name in capitals, with the spans of that day.
 *
 * @param week for example {@code 08:00-12:00, 13:00-17:00}; empty for a day that is closed
 */
record WeekForm(Map<DayOfWeek, String> week) {

  /** The name of a day, and what to call its field. */
  record Day(DayOfWeek day, String name, String field) {}

  static final List<Day> DAYS = Arrays.stream(DayOfWeek.values())
      .map(day -> new Day(day, day.getDisplayName(TextStyle.FULL, Locale.ENGLISH), field(day))).toList();

  static final WeekForm EMPTY = new WeekForm(Map.of());

  static WeekForm of(Map<DayOfWeek, List<OpenSpan>> week) {
    return new WeekForm(week.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, day -> SpanText.of(day.getValue()))));
  }

  /** @param sent the parameters of the request */
  static WeekForm sent(Map<String, String> sent) {
    return new WeekForm(DAYS.stream().collect(Collectors.toMap(Day::day, day -> sent.getOrDefault(day.field(), "").strip())));
  }

  /** The days of the week, for the form. */
  public List<Day> days() {
    return DAYS;
  }

  public String of(DayOfWeek day) {
    return week.getOrDefault(day, "");
  }

  /** @throws OrganisationRefused if a text cannot be read; it names the day and the piece */
  Map<DayOfWeek, List<OpenSpan>> read() {
    Map<DayOfWeek, List<OpenSpan>> read = new EnumMap<>(DayOfWeek.class);
    for (Day day : DAYS) {
      List<OpenSpan> spans = SpanText.read(day.field(), of(day.day()));
      if (!spans.isEmpty()) {
        read.put(day.day(), spans);
      }
    }
    return read;
  }

  private static String field(DayOfWeek day) {
    return day.name().toLowerCase(Locale.ROOT);
  }
}
