package io.stile.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** How the conventions read XML: elements in document order, attributes, the engine's extension properties. */
final class ModelXml {

  static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

  private ModelXml() {
  }

  static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  static Stream<Element> children(Element parent, String name) {
    return children(parent).stream().filter(e -> name.equals(e.getLocalName()));
  }

  /** The element and everything below it, in document order. */
  static List<Element> all(Element root) {
    List<Element> all = new ArrayList<>(List.of(root));
    children(root).forEach(child -> all.addAll(all(child)));
    return all;
  }

  static List<Attr> attributes(Element element) {
    NamedNodeMap map = element.getAttributes();
    List<Attr> attributes = new ArrayList<>();
    for (int i = 0; i < map.getLength(); i++) {
      attributes.add((Attr) map.item(i));
    }
    return attributes;
  }

  /** The text that an element holds itself, without that of its children. */
  static String ownText(Element element) {
    StringBuilder text = new StringBuilder();
    for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n.getNodeType() == Node.TEXT_NODE || n.getNodeType() == Node.CDATA_SECTION_NODE) {
        text.append(n.getNodeValue());
      }
    }
    return text.toString().strip();
  }

  /** The extension properties that stand directly on an element. */
  static Stream<Element> properties(Element owner) {
    return children(owner, "extensionElements").flatMap(e -> children(e, "properties")).flatMap(p -> children(p, "property"));
  }
}
