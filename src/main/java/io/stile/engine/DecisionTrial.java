package io.stile.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tries decision tables out that were not published: a draft's, before anybody relies on it. */
public interface DecisionTrial {

  /**
   * What a table decides.
   *
   * @param result  the one result; null if no rule fits
   * @param rules   ids of the rules that fit, in the order of the table
   */
  record Outcome(Object result, List<String> rules) {

    public Outcome {
      rules = List.copyOf(rules);
    }
  }

  /** What the engine would refuse of a table, in its words; empty if it could be published. It must have been found harmless before. */
  Optional<String> flaw(byte[] table);

  /**
   * Evaluates a table as the engine would, without keeping anything of it. Whatever comes does a bounded amount of work.
   *
   * @param table    the file, as DMN
   * @param decision id of the decision in it
   * @param names    what its inputs read: text, Long, Double, Boolean; a name that is missing counts as null
   * @throws ModelRefused if it cannot be evaluated: no table, an expression that is refused, two rules where one may fit; the message says so
   */
  Outcome evaluate(byte[] table, String decision, Map<String, ?> names);
}
