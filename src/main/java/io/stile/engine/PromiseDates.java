package io.stile.engine;

import java.time.Instant;

/** Says until when a promise holds, for the process that watches it. Implemented by whoever keeps the promises. */
public interface PromiseDates {

  /**
   * The instant at which the promise runs out.
   *
   * @param promise id of the promise
   * @throws IllegalArgumentException if there is no such promise
   */
  Instant dueOf(String promise);
}
