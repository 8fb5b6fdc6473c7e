package io.stile.engine;

import java.time.Instant;

/** Says until when a task waits, for the process that watches its review date. Implemented by whoever keeps the tasks. */
public interface WaitDates {

  /**
   * The review date of a task that waits.
   *
   * @param task id of the task, as the process was given it
   * @throws IllegalArgumentException if there is no such task, or it does not wait
   */
  Instant waitUntil(String task);
}
