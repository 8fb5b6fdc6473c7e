package io.stile.gate;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** No diagram is larger than what people can read and the engine can carry. */
final class QuotaRules {

  /** Tasks, events and gateways. The largest model that we know of has a fifth of it. */
  static final int MOST_NODES = 300;
  static final int MOST_FLOWS = 800;
  /** Corners of flows in the drawing: looking for crossings compares each with each. */
  private static final int MOST_CORNERS = 4_000;
  /** How often one task may be done at the same time or one after the other. */
  static final int MOST_INSTANCES = 100;
  private static final int DEEPEST = 4;
  private static final int MOST_BRANCHES = 30;
  private static final String RULE = "quotas";
  private static final Set<String> NODES = Set.of("startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent",
      "userTask", "serviceTask", "receiveTask", "businessRuleTask", "manualTask", "task", "callActivity", "subProcess", "transaction",
      "exclusiveGateway", "parallelGateway", "inclusiveGateway", "eventBasedGateway");
  private static final Pattern COORDINATE = Pattern.compile("-?\\d{1,5}(\\.\\d{1,6})?");
  private static final Set<String> COORDINATES = Set.of("x", "y", "width", "height");

  private final FindingList findings;

  QuotaRules(FindingList findings) {
    this.findings = findings;
  }

  /** Whether the diagram is small enough to be looked at further. */
  boolean check(Diagram diagram) {
    long nodes = diagram.all().stream().filter(element -> NODES.contains(element.getLocalName())).count();
    long flows = diagram.all("sequenceFlow").count();
    most(diagram.process(), nodes, MOST_NODES, "tasks, events and gateways");
    most(diagram.process(), flows, MOST_FLOWS, "flows");
    long corners = diagram.all().stream().filter(element -> element.getLocalName().equals("waypoint")).count();
    most(diagram.process(), corners, MOST_CORNERS, "corners of flows");
    long before = findings.size();
    diagram.all().forEach(this::checkElement);
    return nodes <= MOST_NODES && flows <= MOST_FLOWS && corners <= MOST_CORNERS && findings.size() == before;
  }

  private void most(Element element, long found, int most, String what) {
    if (found > most) {
      findings.refuse(Tree.idOf(element), "", RULE, "The model has %,d %s; at most %,d can be read and run. Split it in two, or make it simpler."
          .formatted(found, what, most));
    }
  }

  private void checkElement(Element element) {
    if (Tree.is(element, Bpmn.MODEL, "subProcess") && depth(element) > DEEPEST) {
      findings.refuse(Tree.idOf(element), "", RULE, "Sub-processes lie more than %d deep in each other. Take a level out.".formatted(DEEPEST));
    }
    if (NODES.contains(element.getLocalName())) {
      most(element, Tree.children(element, Bpmn.MODEL, "outgoing").count(), MOST_BRANCHES, "flows that leave one element");
    }
    if (Tree.is(element, Bpmn.MODEL, "multiInstanceLoopCharacteristics")) {
      checkSeveral(element);
    }
    if (!Bpmn.MODEL.equals(element.getNamespaceURI())) {
      Tree.attributes(element).stream().filter(attribute -> COORDINATES.contains(attribute.getLocalName())).forEach(attribute -> checkPlace(element, attribute));
    }
  }

  private static int depth(Element element) {
    int depth = 0;
    for (Element at = element; at != null; at = Tree.parent(at)) {
      depth += at.getLocalName().equals("subProcess") ? 1 : 0;
    }
    return depth;
  }

  private void checkSeveral(Element several) {
    Element activity = Tree.parent(several);
    for (Element at = Tree.parent(activity); at != null; at = Tree.parent(at)) {
      if (Tree.children(at, Bpmn.MODEL, several.getLocalName()).findAny().isPresent()) {
        findings.refuse(Tree.idOf(several), several.getLocalName(), RULE, "Something that is done several times lies in something that is done several times."
            + " Leave one of the two.");
        break;
      }
    }
    Tree.children(several, Bpmn.MODEL, "loopCardinality").map(Tree::text).map(String::strip)
        .filter(count -> !TimerRules.isName(count) && !(count.matches("[1-9]\\d{0,2}") && Integer.parseInt(count) <= MOST_INSTANCES))
        .forEach(count -> findings.refuse(Tree.idOf(several), "loopCardinality", RULE,
            "The task is to be done %s times. Write a number from 1 to %d, or the name of one.".formatted(Quoted.of(count), MOST_INSTANCES)));
  }

  private void checkPlace(Element element, Attr attribute) {
    if (!COORDINATE.matcher(attribute.getValue()).matches()) {
      String drawn = Map.of("x", "place", "y", "place").getOrDefault(attribute.getLocalName(), "size");
      findings.refuse(Tree.idOf(element), attribute.getLocalName(), RULE,
          "The %s in the drawing is %s. Draw it within 100,000 points.".formatted(drawn, Quoted.of(attribute.getValue())));
    }
  }
}
