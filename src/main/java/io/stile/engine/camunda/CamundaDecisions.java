package io.stile.engine.camunda;

import io.stile.engine.DecisionTable;
import io.stile.engine.Decisions;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;

/** The tables that the engine keeps. */
@Component
class CamundaDecisions implements Decisions {

  private final DecisionService decisions;
  private final RepositoryService repository;

  CamundaDecisions(DecisionService decisions, RepositoryService repository) {
    this.decisions = decisions;
    this.repository = repository;
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

  @Override
  public List<DecisionTable> all() {
    return repository.createDecisionDefinitionQuery().latestVersion().list().stream()
        .flatMap(definition -> table(definition).stream()).sorted(Comparator.comparing(DecisionTable::name)).toList();
  }

  @Override
  public Optional<DecisionTable> table(String decision) {
    return Optional.ofNullable(repository.createDecisionDefinitionQuery().decisionDefinitionKey(decision).latestVersion()
        .singleResult()).flatMap(this::table);
  }

  private Optional<DecisionTable> table(DecisionDefinition definition) {
    return DecisionReader.read(repository.getDmnModelInstance(definition.getId()), definition.getKey());
  }
}
