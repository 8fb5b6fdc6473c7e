package io.stile.engine;

import java.time.Instant;
import java.util.Optional;

/**
 * Lets the engine's jobs run when the application's clock is moved, as the demonstration and tests do. The engine reads
 * the same clock as the application.
 */
public interface EngineTime {

  /** When the next alarm or other job is due, empty if nothing waits. May lie in the past. */
  Optional<Instant> nextDue();

  /**
   * Runs every job that is due at this instant or earlier, in order of due date, until none is left.
   *
   * @return how many ran
   */
  int runDue(Instant until);

  /** Runs a change of time while the engine looks for no jobs of its own. */
  void whilePaused(Runnable change);
}
