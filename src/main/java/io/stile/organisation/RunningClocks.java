package io.stile.organisation;

import io.stile.sla.WorkingCalendar;

/** Knows the clocks that run, for whoever wants to change the calendar in which they count. One module implements it. */
public interface RunningClocks {

  /**
   * What a change of a calendar would mean.
   *
   * @param all how many clocks of open work count in it
   * @param moved how many of them would run out at another instant, were they started now with the changed calendar
   */
  record Effect(int all, int moved) {}

  /**
   * Nothing is changed by asking. Instants that were computed and stored stay as they are whatever the calendar becomes.
   *
   * @param calendar key of the calendar
   * @param changed what it would become
   */
  Effect effect(String calendar, WorkingCalendar changed);
}
