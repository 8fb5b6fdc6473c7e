package io.stile.gate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** What a model may contain, and that it runs nothing but what the catalogue names. */
final class SafetyConventions {

  private static final Set<String> ELEMENTS = Set.of(("definitions process documentation extensionElements startEvent endEvent "
      + "intermediateCatchEvent intermediateThrowEvent boundaryEvent userTask serviceTask receiveTask businessRuleTask "
      + "callActivity subProcess exclusiveGateway parallelGateway inclusiveGateway eventBasedGateway sequenceFlow "
      + "conditionExpression incoming outgoing message escalation messageEventDefinition escalationEventDefinition "
      + "timerEventDefinition terminateEventDefinition timeDate textAnnotation text association group category categoryValue").split(" "));
  private static final Set<String> CAMUNDA_ELEMENTS = Set.of("properties", "property", "in");
  private static final Set<String> CAMUNDA_ATTRIBUTES = Set.of("historyTimeToLive", "candidateGroups", "formRef", "formRefBinding",
      "decisionRef", "decisionRefBinding", "mapDecisionResult", "resultVariable", "calledElementBinding", "asyncBefore",
      "asyncAfter", "modelerTemplate", "modelerTemplateVersion", "type", "topic");
  private static final Set<String> NAMESPACES = Set.of(ModelXml.BPMN, ModelXml.CAMUNDA, "http://www.omg.org/spec/BPMN/20100524/DI",
      "http://www.omg.org/spec/DD/20100524/DC", "http://www.omg.org/spec/DD/20100524/DI");
  private static final Map<String, Set<String>> PROPERTIES = Map.of("process", SampleWords.PROCESS_PROPERTIES,
      "userTask", SampleWords.STEP_PROPERTIES, "serviceTask", SampleWords.ACTION_PROPERTIES, "endEvent", SampleWords.SIDE_END_PROPERTIES);

  private SafetyConventions() {
  }

  static Stream<String> propertiesAreKnown(DrawnModel m) {
    return ModelXml.all(m.process()).stream().flatMap(e -> ModelXml.properties(e)
        .filter(p -> !PROPERTIES.getOrDefault(e.getLocalName(), Set.of()).contains(p.getAttribute("name")))
        .map(p -> e.getAttribute("id") + ": a " + e.getLocalName() + " has no property \"" + p.getAttribute("name") + "\""));
  }

  static Stream<String> serviceTaskNamesAnAction(DrawnModel m) {
    return m.nodes("serviceTask").filter(s -> s.camunda("type").isEmpty()).filter(s -> !SampleWords.ACTIONS.contains(s.property("action")))
        .map(s -> s.id() + ": the catalogue has no action \"" + s.property("action") + "\"");
  }

  /** The closed list of elements and attributes: nothing in it can name code. */
  static Stream<String> onlyWhatCannotRunCode(DrawnModel m) {
    List<Element> all = ModelXml.all(m.document().getDocumentElement());
    Stream<String> elements = all.stream().filter(e -> !isAllowed(e)).map(e -> e.getNodeName() + " in " + owner(e) + ": element is not allowed");
    Stream<String> attributes = all.stream().flatMap(e -> ModelXml.attributes(e).stream().filter(a -> !isAllowed(a))
        .map(a -> a.getName() + " in " + owner(e) + ": attribute is not allowed"));
    return Stream.concat(elements, attributes);
  }

  private static boolean isAllowed(Element e) {
    return switch (String.valueOf(e.getNamespaceURI())) {
      case ModelXml.BPMN -> ELEMENTS.contains(e.getLocalName());
      case ModelXml.CAMUNDA -> CAMUNDA_ELEMENTS.contains(e.getLocalName());
      default -> NAMESPACES.contains(e.getNamespaceURI());
    };
  }

  private static boolean isAllowed(Attr a) {
    String space = a.getNamespaceURI();
    if (ModelXml.CAMUNDA.equals(space)) {
      return CAMUNDA_ATTRIBUTES.contains(a.getLocalName()) && (!a.getLocalName().equals("type") || a.getValue().equals("external"));
    }
    boolean plain = space == null && !Set.of("language", "expressionLanguage", "implementation", "operationRef").contains(a.getName());
    return plain || "http://www.w3.org/2000/xmlns/".equals(space)
        || "http://www.w3.org/2001/XMLSchema-instance".equals(space) && a.getLocalName().equals("type");
  }

  private static String owner(Element e) {
    return e.getAttribute("id").isEmpty() && e.getParentNode() instanceof Element parent ? owner(parent) : e.getAttribute("id");
  }
}
