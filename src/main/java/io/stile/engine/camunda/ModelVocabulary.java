package io.stile.engine.camunda;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The closed lists of elements and attributes that a model may consist of; everything else is refused. */
final class ModelVocabulary {

  static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
  private static final Set<String> DIAGRAM = Set.of("http://www.omg.org/spec/BPMN/20100524/DI",
      "http://www.omg.org/spec/DD/20100524/DC", "http://www.omg.org/spec/DD/20100524/DI");

  private static final Set<String> ELEMENTS = words("""
      definitions collaboration participant messageFlow process laneSet lane flowNodeRef childLaneSet documentation
      extensionElements startEvent endEvent intermediateCatchEvent intermediateThrowEvent boundaryEvent userTask
      serviceTask receiveTask manualTask task businessRuleTask callActivity subProcess transaction exclusiveGateway
      parallelGateway inclusiveGateway eventBasedGateway sequenceFlow conditionExpression incoming outgoing message
      signal error escalation category categoryValue messageEventDefinition signalEventDefinition errorEventDefinition
      escalationEventDefinition timerEventDefinition terminateEventDefinition compensateEventDefinition
      cancelEventDefinition linkEventDefinition timeDate timeDuration timeCycle multiInstanceLoopCharacteristics
      loopCardinality completionCondition textAnnotation text association group dataObject dataObjectReference
      dataStoreReference dataStore source target""");

  private static final Set<String> EXTENSION_ELEMENTS = words("""
      inputOutput inputParameter outputParameter list map entry value in out failedJobRetryTimeCycle formData formField
      validation constraint properties property""");

  private static final Set<String> EXTENSION_ATTRIBUTES = words("""
      historyTimeToLive candidateGroups assignee dueDate followUpDate priority formRef formRefBinding initiator
      asyncBefore asyncAfter type topic taskPriority decisionRef decisionRefBinding mapDecisionResult resultVariable
      calledElementBinding collection elementVariable errorCodeVariable errorMessageVariable errorMessage
      escalationCodeVariable versionTag isStartableInTasklist modelerTemplate modelerTemplateVersion""");

  private ModelVocabulary() {}

  static boolean allowsElement(String namespace, String name) {
    return switch (namespace) {
      case BPMN -> ELEMENTS.contains(name);
      case CAMUNDA -> EXTENSION_ELEMENTS.contains(name);
      default -> DIAGRAM.contains(namespace);
    };
  }

  static boolean allowsAttribute(String namespace, String name) {
    return switch (namespace) {
      case "" -> true;
      case CAMUNDA -> EXTENSION_ATTRIBUTES.contains(name);
      case XSI -> name.equals("type");
      default -> false;
    };
  }

  private static Set<String> words(String text) {
    return Arrays.stream(text.split("\\s+")).filter(word -> !word.isEmpty()).collect(Collectors.toUnmodifiableSet());
  }
}
