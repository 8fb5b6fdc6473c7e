package io.stile.organisation.web;

import io.stile.organisation.Absence;
import io.stile.organisation.OrganisationRefused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/**
 * An absence as somebody typed it.
 *
 * @param from first day
 * @param fromTime when it begins on that day; empty for the beginning of the day
 * @param last last day
 * @param untilTime when it ends on that day; empty for the end of the day
 */
record AbsenceForm(String employee, String from, String fromTime, String last, String untilTime, Absence.Kind kind, String deputy) {

  static final AbsenceForm EMPTY = new AbsenceForm(null, null, null, null, null, null, null);

  AbsenceForm {
    employee = stripped(employee);
    from = stripped(from);
    fromTime = stripped(fromTime);
    last = stripped(last);
    untilTime = stripped(untilTime);
    kind = kind == null ? Absence.Kind.VACATION : kind;
    deputy = stripped(deputy);
  }

  /**
   * @param zone in which the employee works
   * @throws OrganisationRefused if a value cannot be read; it names the value
   */
  Absence absence(ZoneId zone) {
    Instant begins = day("from", from).atTime(fromTime.isEmpty() ? LocalTime.MIDNIGHT : time("fromTime", fromTime)).atZone(zone).toInstant();
    LocalDate end = day("last", last);
    Instant ends = untilTime.isEmpty() ? end.plusDays(1).atStartOfDay(zone).toInstant()
        : end.atTime(time("untilTime", untilTime)).atZone(zone).toInstant();
    if (!begins.isBefore(ends)) {
      throw OrganisationRefused.invalid("last", "The end %s %s lies before the beginning %s %s.".formatted(last, untilTime, from, fromTime));
    }
    return new Absence(null, employee, begins, ends, kind, deputy.isEmpty() ? null : deputy);
  }

  private static LocalDate day(String field, String typed) {
    return ShiftForm.day(field, typed);
  }

  private static LocalTime time(String field, String typed) {
    try {
      return LocalTime.parse(typed);
    } catch (DateTimeParseException unreadable) {
      throw OrganisationRefused.invalid(field, "'%s' is no time of day; expected one such as 13:00.".formatted(typed));
    }
  }

  private static String stripped(String typed) {
    return typed == null ? "" : typed.strip();
  }
}
