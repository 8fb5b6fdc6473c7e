package io.stile.engine.camunda;

import java.lang.reflect.Method;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;

/**
 * Expressions that can read names and nothing else. The engine's default would reach every Spring bean and, through
 * reflection, every class of the JVM. Uses the engine's internals: there is no public way to replace the language.
 */
final class SafeExpressions extends JuelExpressionManager {

  private final PlatformNames platformNames;

  SafeExpressions(PlatformNames platformNames) {
    this.platformNames = platformNames;
    // This profile has no method calls at all: they fail when the expression is parsed.
    this.expressionFactory = new ExpressionFactoryImpl(ExpressionFactoryImpl.Profile.JEE5);
  }

  @Override
  public void addFunction(String name, Method function) {
    // The engine would add its date functions here; models need none.
  }

  @Override
  public ValueExpression createValueExpression(String expression) {
    ExpressionRules.names(expression);
    return super.createValueExpression(expression);
  }

  @Override
  protected ELResolver createElResolver() {
    return new VariablesOnly(platformNames);
  }
}
