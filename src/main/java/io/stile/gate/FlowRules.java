package io.stile.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** How tokens travel: everything is connected, every choice has an answer, every end means something. */
final class FlowRules {

  private FlowRules() {}

  static Stream<Advice> everythingIsReached(DrawnModel m) {
    Set<String> reached = m.reached(m.nodes("startEvent").toList(), true);
    return m.nodes().stream().filter(node -> !node.isEventSubProcess() && !reached.contains(node.id()))
        .map(node -> node.advice("", "Nothing leads here from the start. Draw a flow to it, or remove it."));
  }

  /** A protocol that a message ends from outside need not end by itself. */
  static Stream<Advice> everythingCanEnd(DrawnModel m) {
    boolean endedFromOutside = m.nodes("startEvent").anyMatch(start -> start.isInEventSubProcess() && start.interrupts());
    if (m.isProtocol() && endedFromOutside) {
      return Stream.empty();
    }
    Set<String> ending = m.leadingTo(m.nodes("endEvent").toList());
    return m.nodes().stream().filter(node -> !node.isEventSubProcess() && !ending.contains(node.id()))
        .map(node -> node.advice("", "No end can be reached from here. Draw the way on to an end event."));
  }

  static Stream<Advice> onlyGatewaysSplit(DrawnModel m) {
    return m.nodes().stream().filter(node -> !node.isGateway() && m.from(node).size() > 1)
        .map(node -> node.advice("", "More than one flow leaves from here, and all of them would be taken at once. Put a gateway in between"
            + " that says what is meant."));
  }

  static Stream<Advice> gatewaysSplitOrJoin(DrawnModel m) {
    return m.nodes().stream().filter(node -> node.isGateway() && m.from(node).size() < 2 && m.into(node).size() < 2)
        .map(node -> node.advice("", "This gateway neither splits nor joins. Remove it."));
  }

  /** If no answer fits, the engine stops with an incident; so one flow is always the default. */
  static Stream<Advice> splitHasADefault(DrawnModel m) {
    return m.splits("exclusiveGateway", "inclusiveGateway").flatMap(gateway -> {
      List<Advice> found = new ArrayList<>();
      List<DrawnFlow> flows = m.from(gateway);
      String byDefault = gateway.attribute("default");
      if (flows.stream().noneMatch(flow -> flow.id().equals(byDefault))) {
        found.add(gateway.advice("default", "If no answer fits, the request stands still. Make one flow the default, the careful answer."));
      }
      for (DrawnFlow flow : flows) {
        boolean isDefault = flow.id().equals(byDefault);
        if (flow.condition().isEmpty() != isDefault) {
          found.add(flow.advice("conditionExpression", isDefault
              ? "The default is taken when no other answer fits. Remove its condition."
              : "It is not said when this flow is taken. Give it a condition, or make it the default."));
        }
      }
      return found.stream();
    });
  }

  /** The name of the end is the outcome of the request; an end beside the main path is none. */
  static Stream<Advice> sideEndsAreNoOutcome(DrawnModel m) {
    if (m.isProtocol()) {
      return Stream.empty();
    }
    Set<String> main = m.reached(m.nodes("startEvent").toList(), false);
    return m.nodes("endEvent").filter(end -> main.contains(end.id()) == end.property("outcome").equals("none"))
        .map(end -> end.advice("outcome", main.contains(end.id())
            ? "The name of this end is the outcome of the request. Remove outcome=none."
            : "This end lies beside the main path, so its name is no outcome of the request. Set outcome to none."));
  }
}
