package io.stile.gate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * A way round that timers alone keep going does not split. Each round would leave more tokens than it began with: of ten branches that wait for a minute
 * each, there would be a million after six. A way that splits and joins again is not told apart from it; there is no need for one.
 */
final class GrowthRules {

  private static final Set<String> FOR_SOMEBODY = Set.of("userTask", "receiveTask", "callActivity");
  private static final Set<String> ONE_WAY = Set.of("exclusiveGateway", "eventBasedGateway");

  private final FindingList findings;
  /** By an element, where its tokens go without anybody's doing, each way once. */
  private final Map<String, List<String>> ways = new HashMap<>();

  GrowthRules(FindingList findings) {
    this.findings = findings;
  }

  void check(Diagram diagram) {
    draw(diagram);
    for (Element element : diagram.all()) {
      String id = element.getAttribute("id");
      if (element == diagram.byId().get(id) && !ONE_WAY.contains(element.getLocalName()) && waysBack(id) > 1) {
        findings.refuse(id, "", "loops-do-not-grow", "Several ways lead round from here and back without anybody's doing, so that each round begins more work than"
            + " the one before. Put a step for a person into them, or leave one of them.");
        return;
      }
    }
  }

  private void draw(Diagram diagram) {
    diagram.all("sequenceFlow").filter(flow -> goesOn(diagram.byId().get(flow.getAttribute("sourceRef"))))
        .forEach(flow -> way(flow.getAttribute("sourceRef"), flow.getAttribute("targetRef")));
    diagram.all("boundaryEvent").filter(event -> Diagram.definition(event).filter(GrowthRules::isTimer).isPresent())
        .forEach(event -> way(event.getAttribute("attachedToRef"), event.getAttribute("id")));
    for (String kind : new String[] {"subProcess", "transaction"}) {
      diagram.all(kind).forEach(sub -> {
        Tree.children(sub, Bpmn.MODEL, "startEvent").forEach(start -> way(sub.getAttribute("id"), start.getAttribute("id")));
        Tree.children(sub, Bpmn.MODEL, "endEvent").forEach(end -> diagram.all("sequenceFlow")
            .filter(flow -> flow.getAttribute("sourceRef").equals(sub.getAttribute("id")))
            .forEach(flow -> way(end.getAttribute("id"), flow.getAttribute("targetRef"))));
      });
    }
    LoopRules.thrown(diagram).forEach((thrower, caught) -> caught.forEach(event -> way(thrower, event)));
  }

  private void way(String from, String to) {
    ways.computeIfAbsent(from, key -> new ArrayList<>()).add(to);
  }

  /** Whether what arrives leaves by the drawn flows without a person, a message or a program outside. */
  private static boolean goesOn(Element from) {
    if (from == null || FOR_SOMEBODY.contains(from.getLocalName())) {
      return false;
    }
    return switch (from.getLocalName()) {
      case "serviceTask" -> !Diagram.camunda(from, "type").equals("external");
      case "intermediateCatchEvent" -> Diagram.definition(from).filter(event -> event.getLocalName().equals("messageEventDefinition")).isEmpty();
      case "subProcess", "transaction" -> false;
      default -> true;
    };
  }

  private static boolean isTimer(Element definition) {
    return definition.getLocalName().equals("timerEventDefinition");
  }

  private long waysBack(String id) {
    List<String> out = ways.getOrDefault(id, List.of());
    return out.size() < 2 ? 0 : out.stream().filter(to -> leadsTo(to, id)).limit(2).count();
  }

  private boolean leadsTo(String from, String id) {
    Set<String> seen = new HashSet<>(Set.of(from));
    Deque<String> next = new ArrayDeque<>(seen);
    while (!next.isEmpty()) {
      String at = next.pop();
      if (at.equals(id)) {
        return true;
      }
      ways.getOrDefault(at, List.of()).stream().filter(seen::add).forEach(next::push);
    }
    return false;
  }
}
