package io.stile.organisation;

import io.stile.sla.OpenSpan;
import java.time.LocalDate;
import java.util.List;

/**
 * One day on which a calendar departs from its week and its holidays.
 *
 * @param name why, for example "Stock taking"
 * @param open when it is open on that day; empty means closed
 */
public record SpecialDay(LocalDate day, String name, List<OpenSpan> open) {

  public SpecialDay {
    open = List.copyOf(open);
  }
}
