package io.stile.engine.camunda;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.stereotype.Component;

/** Corrects the facts of what runs, and says what was decided on the old ones: which elements were passed is history. */
@Component
class FactCorrection {

  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final HistoryService history;
  private final UsedNames usedNames;

  FactCorrection(RuntimeService runtime, RepositoryService repository, HistoryService history, UsedNames usedNames) {
    this.runtime = runtime;
    this.repository = repository;
    this.history = history;
    this.usedNames = usedNames;
  }

  void correct(String process, String caseKey, Map<String, ?> wrong, Map<String, ?> right) {
    ProcessInstance instance = runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseKey)
        .processDefinitionKey(process).singleResult();
    if (instance == null) {
      return;
    }
    Map<String, Object> old = usedNames.keep(instance.getProcessDefinitionId(), wrong);
    Map<String, Object> present = runtime.getVariables(instance.getId());
    Map<String, Object> changes = new LinkedHashMap<>(usedNames.keep(instance.getProcessDefinitionId(), right));
    changes.keySet().removeIf(name -> !Objects.equals(text(present.get(name)), text(old.get(name))));
    if (!changes.isEmpty()) {
      runtime.setVariables(instance.getId(), changes);
    }
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }

  List<String> decidedOn(String process, String caseKey, Set<String> facts) {
    Optional<HistoricProcessInstance> instance = history.createHistoricProcessInstanceQuery()
        .processInstanceBusinessKey(caseKey).processDefinitionKey(process).list().stream().findFirst();
    return instance.map(found -> decidedOn(found, facts)).orElse(List.of());
  }

  private List<String> decidedOn(HistoricProcessInstance instance, Set<String> facts) {
    BpmnModelInstance model = repository.getBpmnModelInstance(instance.getProcessDefinitionId());
    Set<String> passed = history.createHistoricActivityInstanceQuery().processInstanceId(instance.getId()).finished().list()
        .stream().map(HistoricActivityInstance::getActivityId).collect(Collectors.toSet());
    Set<String> labels = new LinkedHashSet<>();
    model.getModelElementsByType(FlowNode.class).stream().filter(node -> passed.contains(node.getId()))
        .filter(node -> reads(node, instance.getProcessDefinitionId(), facts)).map(FlowElement::getName)
        .map(ModelElements::oneLine).filter(Objects::nonNull).forEach(label -> labels.add("“%s”".formatted(label)));
    return List.copyOf(labels);
  }

  private boolean reads(FlowNode node, String version, Set<String> facts) {
    if (node instanceof Gateway) {
      return node.getOutgoing().stream().map(SequenceFlow::getConditionExpression).filter(Objects::nonNull)
          .anyMatch(condition -> ExpressionRules.names(condition.getTextContent()).stream().anyMatch(facts::contains));
    }
    return node instanceof BusinessRuleTask task && usedNames.ofDecision(version, task.getCamundaDecisionRef()).stream()
        .anyMatch(facts::contains);
  }
}
