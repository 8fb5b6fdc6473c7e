package io.stile.engine.camunda;

import io.stile.engine.ExpressionGrammar;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;

/** The grammar of expressions as the engine meets it, when a model is parsed and when one is evaluated. */
final class ExpressionRules {

  static final Set<String> RESERVED = ExpressionGrammar.RESERVED;

  private ExpressionRules() {}

  /**
   * The names that a text's expressions read, none if it has no expression.
   *
   * @throws ProcessEngineException if an expression is not of the allowed form; the message says what was found
   */
  static Set<String> names(String text) {
    try {
      return ExpressionGrammar.names(text);
    } catch (IllegalArgumentException refused) {
      throw new ProcessEngineException(refused.getMessage(), refused);
    }
  }
}
