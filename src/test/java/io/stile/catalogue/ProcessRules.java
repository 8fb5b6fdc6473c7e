package io.stile.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** What a process carries, what it may contain, and that it runs nothing but what the catalogue names. */
final class ProcessRules {

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
  private static final Map<String, Set<String>> PROPERTIES = Map.of("process", Vocabulary.PROCESS_PROPERTIES,
      "userTask", Vocabulary.STEP_PROPERTIES, "serviceTask", Vocabulary.ACTION_PROPERTIES, "endEvent", Vocabulary.SIDE_END_PROPERTIES);

  private ProcessRules() {
  }

  static Stream<String> processCanRun(DrawnModel m) {
    return Findings.of(!"true".equals(m.process().getAttribute("isExecutable")), m.id() + ": isExecutable is not true")
        .and(!m.process().getAttributeNS(ModelXml.CAMUNDA, "historyTimeToLive").matches("P[1-9]\\d{0,3}D"),
            m.id() + ": historyTimeToLive is days, for example P180D")
        .and(m.process().getAttribute("name").isBlank(), m.id() + ": has no name").stream();
  }

  static Stream<String> processCarriesItsPromise(DrawnModel m) {
    Findings owner = Findings.of(m.property("processOwner").isBlank(), m.id() + ": has no processOwner");
    if (m.isProtocol()) {
      return owner.stream();
    }
    String policy = m.property("ownerPolicy");
    String promise = m.property("promise");
    String calendar = m.property("calendar");
    return owner.and(!promise.matches(Vocabulary.TARGET), m.id() + ": promise \"" + promise + "\" is neither PT4H nor P2D")
        .and(!policy.equals("opener") && !Vocabulary.DEPARTMENTS.contains(policy),
            m.id() + ": ownerPolicy \"" + policy + "\" is neither opener nor a department")
        .and(!calendar.isEmpty() && !Vocabulary.DEPARTMENTS.contains(calendar), m.id() + ": unknown calendar " + calendar)
        .stream();
  }

  static Stream<String> propertiesAreKnown(DrawnModel m) {
    return ModelXml.all(m.process()).stream().flatMap(e -> ModelXml.properties(e)
        .filter(p -> !PROPERTIES.getOrDefault(e.getLocalName(), Set.of()).contains(p.getAttribute("name")))
        .map(p -> e.getAttribute("id") + ": a " + e.getLocalName() + " has no property \"" + p.getAttribute("name") + "\""));
  }

  static Stream<String> customerCanWithdraw(DrawnModel m) {
    boolean drawn = m.nodes("startEvent").anyMatch(s -> s.parent().filter(p -> p.getAttribute("triggeredByEvent").equals("true")).isPresent()
        && s.attribute("isInterrupting").equals("true") && messageName(m, s).equals(m.id() + ".withdrawn"));
    return Findings.of(!m.isProtocol() && !drawn, m.id() + ": no interrupting event sub-process for the message " + m.id() + ".withdrawn").stream();
  }

  static Stream<String> serviceTaskNamesAnAction(DrawnModel m) {
    return m.nodes("serviceTask").filter(s -> s.camunda("type").isEmpty()).filter(s -> !Vocabulary.ACTIONS.contains(s.property("action")))
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

  static String messageName(DrawnModel m, DrawnNode event) {
    String ref = event.definition("message").map(d -> d.getAttribute("messageRef")).orElse("");
    return ModelXml.children(m.document().getDocumentElement(), "message").filter(e -> e.getAttribute("id").equals(ref))
        .map(e -> e.getAttribute("name")).findFirst().orElse("");
  }
}
