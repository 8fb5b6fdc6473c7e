package io.stile.studio;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A diagram as far as forms and decisions concern it: who does what with which form, and what comes before what. Read without checking it: a
 * draft may be wrong.
 *
 * @param process id of the process; empty if the diagram has none
 * @param name    its label; may be empty
 */
record Diagram(String process, String name, Map<String, String> properties, Map<String, Node> nodes, List<Flow> flows) {

  private static final Set<String> NODES = Set.of("startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent",
      "userTask", "serviceTask", "businessRuleTask", "callActivity", "subProcess", "task", "manualTask", "sendTask", "receiveTask", "exclusiveGateway",
      "inclusiveGateway", "parallelGateway", "eventBasedGateway");

  /**
   * A step, event or gateway.
   *
   * @param kind       its BPMN element: {@code userTask}
   * @param within     id of the process or part of a process that it lies in
   * @param attachedTo id of the step that an event sits on; empty if it sits on none
   * @param texts      what it says that can name answers: conditions, dates, what is handed on; by what it is
   */
  record Node(String id, String kind, String name, String within, String attachedTo, String group, String form, String decision, String result,
      boolean byEvent, Map<String, String> properties, Map<String, String> texts) {

    /** How people call it. */
    String title() {
      return name.isEmpty() ? id : name;
    }
  }

  /** @param condition empty if there is none */
  record Flow(String id, String name, String source, String target, String condition) {}

  /** Reads a diagram; empty if it is no XML. */
  static Optional<Diagram> read(byte[] content) {
    return DraftXml.read(content).map(Diagram::of);
  }

  private static Diagram of(Document document) {
    Optional<Element> process = DraftXml.all(document, "process").stream().findFirst();
    Map<String, Node> nodes = new LinkedHashMap<>();
    List<Flow> flows = new ArrayList<>();
    for (Element element : DraftXml.all(document, "*")) {
      if (NODES.contains(element.getLocalName()) && !element.getAttribute("id").isBlank()) {
        Node node = node(element);
        nodes.putIfAbsent(node.id(), node);
      } else if ("sequenceFlow".equals(element.getLocalName())) {
        flows.add(new Flow(element.getAttribute("id"), element.getAttribute("name").strip(), element.getAttribute("sourceRef"),
            element.getAttribute("targetRef"), DraftXml.text(element, "conditionExpression")));
      }
    }
    return new Diagram(process.map(found -> found.getAttribute("id")).orElse(""), process.map(found -> found.getAttribute("name").strip()).orElse(""),
        process.map(Diagram::properties).orElse(Map.of()), nodes, flows);
  }

  private static Node node(Element element) {
    Element parent = (Element) element.getParentNode();
    return new Node(element.getAttribute("id").strip(), element.getLocalName(), element.getAttribute("name").strip().replaceAll("\\s+", " "),
        parent.getAttribute("id"), element.getAttribute("attachedToRef"), DraftXml.attribute(element, "candidateGroups"),
        DraftXml.attribute(element, "formRef"), DraftXml.attribute(element, "decisionRef"), DraftXml.attribute(element, "resultVariable"),
        "true".equals(element.getAttribute("triggeredByEvent")), properties(element), texts(element));
  }

  private static Map<String, String> properties(Element element) {
    Map<String, String> properties = new LinkedHashMap<>();
    DraftXml.children(element, "extensionElements").stream().flatMap(each -> DraftXml.children(each, "properties").stream())
        .flatMap(each -> DraftXml.children(each, "property").stream())
        .forEach(property -> properties.put(property.getAttribute("name"), property.getAttribute("value").strip()));
    return properties;
  }

  private static Map<String, String> texts(Element element) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Element child : DraftXml.children(element)) {
      if (child.getLocalName().endsWith("EventDefinition")) {
        DraftXml.children(child).forEach(date -> texts.put("when it goes off", date.getTextContent().strip()));
      } else if (child.getLocalName().equals("extensionElements")) {
        DraftXml.children(child, "in").stream().filter(in -> in.hasAttribute("source")).forEach(in -> texts.merge("what it hands on",
            "${" + in.getAttribute("source") + "}", (one, two) -> one + " " + two));
      } else if (child.getLocalName().equals("multiInstanceLoopCharacteristics")) {
        texts.put("how often it is done", DraftXml.attribute(child, "collection") + " " + child.getTextContent().strip());
      }
    }
    return texts;
  }

  /** The steps and starts that show a form. */
  List<Node> showing(String form) {
    return nodes.values().stream().filter(node -> node.form().equals(form)).toList();
  }

  /** The nodes from which one can come to some others, these not included unless a way leads back to them. */
  Set<Node> before(List<Node> later) {
    Map<String, Set<String>> back = ways(true);
    return reached(later, back);
  }

  /** The nodes to which one can come from some others. */
  Set<Node> after(List<Node> earlier) {
    return reached(earlier, ways(false));
  }

  private Set<Node> reached(List<Node> from, Map<String, Set<String>> ways) {
    Set<Node> reached = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>();
    from.forEach(node -> open.addAll(ways.getOrDefault(node.id(), Set.of())));
    while (!open.isEmpty()) {
      Node node = nodes.get(open.pop());
      if (node != null && reached.add(node)) {
        open.addAll(ways.getOrDefault(node.id(), Set.of()));
      }
    }
    return reached;
  }

  private Map<String, Set<String>> ways(boolean back) {
    Map<String, Set<String>> ways = new LinkedHashMap<>();
    flows.forEach(flow -> way(ways, flow.source(), flow.target(), back));
    for (Node node : nodes.values()) {
      if (!node.attachedTo().isEmpty()) {
        way(ways, node.attachedTo(), node.id(), back);
      }
      if (node.kind().equals("startEvent") && nodes.containsKey(node.within())) {
        way(ways, node.within(), node.id(), back);
      }
      if (node.kind().equals("endEvent") && nodes.containsKey(node.within())) {
        way(ways, node.id(), node.within(), back);
      }
      if (node.byEvent()) {
        // It can come after anything that lies beside it.
        nodes.values().stream().filter(other -> other.within().equals(node.within()) && other != node)
            .forEach(other -> way(ways, other.id(), node.id(), back));
      }
    }
    return ways;
  }

  private static void way(Map<String, Set<String>> ways, String from, String to, boolean back) {
    ways.computeIfAbsent(back ? to : from, key -> new LinkedHashSet<>()).add(back ? from : to);
  }
}
