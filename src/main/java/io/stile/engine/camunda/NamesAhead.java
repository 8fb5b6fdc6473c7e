package io.stile.engine.camunda;

import io.stile.engine.Migrations.NameAhead;
import io.stile.engine.Migrations.NameAhead.Reader;
import io.stile.engine.ModelVersion;
import io.stile.engine.camunda.NameShape.Builder;
import io.stile.engine.camunda.NameShape.Reading;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/**
 * Finds the names that something will read which runs on a version, though nothing on its way gives them any more. What was
 * published never changes, so its shape is read once.
 */
@Component
class NamesAhead {

  private final RepositoryService repository;
  private final UsedNames usedNames;
  private final Map<String, NameShape> shapes = new ConcurrentHashMap<>();

  NamesAhead(RepositoryService repository, UsedNames usedNames) {
    this.repository = repository;
    this.usedNames = usedNames;
  }

  /**
   * Names that are read ahead of these places and given by nothing before. One that nothing in the whole model gives is null for
   * everybody, whether moved or begun there, and left out.
   *
   * @param asked what the form of each element asks for
   */
  List<NameAhead> of(ModelVersion version, Collection<String> places, Map<String, Set<String>> asked) {
    NameShape shape = shapes.computeIfAbsent(version.id(), this::read);
    return shape.readings().stream().filter(reading -> shape.comesTo(reading, places))
        .flatMap(reading -> reading.names().stream().filter(name -> isMissed(shape, reading, name, places, asked))
            .map(name -> new NameAhead(name, reading.reader(), reading.label(), reading.otherwise()))).distinct().toList();
  }

  private static boolean isMissed(NameShape shape, Reading reading, String name, Collection<String> places, Map<String, Set<String>> asked) {
    Set<String> givers = shape.givers(name, asked);
    return !givers.isEmpty() && !shape.isGivenBefore(reading, places, givers);
  }

  private NameShape read(String version) {
    BpmnModelInstance model = repository.getBpmnModelInstance(version);
    Builder shape = new Builder();
    for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
      shape.way(flow.getSource().getId(), flow.getTarget().getId());
      if (flow.getConditionExpression() != null) {
        shape.reading(new Reading(flow.getSource().getId(), ExpressionRules.names(flow.getConditionExpression().getTextContent()),
            Reader.CONDITION, label(flow.getSource()), otherwise(flow.getSource()), true, true));
      }
    }
    for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
      ways(node, shape);
      shape.gives(node.getId(), NamedElements.given(node.getDomElement(), usedNames));
      shape.reading(reading(version, node));
    }
    return shape.build();
  }

  private Reading reading(String version, FlowNode node) {
    Set<String> names = NamedElements.read(node.getDomElement(), usedNames);
    if (node instanceof BusinessRuleTask task && task.getCamundaDecisionRef() != null) {
      names.addAll(usedNames.ofDecision(version, task.getCamundaDecisionRef()));
    }
    String host = node instanceof BoundaryEvent event ? event.getAttachedTo().getId() : node.getId();
    boolean again = node instanceof BoundaryEvent || node instanceof Activity activity && activity.isCamundaAsyncBefore();
    return new Reading(host, names, readerOf(node), label(node), null, false, !again);
  }

  private static Reader readerOf(FlowNode node) {
    if (node instanceof BusinessRuleTask) {
      return Reader.DECISION;
    }
    if (node instanceof CatchEvent event && event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance)) {
      return Reader.INSTANT;
    }
    return node instanceof CallActivity ? Reader.CALL : Reader.STEP;
  }

  private static void ways(FlowNode node, Builder shape) {
    if (node instanceof BoundaryEvent event) {
      shape.way(event.getAttachedTo().getId(), event.getId());
    }
    if (node.getParentElement() instanceof SubProcess around) {
      if (node instanceof StartEvent) {
        shape.way(around.getId(), node.getId());
      } else if (node instanceof EndEvent) {
        around.getOutgoing().forEach(flow -> shape.way(node.getId(), flow.getTarget().getId()));
      }
    }
    if (node instanceof SubProcess sub && sub.triggeredByEvent()) {
      // It can begin whatever else goes on around it.
      within(sub.getParentElement()).filter(other -> other != node).forEach(other -> shape.way(other.getId(), sub.getId()));
    }
  }

  private static Stream<FlowNode> within(ModelElementInstance parent) {
    return parent.getChildElementsByType(FlowNode.class).stream()
        .flatMap(child -> child instanceof SubProcess ? Stream.concat(Stream.of(child), within(child)) : Stream.of(child));
  }

  /** Where a token goes if no condition holds: what the way is called, or what it leads to. */
  private static String otherwise(FlowNode node) {
    SequenceFlow way = node instanceof ExclusiveGateway one ? one.getDefault()
        : node instanceof InclusiveGateway several ? several.getDefault() : node instanceof Activity step ? step.getDefault() : null;
    return way == null ? null : Optional.ofNullable(ModelElements.oneLine(way.getName())).filter(name -> !name.isEmpty())
        .orElseGet(() -> label(way.getTarget()));
  }

  private static String label(FlowNode node) {
    return Optional.ofNullable(ModelElements.oneLine(node.getName())).filter(name -> !name.isEmpty()).orElse(node.getId());
  }
}
