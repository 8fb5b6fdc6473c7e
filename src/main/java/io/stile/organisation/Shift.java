package io.stile.organisation;

import io.stile.sla.OpenSpan;
import io.stile.sla.WorkingCalendar;
import io.stile.sla.WorkingCalendarBuilder;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * When an employee is on duty, the same each week; in his own zone. He is on duty for a department while the shift and the department's opening
 * hours both say so.
 *
 * @param id null for one that has not been entered yet
 * @param from first day
 * @param until first day on which it no longer holds, after {@code from}; null until further notice
 * @param week when he is on duty on each day of the week; a day that is missing is off
 */
public record Shift(Long id, String employee, LocalDate from, LocalDate until, Map<DayOfWeek, List<OpenSpan>> week) {

  public Shift {
    week = Map.copyOf(week);
  }

  boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && (until == null || day.isBefore(until));
  }

  /**
   * His hours as a calendar, which counts nobody's targets but knows all about days and clocks that change.
   *
   * @throws IllegalArgumentException if spans of a day overlap, or no day has any
   */
  WorkingCalendar hours(ZoneId zone) {
    WorkingCalendarBuilder hours = WorkingCalendar.named("Shift of " + employee, zone);
    week.forEach((day, spans) -> hours.open(day, spans.toArray(OpenSpan[]::new)));
    return hours.build();
  }

  /** When he goes off duty, seen from an instant at which he is on duty; null if he is not, or never does. */
  Instant ends(Instant at, ZoneId zone) {
    Instant off = hours(zone).closesNext(at).orElse(null);
    Instant last = until == null ? null : until.atStartOfDay(zone).toInstant();
    return off == null || last != null && last.isBefore(off) ? last : off;
  }
}
