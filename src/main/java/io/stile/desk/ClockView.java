package io.stile.desk;

import java.time.Instant;

/**
 * A clock as a page shows it.
 *
 * @param clock name of the clock, as {@link io.stile.request.Clocks} has it
 * @param due   when it runs out
 * @param state {@code ok}, {@code warn} or {@code late} while it runs, {@code wait} while it stands still, {@code done} afterwards
 * @param used  the share of its open time that is used up, 0 to 100, or null if it was not read
 * @param ended what became of it, in words; null while it runs
 */
public record ClockView(String clock, Instant due, String state, Integer used, String ended) {

  /** Whether it still runs. */
  public boolean isRunning() {
    return ended == null;
  }

  /** Whether it has run out, and still runs. */
  public boolean isLate() {
    return state.equals("late");
  }
}
