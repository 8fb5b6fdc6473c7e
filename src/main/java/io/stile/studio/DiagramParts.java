package io.stile.studio;

import io.stile.gate.Bundle;
import io.stile.studio.Difference.Change;
import io.stile.studio.Difference.Item;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Compares diagrams: their steps, events, gateways and flows, what each says, and where it is drawn. */
final class DiagramParts {

  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  /** Said by the drawing, or always the same: a modeler may leave it away or write it out, and nothing differs. */
  private static final Set<String> SKIPPED = Set.of("incoming", "outgoing", "id", "flowNodeRef", "calledElementBinding", "formRefBinding",
      "decisionRefBinding", "mapDecisionResult");
  private static final Map<String, String> KINDS = Map.ofEntries(
      Map.entry("process", "Process"), Map.entry("userTask", "Step"), Map.entry("serviceTask", "Automatic step"),
      Map.entry("businessRuleTask", "Decision"), Map.entry("callActivity", "Call"), Map.entry("subProcess", "Part of the process"),
      Map.entry("startEvent", "Start"), Map.entry("endEvent", "End"), Map.entry("boundaryEvent", "Event"),
      Map.entry("intermediateCatchEvent", "Event"), Map.entry("intermediateThrowEvent", "Event"), Map.entry("exclusiveGateway", "Question"),
      Map.entry("inclusiveGateway", "Question"), Map.entry("eventBasedGateway", "Wait for what comes first"), Map.entry("parallelGateway", "Fork or join"),
      Map.entry("sequenceFlow", "Flow"), Map.entry("textAnnotation", "Note"), Map.entry("association", "Line to a note"),
      Map.entry("message", "Message"), Map.entry("escalation", "Escalation"), Map.entry("signal", "Signal"), Map.entry("error", "Error"));

  private final PropertyWords words;
  private final ConditionWords conditions;
  private final Map<String, Element> byId = new LinkedHashMap<>();
  private final Map<String, String> places = new HashMap<>();
  /** By which people know an element, by its id; in a comparison by what it is called after. */
  private final Map<String, String> names = new HashMap<>();

  private DiagramParts(Document document, PropertyWords words, ConditionWords conditions) {
    this.words = words;
    this.conditions = conditions;
    for (Element element : DraftXml.all(document, "*")) {
      if (BPMN.equals(element.getNamespaceURI()) && KINDS.containsKey(element.getLocalName()) && !element.getAttribute("id").isBlank()) {
        byId.putIfAbsent(element.getAttribute("id").strip(), element);
        names.putIfAbsent(element.getAttribute("id").strip(), label(element));
      }
      String drawn = DraftXml.attribute(element, "bpmnElement");
      if (!drawn.isEmpty() && Set.of("BPMNShape", "BPMNEdge").contains(element.getLocalName())) {
        places.putIfAbsent(drawn, place(element));
      }
    }
  }

  /** What differs; empty if one of the two cannot be read. */
  static Optional<List<Item>> compare(Bundle before, Bundle after, String path, PropertyWords words) {
    Optional<DiagramParts> old = read(before, path, words);
    Optional<DiagramParts> now = read(after, path, words);
    return old.isEmpty() || now.isEmpty() ? Optional.empty() : Optional.of(now.get().since(old.get()));
  }

  private static Optional<DiagramParts> read(Bundle bundle, String path, PropertyWords words) {
    return bundle.file(path).flatMap(DraftXml::read).map(document -> new DiagramParts(document, words, new ConditionWords(bundle)));
  }

  /** The parts of a diagram that is there in one state only; empty if it cannot be read. */
  static Optional<List<Part>> parts(Bundle bundle, String path, PropertyWords words) {
    return read(bundle, path, words).map(DiagramParts::parts);
  }

  /** How people call each part, by its id; empty if the diagram cannot be read. */
  static Map<String, String> titles(byte[] content) {
    Map<String, String> titles = new HashMap<>();
    DraftXml.read(content).map(document -> new DiagramParts(document, new PropertyWords(key -> key, signIn -> signIn), null))
        .ifPresent(parts -> parts.byId.forEach((id, element) -> titles.put(id, parts.title(element))));
    return titles;
  }

  private List<Item> since(DiagramParts before) {
    // A step that is called something else is one change, not one of each flow that leads to it.
    before.names.forEach(names::putIfAbsent);
    before.names.putAll(names);
    List<Item> items = Parts.compare(before.parts(), parts(), false);
    Set<String> elsewhere = items.stream().filter(item -> item.change() == Change.MOVED).map(Item::element).collect(Collectors.toSet());
    items.stream().filter(item -> item.change() == Change.ADDED).map(Item::element).forEach(elsewhere::add);
    for (String id : byId.keySet()) {
      if (before.byId.containsKey(id) && !placeOf(id).equals(before.placeOf(id))) {
        elsewhere.add(id);
      }
    }
    return items.stream().filter(item -> item.change() != Change.MOVED || !follows(byId.get(item.element()), elsewhere)).toList();
  }

  /** A flow moves with its ends, an event with its step: whoever moved the step need not read it twice. */
  private static boolean follows(Element element, Set<String> elsewhere) {
    return Set.of("sourceRef", "targetRef", "attachedToRef").stream().anyMatch(end -> elsewhere.contains(element.getAttribute(end)));
  }

