package io.stile.engine.camunda;

import io.stile.engine.Decisions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.springframework.stereotype.Component;

/** The tables that the engine keeps. */
@Component
class CamundaDecisions implements Decisions {

  private final DecisionService decisions;

  CamundaDecisions(DecisionService decisions) {
    this.decisions = decisions;
  }

  @Override
  public Object evaluate(String decision, Map<String, ?> names) {
    try {
      DmnDecisionTableResult result =
          decisions.evaluateDecisionTableByKey(decision, new LinkedHashMap<String, Object>(names));
      return result.isEmpty() ? null : result.getSingleResult().getSingleEntry();
    } catch (NotFoundException unknown) {
      throw new IllegalArgumentException("No decision table '" + decision + "' was published", unknown);
    }
  }
}
