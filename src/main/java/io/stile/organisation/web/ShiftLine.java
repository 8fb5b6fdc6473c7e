package io.stile.organisation.web;

import io.stile.organisation.Shift;
import java.time.LocalDate;
import java.util.List;

/**
 * A shift in a list.
 *
 * @param days its weekdays with their hours, in order
 * @param state whether it holds today, holds later, or has ended
 * @param last last day; null until further notice
 */
record ShiftLine(Shift shift, List<Day> days, State state, LocalDate last) {

  enum State { NOW, LATER, ENDED }

  /** One weekday with its hours. */
  record Day(String name, String hours) {}

  static ShiftLine of(Shift shift, LocalDate today) {
    List<Day> days = WeekForm.DAYS.stream().filter(day -> shift.week().containsKey(day.day()))
        .map(day -> new Day(day.name(), SpanText.of(shift.week().get(day.day())))).toList();
    State state = shift.from().isAfter(today) ? State.LATER
        : shift.until() != null && !shift.until().isAfter(today) ? State.ENDED : State.NOW;
    return new ShiftLine(shift, days, state, shift.until() == null ? null : shift.until().minusDays(1));
  }

  public boolean ended() {
    return state == State.ENDED;
  }

  public boolean later() {
    return state == State.LATER;
  }
}
