package io.stile.catalogue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** How tokens travel: everything is connected, every choice has an answer, every end means something. */
final class FlowRules {

  private FlowRules() {
  }

  /** The engine follows the flows, other tools the incoming and outgoing lists: both must say the same. */
  static Stream<String> flowsAreListedAtBothEnds(DrawnModel m) {
    return m.nodes().stream().flatMap(n -> Findings
        .of(!listed(n, "incoming").equals(m.into(n).stream().map(DrawnFlow::id).toList()), n.id() + ": its incoming list differs from its flows")
        .and(!listed(n, "outgoing").equals(m.from(n).stream().map(DrawnFlow::id).toList()), n.id() + ": its outgoing list differs from its flows")
        .stream());
  }

  static Stream<String> everythingIsReached(DrawnModel m) {
    Set<String> reached = m.reached(n -> n.type().equals("startEvent"), true);
    return m.nodes().stream().filter(n -> !n.type().equals("subProcess") && !reached.contains(n.id()))
        .map(n -> n.id() + ": cannot be reached from a start event");
  }

  static Stream<String> everythingCanEnd(DrawnModel m) {
    Set<String> ends = m.nodes("endEvent").map(DrawnNode::id).collect(Collectors.toSet());
    boolean endedFromOutside = m.nodes("startEvent").anyMatch(s -> s.parent().isPresent() && s.attribute("isInterrupting").equals("true"));
    return m.nodes().stream().filter(n -> !n.type().equals("subProcess") && !(endedFromOutside && m.isProtocol()))
        .filter(n -> m.reached(n::equals, false).stream().noneMatch(ends::contains)).map(n -> n.id() + ": leads to no end event");
  }

  /** If no answer fits, the engine stops with an incident; so one flow is always the default. */
  static Stream<String> splitHasADefault(DrawnModel m) {
    return m.splits("exclusiveGateway").flatMap(g -> {
      String byDefault = g.attribute("default");
      Stream<String> open = m.from(g).stream().filter(f -> !f.id().equals(byDefault) && f.condition().isEmpty())
          .map(f -> f.id() + ": neither a condition nor the default");
      return Stream.concat(open, Findings.of(m.from(g).stream().noneMatch(f -> f.id().equals(byDefault) && f.condition().isEmpty()),
          g.id() + ": has no default flow").stream());
    });
  }

  static Stream<String> onlyGatewaysSplit(DrawnModel m) {
    return m.nodes().stream().filter(n -> !n.type().endsWith("Gateway") && m.from(n).size() > 1)
        .map(n -> n.id() + ": more than one flow leaves it; a gateway splits");
  }

  /** The name of the end is the outcome of the request; an end beside the main path is none. */
  static Stream<String> sideEndsAreNoOutcome(DrawnModel m) {
    if (m.isProtocol()) {
      return Stream.empty();
    }
    Set<String> main = m.reached(n -> n.type().equals("startEvent"), false);
    return m.nodes("endEvent").filter(e -> main.contains(e.id()) == e.property("outcome").equals("none"))
        .map(e -> e.id() + (main.contains(e.id()) ? ": is an outcome of the request and must not say outcome=none"
            : ": lies beside the main path and must say outcome=none"));
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
