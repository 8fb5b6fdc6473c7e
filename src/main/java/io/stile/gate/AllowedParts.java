package io.stile.gate;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The closed lists of what a diagram may consist of, by namespace and name. What is not on them is refused, whatever it is called. The second
 * list of each kind is harmless, but nothing here is drawn with it: it does not keep a file from being accepted, and keeps it from being
 * published.
 */
final class AllowedParts {

  /** How a part is regarded. */
  enum Use { USUAL, UNUSUAL, NEVER }

  private static final Set<String> ELEMENTS = words("""
      definitions process documentation extensionElements startEvent endEvent intermediateCatchEvent intermediateThrowEvent boundaryEvent
      userTask serviceTask receiveTask businessRuleTask callActivity subProcess exclusiveGateway parallelGateway inclusiveGateway
      eventBasedGateway sequenceFlow conditionExpression incoming outgoing message escalation messageEventDefinition
      escalationEventDefinition timerEventDefinition terminateEventDefinition timeDate textAnnotation text association group category
      categoryValue""");
  private static final Set<String> UNUSUAL_ELEMENTS = words("""
      collaboration participant messageFlow laneSet lane flowNodeRef childLaneSet manualTask task transaction signal error
      signalEventDefinition errorEventDefinition compensateEventDefinition cancelEventDefinition linkEventDefinition timeDuration
      multiInstanceLoopCharacteristics loopCardinality completionCondition dataObject dataObjectReference dataStoreReference dataStore
      source target""");
  private static final Set<String> EXTENSIONS = words("properties property in");
  private static final Set<String> UNUSUAL_EXTENSIONS = words("inputOutput inputParameter outputParameter list map entry value out failedJobRetryTimeCycle");
  private static final Set<String> DRAWING = words("BPMNDiagram BPMNPlane BPMNShape BPMNEdge BPMNLabel Bounds waypoint");

  private static final Set<String> ATTRIBUTES = words("""
      id name isExecutable targetNamespace exporter exporterVersion sourceRef targetRef attachedToRef cancelActivity default
      triggeredByEvent isInterrupting messageRef escalationRef escalationCode calledElement categoryValueRef associationDirection
      textFormat value instantiate gatewayDirection eventGatewayType""");
  private static final Set<String> UNUSUAL_ATTRIBUTES = words("""
      errorRef errorCode signalRef isSequential isForCompensation activityRef waitForCompletion processRef isCollection dataObjectRef
      dataStoreRef isClosed processType""");
  private static final Set<String> DRAWING_ATTRIBUTES = words("""
      id name bpmnElement isHorizontal isExpanded isMarkerVisible isMessageVisible x y width height resolution sourceElement
      targetElement messageVisibleKind""");
  private static final Set<String> EXTENSION_ATTRIBUTES = words("""
      historyTimeToLive candidateGroups formRef formRefBinding decisionRef decisionRefBinding mapDecisionResult resultVariable
      calledElementBinding asyncBefore asyncAfter modelerTemplate modelerTemplateVersion type topic""");
  private static final Set<String> UNUSUAL_EXTENSION_ATTRIBUTES = words("""
      dueDate followUpDate priority initiator taskPriority collection elementVariable errorCodeVariable errorMessageVariable
      errorMessage escalationCodeVariable versionTag isStartableInTasklist""");
  private static final Map<String, Set<String>> OF_EXTENSIONS = Map.of("property", Set.of("id", "name", "value"),
      "in", Set.of("businessKey", "source", "target"), "out", Set.of("source", "target"), "inputParameter", Set.of("name"),
      "outputParameter", Set.of("name"), "entry", Set.of("key"), "value", Set.of("id", "name"));

  private AllowedParts() {}

  static Use element(String namespace, String name) {
    return switch (String.valueOf(namespace)) {
      case Bpmn.MODEL -> use(name, ELEMENTS, UNUSUAL_ELEMENTS);
      case Bpmn.CAMUNDA -> use(name, EXTENSIONS, UNUSUAL_EXTENSIONS);
      case Bpmn.DIAGRAM, Bpmn.SHAPES, Bpmn.LINES -> use(name, DRAWING, Set.of());
      default -> Use.NEVER;
    };
  }

  /**
   * An attribute of an element.
   *
   * @param elementNamespace namespace of the element that it stands on
   * @param namespace        its own namespace, null or empty for none
   */
  static Use attribute(String elementNamespace, String element, String namespace, String name) {
    return switch (namespace == null ? "" : namespace) {
      case "" -> ownAttribute(String.valueOf(elementNamespace), element, name);
      case Bpmn.CAMUNDA -> Bpmn.MODEL.equals(elementNamespace) ? use(name, EXTENSION_ATTRIBUTES, UNUSUAL_EXTENSION_ATTRIBUTES) : Use.NEVER;
      case Bpmn.XSI -> name.equals("type") ? Use.USUAL : Use.NEVER;
      default -> Use.NEVER;
    };
  }

  private static Use ownAttribute(String elementNamespace, String element, String name) {
    return switch (elementNamespace) {
      case Bpmn.MODEL -> use(name, ATTRIBUTES, UNUSUAL_ATTRIBUTES);
      case Bpmn.CAMUNDA -> use(name, OF_EXTENSIONS.getOrDefault(element, Set.of()), Set.of());
      default -> use(name, DRAWING_ATTRIBUTES, Set.of());
    };
  }

  private static Use use(String name, Set<String> usual, Set<String> unusual) {
    return usual.contains(name) ? Use.USUAL : unusual.contains(name) ? Use.UNUSUAL : Use.NEVER;
  }

  private static Set<String> words(String text) {
    return Arrays.stream(text.split("\\s+")).filter(word -> !word.isEmpty()).collect(Collectors.toUnmodifiableSet());
  }
}
