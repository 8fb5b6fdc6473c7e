package io.stile.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The decision tables that were published: to be read, and to be asked where the platform has a question itself. */
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

  /** The newest version of every table, by name. */
  List<DecisionTable> all();

  /** The newest version of a table, empty if none was published. */
  Optional<DecisionTable> table(String decision);
}
