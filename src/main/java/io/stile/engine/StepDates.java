package io.stile.engine;

import java.time.Instant;
import java.util.Optional;

/**
 * Says when a step is due. The engine asks once, when the step begins; the answer becomes task date, clock and timer
 * alike. Implemented by whoever keeps the calendars.
 */
public interface StepDates {

  /**
   * When a step is due and when its worker is to be warned.
   *
   * @param from   when its target began to count
   * @param due    the instant at which its target has run out
   * @param warnAt not after {@code due}
   */
  record Dates(Instant from, Instant due, Instant warnAt) {}

  /** The dates of a step that begins, empty if its model gives it no target. */
  Optional<Dates> datesOf(StepContext context);
}
