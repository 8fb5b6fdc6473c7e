package io.stile.engine.camunda;

import io.stile.engine.DecisionTrial;
import io.stile.engine.ModelRefused;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.stereotype.Component;

/** The engine's own decision engine, apart from the process engine: no history, no deployment, no database. */
@Component
class CamundaDecisionTrial implements DecisionTrial {

  private final ThreadLocal<List<String>> matched = new ThreadLocal<>();
  private final DmnEngine engine;

  CamundaDecisionTrial() {
    DefaultDmnEngineConfiguration settings = (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
    settings.setElProvider(new FeelOnly());
    settings.setScriptEngineResolver(language -> {
      throw new ModelRefused("A decision table may only use FEEL, not: " + language, null);
    });
    settings.setCustomPostDecisionTableEvaluationListeners(List.of(this::remember));
    engine = settings.buildEngine();
  }

  private void remember(DmnDecisionTableEvaluationEvent event) {
    List<String> rules = matched.get();
    if (rules != null) {
      event.getMatchingRules().stream().map(DmnEvaluatedDecisionRule::getId).forEach(rules::add);
    }
  }

  @Override
  public Optional<String> flaw(byte[] table) {
    try {
      engine.parseDecisions(new ByteArrayInputStream(table));
      return Optional.empty();
    } catch (DmnEngineException | ModelException refused) {
      return Optional.of(reason(refused));
    }
  }

  @Override
  public Outcome evaluate(byte[] table, String decision, Map<String, ?> names) {
    List<String> rules = new ArrayList<>();
    matched.set(rules);
    try {
      DmnDecision read = engine.parseDecision(decision, new ByteArrayInputStream(table));
      DmnDecisionResult result = engine.evaluateDecision(read, new LinkedHashMap<String, Object>(names));
      return new Outcome(result.isEmpty() ? null : result.getSingleResult().getSingleEntry(), rules);
    } catch (DmnEngineException | ModelException refused) {
      throw new ModelRefused("The table cannot be evaluated: " + reason(refused), refused);
    } finally {
      matched.remove();
    }
  }

  /** Without the engine's number of the message. */
  private static String reason(RuntimeException refused) {
    return String.valueOf(refused.getMessage()).replaceFirst("^[A-Z/-]+-\\d+ ", "");
  }
}
