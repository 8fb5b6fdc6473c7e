package io.stile.gate;

import io.stile.gate.AllowedParts.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/** What other tools write into a diagram for themselves: taken out of a file that is imported, and said. */
final class VendorParts {

  private static final String XMLNS = "http://www.w3.org/2000/xmlns/";
  private static final int MOST = 200;

  private final List<String> dropped = new ArrayList<>();
  private int more;

  private VendorParts() {}

  /** Takes them out; answers what was taken, a sentence each. What is BPMN itself stays, allowed or not. */
  static List<String> dropFrom(Element root) {
    VendorParts parts = new VendorParts();
    parts.drop(root);
    forgetNamespaces(root);
    if (parts.more > 0) {
      parts.dropped.add("And %,d more of these.".formatted(parts.more));
    }
    return parts.dropped;
  }

  private void drop(Element element) {
    for (Attr attribute : Tree.attributes(element)) {
      String namespace = attribute.getNamespaceURI();
      if (namespace != null && AllowedParts.attribute(element.getNamespaceURI(), element.getLocalName(), namespace, attribute.getLocalName()) == Use.NEVER) {
        say("The attribute %s at %s".formatted(Quoted.of(attribute.getName() + "=" + attribute.getValue()), Tree.idOf(element)));
        element.removeAttributeNode(attribute);
      }
    }
    for (Element child : Tree.children(element)) {
      boolean ours = Bpmn.MODEL.equals(child.getNamespaceURI());
      if (!ours && AllowedParts.element(child.getNamespaceURI(), child.getLocalName()) == Use.NEVER) {
        say("The element %s at %s".formatted(Quoted.of(child.getNodeName()), Tree.idOf(child)));
        element.removeChild(child);
      } else {
        drop(child);
      }
    }
  }

  private void say(String what) {
    if (dropped.size() < MOST) {
      dropped.add(what);
    } else {
      more++;
    }
  }

  /** Declarations of namespaces that nothing here uses mean nothing, so that they need not be said. */
  static void forgetNamespaces(Element root) {
    Set<String> ours = Bpmn.NAMESPACES;
    for (Element element : Tree.all(root)) {
      NamedNodeMap attributes = element.getAttributes();
      for (int i = attributes.getLength() - 1; i >= 0; i--) {
        Attr attribute = (Attr) attributes.item(i);
        if (XMLNS.equals(attribute.getNamespaceURI()) && !ours.contains(attribute.getValue())) {
          element.removeAttributeNode(attribute);
        }
      }
    }
  }
}
