package io.stile.engine.camunda;

import io.stile.engine.Migrations.Place;
import io.stile.engine.Migrations.Place.Kind;
import io.stile.engine.ModelVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SignalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** Where something can wait in a model, as its file draws it. What was published never changes, so it is read once. */
@Component
class Places {

  private final RepositoryService repository;
  private final Map<String, Drawn> byVersion = new ConcurrentHashMap<>();

  Places(RepositoryService repository) {
    this.repository = repository;
  }

  /**
   * A version as far as moving needs to know it.
   *
   * @param places     by key, in the order of the file
   * @param called     id of the process that a place calls, by key
   * @param lateTimers the timer of each step that goes off when it is late
   * @param attachedTo where each boundary event stands
   * @param heard      the elements that wait for a message or a signal
   */
  record Drawn(Map<String, Place> places, Map<String, String> called, Map<String, String> lateTimers,
               Map<String, String> attachedTo, List<String> heard) {

    /** What people call a place; its key if it is none. */
    String label(String key) {
      return Optional.ofNullable(places.get(key)).map(place -> "“" + place.label() + "”").orElse("“" + key + "”");
    }
  }

  Drawn of(ModelVersion version) {
    return byVersion.computeIfAbsent(version.id(), id -> read(repository.getBpmnModelInstance(id)));
  }

  private static Drawn read(BpmnModelInstance model) {
    Map<String, Place> places = new LinkedHashMap<>();
    model.getModelElementsByType(FlowNode.class).forEach(node -> kind(node).ifPresent(
        kind -> places.put(node.getId(), new Place(node.getId(), label(node, kind), kind))));
    Map<String, String> called = model.getModelElementsByType(CallActivity.class).stream()
        .filter(call -> call.getCalledElement() != null)
        .collect(Collectors.toMap(CallActivity::getId, CallActivity::getCalledElement));
    List<BoundaryEvent> boundary = List.copyOf(model.getModelElementsByType(BoundaryEvent.class));
    return new Drawn(places, called,
        boundary.stream().filter(Places::isLateTimer)
            .collect(Collectors.toMap(event -> event.getAttachedTo().getId(), BoundaryEvent::getId, (first, second) -> first)),
        boundary.stream().collect(Collectors.toMap(BoundaryEvent::getId, event -> event.getAttachedTo().getId())),
        heard(model));
  }

  private static List<String> heard(BpmnModelInstance model) {
    Stream<String> events = model.getModelElementsByType(CatchEvent.class).stream()
        .filter(event -> event.getEventDefinitions().stream().anyMatch(
            definition -> definition instanceof MessageEventDefinition || definition instanceof SignalEventDefinition))
        .map(CatchEvent::getId);
    Stream<String> tasks = model.getModelElementsByType(ReceiveTask.class).stream().map(ReceiveTask::getId);
    return Stream.concat(events, tasks).toList();
  }

  private static boolean isLateTimer(BoundaryEvent event) {
    return event.getAttachedTo() instanceof UserTask && event.getEventDefinitions().stream()
        .filter(TimerEventDefinition.class::isInstance).map(TimerEventDefinition.class::cast)
        .map(TimerEventDefinition::getTimeDate).filter(Objects::nonNull)
        .anyMatch(date -> date.getTextContent().strip().equals("${" + PlatformNames.STEP_DUE + "}"));
  }

  private static Optional<Kind> kind(FlowNode node) {
    if (node instanceof UserTask) {
      return Optional.of(Kind.STEP);
    }
    if (node instanceof CallActivity) {
      return Optional.of(Kind.CALL);
    }
    if (node instanceof IntermediateCatchEvent || node instanceof ReceiveTask || node instanceof EventBasedGateway) {
      return Optional.of(Kind.EVENT);
    }
    if ((node instanceof ParallelGateway || node instanceof InclusiveGateway) && node.getIncoming().size() > 1) {
      return Optional.of(Kind.JOIN);
    }
    boolean waits = node instanceof ServiceTask task && "external".equals(task.getCamundaType())
        || node instanceof Activity activity && (activity.isCamundaAsyncBefore() || activity.isCamundaAsyncAfter());
    return waits ? Optional.of(Kind.OTHER) : Optional.empty();
  }

  private static String label(FlowNode node, Kind kind) {
    String name = ModelElements.oneLine(node.getName());
    if (name != null && !name.isEmpty()) {
      return name;
    }
    return switch (kind) {
      case JOIN -> "Where parallel work comes together";
      case EVENT -> "Waiting for something to happen";
      case CALL -> "Another process";
      default -> node.getId();
    };
  }
}
