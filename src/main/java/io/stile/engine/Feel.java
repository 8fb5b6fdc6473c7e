package io.stile.engine;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Evaluates FEEL, the expression language of decisions and forms, for example {@code amount > 100 and urgent}.
 *
 * <p>An evaluation never throws, never calls Java and does a bounded amount of work, whatever the expression and the names are.
 */
@FunctionalInterface
public interface Feel {

  /**
   * Evaluates an expression; the leading {@code =} that forms write is allowed.
   *
   * @param names what the expression may name: text, booleans, numbers, dates, and lists and maps of them; anything else is its text
   * @return null, text, Boolean, Long, Double, a {@code java.time} value, or a List or Map of them; null too where the expression cannot be read,
   *     is refused, names something unknown, or would cost too much over these names
   */
  Object evaluate(String expression, Map<String, ?> names);

  /** Why an expression is never evaluated, whatever the names are: it cannot be read, or uses what is not allowed; empty if it is fine. */
  default Optional<String> refusal(String expression) {
    return Optional.empty();
  }

  /** The same for an expression of a decision table: it sees single values only, so it does not go through lists. */
  default Optional<String> refusalInTable(String expression) {
    return refusal(expression);
  }

  /** The same for the tests that stand in the cell of a decision table, for example {@code > 100, null} or {@code "gold", "standard"}. */
  default Optional<String> refusalOfTests(String tests) {
    return Optional.empty();
  }

  /** The names that an expression reads, without those that it gives itself; none if it is refused. */
  default Set<String> names(String expression) {
    return Set.of();
  }

  /** The names that the tests in a cell of a decision table read; none if they are refused. */
  default Set<String> namesOfTests(String tests) {
    return Set.of();
  }
}
