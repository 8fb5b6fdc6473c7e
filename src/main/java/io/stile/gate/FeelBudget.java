package io.stile.gate;

import io.stile.engine.Feel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads the FEEL expressions of one file, and no more of them than can be read within about a second. The parser tries again what stands in
 * brackets, each time twice as often as one level further out; a character counts accordingly.
 */
final class FeelBudget {

  /** Measured on lists that break off at their end, the worst that was found: at least 30 a millisecond; what people write: more than 100. */
  private static final long MOST = 40_000;
  /** What weighs more is refused before it is parsed, and costs no more than its length. */
  private static final long MOST_OF_ONE = 8_000;
  private static final int DEEPEST = 20;

  private final Feel feel;
  private final Function<String, Optional<String>> rule;
  private final Map<String, Optional<String>> expressions = new HashMap<>();
  private final Map<String, Optional<String>> tests = new HashMap<>();
  private long spent;

  private FeelBudget(Feel feel, Function<String, Optional<String>> rule) {
    this.feel = feel;
    this.rule = rule;
  }

  static FeelBudget ofForm(Feel feel) {
    return new FeelBudget(feel, feel::refusal);
  }

  static FeelBudget ofTable(Feel feel) {
    return new FeelBudget(feel, feel::refusalInTable);
  }

  /** Why an expression cannot be used, empty if it can. */
  Optional<String> refusal(String expression) {
    return expressions.computeIfAbsent(expression, text -> spend(text).or(() -> rule.apply(text)));
  }

  /** The same for the tests in the cell of a table. */
  Optional<String> refusalOfTests(String expression) {
    return tests.computeIfAbsent(expression, text -> spend(text).or(() -> feel.refusalOfTests(text)));
  }

  /** The names that an expression reads; none if it cannot be used. */
  Set<String> names(String expression) {
    return refusal(expression).isPresent() ? Set.of() : feel.names(expression);
  }

  /** The same for the tests in the cell of a table. */
  Set<String> namesOfTests(String expression) {
    return refusalOfTests(expression).isPresent() ? Set.of() : feel.namesOfTests(expression);
  }

  private Optional<String> spend(String text) {
    spent += weight(text);
    return spent <= MOST ? Optional.empty()
        : Optional.of("the file holds more expressions than can be read in time; make it shorter, or use fewer brackets");
  }

  private static long weight(String text) {
    long weight = 0;
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      depth += quoted ? 0 : "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
      weight += 1L << Math.max(0, Math.min(depth, DEEPEST));
    }
    return weight > MOST_OF_ONE ? text.length() : weight;
  }
}
