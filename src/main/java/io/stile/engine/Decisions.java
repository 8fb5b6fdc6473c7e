package io.stile.engine;

import java.util.Map;

/** Asks the decision tables that were published, for questions that the platform has itself. */
public interface Decisions {

  /**
   * What the newest version of a table decides.
   *
   * @param decision id of the table
   * @param names    what its inputs read: text, Long, Boolean; a name that is missing counts as null
   * @return the one result of the rule that fits; null if none fits
   * @throws IllegalArgumentException if no such table was published
   */
  Object evaluate(String decision, Map<String, ?> names);
}