  private List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    for (Element element : byId.values().stream().sorted(Comparator.comparingInt(this::rank)).toList()) {
      String id = element.getAttribute("id").strip();
      parts.add(part(element, id));
    }
    return parts;
  }

  private Part part(Element element, String id) {
    Map<String, String> values = values(element);
    String condition = PropertyWords.name("conditionExpression");
    String written = values.getOrDefault(condition, "");
    Optional<String> sentence = conditions.sentence(element.getAttribute("sourceRef").strip(), written);
    sentence.ifPresent(said -> values.put(condition, said));
    return new Part(id, title(element), values, sentence.isPresent() ? Map.of(condition, written) : Map.of(), placeOf(id));
  }

  /** The process first, then what people do, flows last; otherwise as the file has it. */
  private int rank(Element element) {
    return switch (element.getLocalName()) {
      case "process" -> -1;
      case "sequenceFlow" -> 1;
      case "association", "message", "escalation", "signal", "error" -> 2;
      default -> 0;
    };
  }

  private String placeOf(String id) {
    return places.getOrDefault(id, "");
  }

  private String title(Element element) {
    String kind = KINDS.get(element.getLocalName());
    String name = label(element);
    if (element.getLocalName().equals("sequenceFlow")) {
      return "Flow " + (name.isEmpty() ? "" : "“" + name + "” ") + "from " + end(element.getAttribute("sourceRef")) + " to "
          + end(element.getAttribute("targetRef"));
    }
    return kind + (name.isEmpty() ? beside(element) : " “" + name + "”");
  }

  /** Where a part lies that has no label: behind, before or on something that has one. */
  private String beside(Element element) {
    String id = element.getAttribute("id").strip();
    String on = names.getOrDefault(element.getAttribute("attachedToRef").strip(), "");
    return on.isEmpty() ? neighbour(id, "targetRef", "sourceRef").map(name -> " after “" + name + "”")
        .or(() -> neighbour(id, "sourceRef", "targetRef").map(name -> " before “" + name + "”")).orElse(" without a label") : " on “" + on + "”";
  }

  private Optional<String> neighbour(String id, String here, String there) {
    return byId.values().stream().filter(flow -> id.equals(flow.getAttribute(here).strip()))
        .map(flow -> names.getOrDefault(flow.getAttribute(there).strip(), "")).filter(name -> !name.isEmpty()).findFirst();
  }

  private static String label(Element element) {
    return element.getAttribute("name").strip().replaceAll("\\s+", " ");
  }

  private String end(String id) {
    Element end = byId.get(id.strip());
    return !names.getOrDefault(id.strip(), "").isEmpty() || end == null ? called(id) : "the " + Character.toLowerCase(title(end).charAt(0)) + title(end).substring(1);
  }

  private String called(String id) {
    String name = names.getOrDefault(id.strip(), "");
    return name.isEmpty() ? id : "“" + name + "”";
  }

  private Map<String, String> values(Element element) {
    Map<String, String> values = new LinkedHashMap<>();
    attributes(element, "", values);
    for (Element child : DraftXml.children(element)) {
      inside(child, values);
    }
    return values;
  }

  private void attributes(Element element, String of, Map<String, String> values) {
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Node attribute = element.getAttributes().item(i);
      String name = attribute.getLocalName() == null ? attribute.getNodeName() : attribute.getLocalName();
      if (!SKIPPED.contains(name) && !attribute.getNodeName().startsWith("xmlns") && !name.equals("type") && !attribute.getNodeName().startsWith("camunda:modeler")) {
        put(values, of + PropertyWords.name(name), value(name, attribute.getNodeValue().strip()));
      }
    }
  }

  private String value(String name, String value) {
    return Set.of("sourceRef", "targetRef", "attachedToRef", "default", "notBy").contains(name) ? called(value) : words.value(name, value);
  }

  /** What stands inside of an element and belongs to it: its words, its properties, what an event waits for. */
  private void inside(Element child, Map<String, String> values) {
    String name = child.getLocalName();
    if (SKIPPED.contains(name) || byId.get(child.getAttribute("id").strip()) == child) {
      return;
    }
    if (name.equals("property")) {
      String property = child.getAttribute("name").strip();
      put(values, PropertyWords.name(property), value(property, child.getAttribute("value").strip()));
      return;
    }
    List<Element> children = DraftXml.children(child);
    if (children.isEmpty() && !child.getTextContent().isBlank()) {
      put(values, PropertyWords.name(name), words.value(name, child.getTextContent().strip()));
      return;
    }
    if (!Set.of("extensionElements", "properties").contains(name)) {
      Map<String, String> own = new LinkedHashMap<>();
      attributes(child, "", own);
      if (own.isEmpty() && children.isEmpty()) {
        put(values, PropertyWords.name(name), "yes");
      }
      own.forEach((property, value) -> put(values, property.equals("Name") || own.size() > 1 ? PropertyWords.name(name) + ", " + property.toLowerCase(Locale.ROOT) : property, value));
    }
    children.forEach(each -> inside(each, values));
  }

  /** Several of one name stand together. */
  private static void put(Map<String, String> values, String name, String value) {
    values.merge(name, value, (one, two) -> one + ", " + two);
  }

  private static String place(Element drawn) {
    StringBuilder place = new StringBuilder();
    Set<Element> seen = new HashSet<>();
    List<Element> open = new ArrayList<>(DraftXml.children(drawn));
    while (!open.isEmpty()) {
      Element next = open.remove(0);
      if (seen.add(next) && !next.getLocalName().equals("extension")) {
        place.append(next.getLocalName());
        for (String coordinate : List.of("x", "y", "width", "height")) {
          place.append(' ').append(rounded(next.getAttribute(coordinate)));
        }
        place.append(';');
        open.addAll(0, DraftXml.children(next));
      }
    }
    return place.toString();
  }

  /** Tools write 240 and 240.0. */
  private static String rounded(String number) {
    try {
      return number.isBlank() ? "" : String.valueOf(Math.round(Double.parseDouble(number)));
    } catch (NumberFormatException none) {
      return number;
    }
  }
}
