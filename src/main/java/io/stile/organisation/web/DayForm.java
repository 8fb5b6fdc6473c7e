package io.stile.organisation.web;

import io.stile.organisation.SpecialDay;

/**
 * A special day as somebody typed it.
 *
 * @param hours spans such as {@code 08:00-12:00}; empty for closed
 */
record DayForm(String day, String dayName, String hours) {

  static final DayForm EMPTY = new DayForm("", "", "");

  DayForm {
    day = day == null ? "" : day.strip();
    dayName = dayName == null ? "" : dayName.strip();
    hours = hours == null ? "" : hours.strip();
  }

  SpecialDay read() {
    return new SpecialDay(ShiftForm.day("day", day), dayName, SpanText.read("hours", hours));
  }
}
