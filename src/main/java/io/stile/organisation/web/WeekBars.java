package io.stile.organisation.web;

import io.stile.sla.OpenSpan;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/**
 * A week to be drawn: for each day its bars, from 0 at midnight to 96 at the next, a quarter of an hour being one.
 *
 * @param days all seven, from Monday on
 */
record WeekBars(List<Day> days) {

  /** How wide a day is drawn. */
  static final int WIDTH = 96;

  private static final double MINUTES = 15;

  /** @param hours in words; empty for closed */
  record Day(String name, String hours, List<Bar> bars) {}

  /** One span of a day. */
  record Bar(double x, double width) {}

  static WeekBars of(Map<DayOfWeek, List<OpenSpan>> week) {
    return new WeekBars(WeekForm.DAYS.stream().map(day -> day(day, week.getOrDefault(day.day(), List.of()))).toList());
  }

  private static Day day(WeekForm.Day day, List<OpenSpan> spans) {
    return new Day(day.name(), SpanText.of(spans), spans.stream().map(WeekBars::bar).toList());
  }

  private static Bar bar(OpenSpan span) {
    double begins = place(span.from());
    return new Bar(begins, (span.endsAtMidnight() ? WIDTH : place(span.until())) - begins);
  }

  private static double place(LocalTime time) {
    return time.toSecondOfDay() / 60.0 / MINUTES;
  }
}
