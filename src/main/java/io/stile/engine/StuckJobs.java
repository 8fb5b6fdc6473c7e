package io.stile.engine;

import java.util.List;
import java.util.Optional;

/** What the engine has given up, and having it tried again. */
public interface StuckJobs {

  /** How many there are. */
  int count();

  /**
   * Those that were to be tried the longest ago first.
   *
   * @param limit at most so many
   */
  List<StuckJob> list(int limit);

  /** One of them; empty if it is not stuck, any more or at all. */
  Optional<StuckJob> byId(String id);

  /** Where the last try failed, for a programmer; empty if it is not known. */
  Optional<String> trace(String id);

  /**
   * Has it tried again soon, and as often as at first.
   *
   * @return whether it was stuck
   */
  boolean tryAgain(String id);
}
