package io.stile.organisation.web;

import io.stile.organisation.OrganisationRefused;
import io.stile.organisation.Shift;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;

/**
 * A shift as somebody typed it.
 *
 * @param from first day
 * @param last last day; empty until further notice
 */
record ShiftForm(String from, String last, WeekForm week) {

  static ShiftForm empty(LocalDate today) {
    return new ShiftForm(today.toString(), "", WeekForm.EMPTY);
  }

  /** @param sent the parameters of the request */
  static ShiftForm sent(Map<String, String> sent) {
    return new ShiftForm(sent.getOrDefault("from", ""), sent.getOrDefault("last", ""), WeekForm.sent(sent));
  }

  /** @throws OrganisationRefused if a value cannot be read; it names the value */
  Shift shift(String employee) {
    LocalDate last = last().isBlank() ? null : day("last", last());
    return new Shift(null, employee, day("from", from()), last == null ? null : last.plusDays(1), week.read());
  }

  static LocalDate day(String field, String typed) {
    try {
      return LocalDate.parse(typed.strip());
    } catch (DateTimeParseException unreadable) {
      throw OrganisationRefused.invalid(field, "'%s' is no day; expected one such as 2026-03-01.".formatted(typed));
    }
  }
}
