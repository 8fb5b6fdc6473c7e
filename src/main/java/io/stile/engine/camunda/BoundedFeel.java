package io.stile.engine.camunda;

import io.stile.engine.Feel;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelEngineFactory;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.context.VariableContext;

/** Evaluates the cells of a decision table only if they are of bounded cost: a table that got past the gate cannot keep the engine busy either. */
final class BoundedFeel implements FeelEngineFactory {

  private final Supplier<Feel> rules;

  /** @param rules asked when the first table is evaluated, not before */
  BoundedFeel(Supplier<Feel> rules) {
    this.rules = rules;
  }

  @Override
  public FeelEngine createInstance() {
    FeelEngine engine = new ScalaFeelEngineFactory().createInstance();
    return new FeelEngine() {

      @Override
      public <T> T evaluateSimpleExpression(String expression, VariableContext names) {
        refuse(expression, rules.get().refusalInTable(expression));
        return engine.evaluateSimpleExpression(expression, names);
      }

      @Override
      public boolean evaluateSimpleUnaryTests(String tests, String input, VariableContext names) {
        refuse(tests, rules.get().refusalOfTests(tests));
        return engine.evaluateSimpleUnaryTests(tests, input, names);
      }
    };
  }

  private static void refuse(String expression, Optional<String> why) {
    why.ifPresent(reason -> {
      throw new FeelException("A decision table may not use '" + expression.substring(0, Math.min(100, expression.length())) + "': " + reason);
    });
  }
}
