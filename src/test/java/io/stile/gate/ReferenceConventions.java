package io.stile.gate;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** That what refers to something refers to what exists, in both directions. */
final class ReferenceConventions {

  private ReferenceConventions() {
  }

  /** The engine follows the flows, other tools the incoming and outgoing lists: both must say the same. */
  static Stream<String> flowsAreListedAtBothEnds(DrawnModel m) {
    return m.nodes().stream().flatMap(n -> Findings
        .of(!listed(n, "incoming").equals(m.into(n).stream().map(DrawnFlow::id).toList()), n.id() + ": its incoming list differs from its flows")
        .and(!listed(n, "outgoing").equals(m.from(n).stream().map(DrawnFlow::id).toList()), n.id() + ": its outgoing list differs from its flows")
        .stream());
  }

  static Stream<String> referencesExist(DrawnModel m) {
    List<Element> all = ModelXml.all(m.document().getDocumentElement());
    Set<String> ids = all.stream().map(e -> e.getAttribute("id")).collect(Collectors.toSet());
    return all.stream().flatMap(e -> Stream.of("sourceRef", "targetRef", "attachedToRef", "messageRef", "escalationRef", "bpmnElement", "default")
        .filter(e::hasAttribute).filter(a -> !ids.contains(e.getAttribute(a)))
        .map(a -> e.getAttribute("id") + ": " + a + " \"" + e.getAttribute(a) + "\" does not exist"));
  }

  private static List<String> listed(DrawnNode node, String name) {
    return ModelXml.children(node.element(), name).map(ModelXml::ownText).toList();
  }
}
