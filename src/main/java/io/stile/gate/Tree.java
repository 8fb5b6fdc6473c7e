package io.stile.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Ways through a tree that {@link SafeXml} has read. */
final class Tree {

  private static final int LONGEST_ID = 255;

  private Tree() {}

  /** The element's own id, or that of the nearest element around it, as findings name it; {@link SafeXml#WHOLE} if none has one. */
  static String idOf(Element element) {
    for (Element at = element; at != null; at = parent(at)) {
      if (!at.getAttribute("id").isBlank()) {
        return Quoted.cut(at.getAttribute("id"), LONGEST_ID);
      }
    }
    return SafeXml.WHOLE;
  }

  /** The element around it, null for the outermost. */
  static Element parent(Element element) {
    return element.getParentNode() instanceof Element parent ? parent : null;
  }

  /** The elements directly inside. */
  static List<Element> children(Element element) {
    List<Element> children = new ArrayList<>();
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element found) {
        children.add(found);
      }
    }
    return children;
  }

  /** The elements directly inside that have that name in that namespace. */
  static Stream<Element> children(Element element, String namespace, String name) {
    return children(element).stream().filter(child -> is(child, namespace, name));
  }

  static boolean is(Element element, String namespace, String name) {
    return name.equals(element.getLocalName()) && namespace.equals(element.getNamespaceURI());
  }

  /** The element and all elements inside it, in the order of the file. */
  static List<Element> all(Element element) {
    List<Element> all = new ArrayList<>();
    collect(element, all);
    return all;
  }

  private static void collect(Element element, List<Element> all) {
    all.add(element);
    children(element).forEach(child -> collect(child, all));
  }

  /** The attributes without declarations of namespaces. */
  static List<Attr> attributes(Element element) {
    List<Attr> found = new ArrayList<>();
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      Attr attribute = (Attr) attributes.item(i);
      if (!"http://www.w3.org/2000/xmlns/".equals(attribute.getNamespaceURI())) {
        found.add(attribute);
      }
    }
    return found;
  }

  /** The text directly inside, without that of the elements inside, as it stands. */
  static String text(Element element) {
    StringBuilder text = new StringBuilder();
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child.getNodeType() == Node.TEXT_NODE) {
        text.append(child.getNodeValue());
      }
    }
    return text.toString();
  }
}
