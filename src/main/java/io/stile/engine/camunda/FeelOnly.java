package io.stile.engine.camunda;

import org.camunda.bpm.dmn.engine.impl.spi.el.ElExpression;
import org.camunda.bpm.dmn.engine.impl.spi.el.ElProvider;
import org.camunda.bpm.engine.ProcessEngineException;

/** Refuses the engine's expression language in decision tables, so that FEEL is all they can speak. */
final class FeelOnly implements ElProvider {

  @Override
  public ElExpression createExpression(String expression) {
    throw new ProcessEngineException("A decision table may only use FEEL, not: " + expression);
  }
}
