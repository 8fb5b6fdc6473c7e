package io.stile.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A diagram as the rules look at it. Reads what is there and expects nothing: whatever is missing or written twice is a matter of the rules.
 *
 * @param process the first process of the file
 * @param all     all elements of the file, in its order
 * @param byId    elements by id; of several with one id, the first
 */
record Diagram(Document document, Element definitions, Element process, List<Element> all, Map<String, Element> byId) {

  /** The diagram of a tree, empty if it has no process. */
  static Optional<Diagram> of(Document document) {
    Element definitions = document.getDocumentElement();
    List<Element> all = Tree.all(definitions);
    Map<String, Element> byId = new HashMap<>();
    all.stream().filter(element -> !element.getAttribute("id").isEmpty()).forEach(element -> byId.putIfAbsent(element.getAttribute("id"), element));
    return Tree.children(definitions, Bpmn.MODEL, "process").findFirst().map(process -> new Diagram(document, definitions, process, all, byId));
  }

  String id() {
    return process.getAttribute("id");
  }

  /** All elements of BPMN of that name, wherever they are. */
  Stream<Element> all(String name) {
    return all.stream().filter(element -> Tree.is(element, Bpmn.MODEL, name));
  }

  boolean isProtocol() {
    return "protocol".equals(properties(process).get("kind"));
  }

  /** The extension properties of an element; of several of one name the first. */
  static Map<String, String> properties(Element element) {
    Map<String, String> properties = new LinkedHashMap<>();
    propertyElements(element).forEach(property -> properties.putIfAbsent(property.getAttribute("name"), property.getAttribute("value")));
    return properties;
  }

  static List<Element> propertyElements(Element element) {
    List<Element> found = new ArrayList<>();
    extensions(element, "properties").forEach(properties -> Tree.children(properties, Bpmn.CAMUNDA, "property").forEach(found::add));
    return found;
  }

  static Stream<Element> extensions(Element element, String name) {
    return Tree.children(element, Bpmn.MODEL, "extensionElements").flatMap(extensions -> Tree.children(extensions, Bpmn.CAMUNDA, name));
  }

  /** An attribute of the engine's extensions, empty if it is not there. */
  static String camunda(Element element, String attribute) {
    return element.getAttributeNS(Bpmn.CAMUNDA, attribute);
  }

  /** What kind of event it is, {@code timer} for example; empty for one without a definition. */
  static Optional<Element> definition(Element event) {
    return Tree.children(event).stream().filter(child -> Bpmn.MODEL.equals(child.getNamespaceURI()))
        .filter(child -> child.getLocalName().endsWith("EventDefinition")).findFirst();
  }
}
