package io.stile.request;

import io.stile.organisation.RunningClocks;
import io.stile.sla.WorkingCalendar;
import java.util.List;
import org.springframework.stereotype.Component;

/** Compares when running clocks run out now with when they would in a changed calendar. */
@Component
class ClocksOfCalendar implements RunningClocks {

  private final Clocks clocks;

  ClocksOfCalendar(Clocks clocks) {
    this.clocks = clocks;
  }

  @Override
  public Effect effect(String calendar, WorkingCalendar changed) {
    List<Clocks.Compared> compared = clocks.compared(calendar, changed);
    long moved = compared.stream().filter(clock -> !clock.now().runsOut().equals(clock.then().runsOut())).count();
    return new Effect(compared.size(), Math.toIntExact(moved));
  }
}
