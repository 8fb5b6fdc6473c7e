package io.stile.gate;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * Every way round passes a place where the process waits: for a person, for a message, or for a minute at least. Otherwise the engine would go
 * round in one transaction until its memory ends, or in one job after the other for ever. Which way a condition would choose does not
 * matter: nobody can know that before.
 */
final class LoopRules {

  private static final Set<String> EVENTS = Set.of("startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent");
  private static final Set<String> THROWERS = Set.of("intermediateThrowEvent", "endEvent");
  private static final int MOST_NAMED = 6;

  private final FindingList findings;
  private final Map<String, Set<String>> ways = new HashMap<>();

  LoopRules(FindingList findings) {
    this.findings = findings;
  }

  void check(Diagram diagram) {
    draw(diagram);
    Set<String> inLoops = inLoops();
    Set<String> told = new HashSet<>();
    for (Element element : diagram.all()) {
      String id = element.getAttribute("id");
      if (inLoops.contains(id) && !told.contains(id) && element == diagram.byId().get(id)) {
        Set<String> loop = loopOf(id, inLoops);
        told.addAll(loop);
        findings.refuse(id, "", "loops-wait", "A way leads round from here without ever waiting: %s%s. Put a step for a person, a message or a timer into it."
            .formatted(Quoted.plain(String.join(", ", loop.stream().limit(MOST_NAMED).toList())), loop.size() > MOST_NAMED ? " and others" : ""));
      }
    }
  }

  /**
   * All ways on which a token can go on without waiting. A task that waits is there twice: what is behind it is reached only when somebody has done it;
   * what is at its edge, under its id and a space, as soon as it begins.
   */
  private void draw(Diagram diagram) {
    diagram.all("sequenceFlow").forEach(flow -> {
      Element from = diagram.byId().get(flow.getAttribute("sourceRef"));
      way(diagram, isSubProcess(from) ? leaving(from) : flow.getAttribute("sourceRef"), flow.getAttribute("targetRef"));
    });
    diagram.all("boundaryEvent").forEach(event -> {
      Element host = diagram.byId().get(event.getAttribute("attachedToRef"));
      if (host != null && leavesAtOnce(event, host)) {
        way(diagram, arrival(host), event.getAttribute("id"));
      }
    });
    for (String kind : new String[] {"subProcess", "transaction"}) {
      diagram.all(kind).forEach(sub -> {
        Tree.children(sub, Bpmn.MODEL, "startEvent").forEach(start -> way(diagram, sub.getAttribute("id"), start.getAttribute("id")));
        Tree.children(sub, Bpmn.MODEL, "endEvent").forEach(end -> way(diagram, end.getAttribute("id"), leaving(sub)));
      });
    }
    thrown(diagram).forEach((thrower, caught) -> caught.forEach(event -> way(diagram, thrower, event)));
  }

  /** By the event that throws, those that catch it at once: of the same signal, link, error or escalation. */
  static Map<String, List<String>> thrown(Diagram diagram) {
    Map<String, List<String>> all = new HashMap<>();
    List<Element> events = diagram.all().stream().filter(element -> EVENTS.contains(element.getLocalName())).toList();
    events.stream().filter(event -> THROWERS.contains(event.getLocalName())).forEach(thrower -> Diagram.definition(thrower).ifPresent(thrown ->
        all.put(thrower.getAttribute("id"), events.stream().filter(event -> event != thrower)
            .filter(event -> Diagram.definition(event).filter(caught -> answers(thrown, caught)).isPresent())
            .map(event -> event.getAttribute("id")).toList())));
    return all;
  }

  private static boolean answers(Element thrown, Element caught) {
    String kind = thrown.getLocalName();
    if (!kind.equals(caught.getLocalName())) {
      return false;
    }
    return switch (kind) {
      case "signalEventDefinition" -> thrown.getAttribute("signalRef").equals(caught.getAttribute("signalRef"));
      case "linkEventDefinition" -> thrown.getAttribute("name").equals(caught.getAttribute("name"));
      case "errorEventDefinition", "escalationEventDefinition", "compensateEventDefinition" -> true;
      default -> false;
    };
  }

  private static String arrival(Element host) {
    return waits(host) ? host.getAttribute("id") + " " : host.getAttribute("id");
  }

  private static String leaving(Element sub) {
    return sub.getAttribute("id") + " left";
  }

  /** Whether a boundary event can go off in the moment in which its task begins: a timer whose date has passed. */
  private static boolean leavesAtOnce(Element event, Element host) {
    Element definition = Diagram.definition(event).orElse(null);
    if (definition == null || !definition.getLocalName().equals("timerEventDefinition")) {
      return false;
    }
    return !waitsLongEnough(definition) && (waits(host) || isSubProcess(host));
  }

  private void way(Diagram diagram, String from, String to) {
    Element target = diagram.byId().get(to);
    if (target != null && waits(target)) {
      // Its own timers can go off at once, so that much of it is on the way.
      ways.computeIfAbsent(from, key -> new HashSet<>()).add(to + " ");
      return;
    }
    Element source = diagram.byId().get(from);
    if (source == null || !waits(source)) {
      ways.computeIfAbsent(from, key -> new HashSet<>()).add(to);
    }
  }

  private static boolean isSubProcess(Element element) {
    return element != null && (Tree.is(element, Bpmn.MODEL, "subProcess") || Tree.is(element, Bpmn.MODEL, "transaction"));
  }

  /** Whether a token stays there until somebody or something else moves it, or at least for a minute. */
  private static boolean waits(Element element) {
    return switch (element.getLocalName()) {
      case "userTask", "receiveTask", "callActivity" -> true;
      case "serviceTask" -> Diagram.camunda(element, "type").equals("external");
      case "intermediateCatchEvent" -> Diagram.definition(element).filter(LoopRules::waitsLongEnough).isPresent();
      default -> false;
    };
  }

  private static boolean waitsLongEnough(Element definition) {
    return switch (definition.getLocalName()) {
      case "messageEventDefinition" -> true;
      case "timerEventDefinition" -> Tree.children(definition).stream().anyMatch(LoopRules::isAhead);
      default -> false;
    };
  }

  /** Whether the time that a timer names lies ahead whenever it is set: a date that a form gave may have passed. */
  private static boolean isAhead(Element time) {
    String text = Tree.text(time).strip();
    return time.getLocalName().equals("timeDuration")
        ? TimerRules.duration(text).filter(found -> found.compareTo(Duration.ofMinutes(1)) >= 0).isPresent()
        : text.equals("${stepDue}");
  }

  /** Whatever lies on a circle: what can still be reached from itself after all dead ends are taken away. */
  private Set<String> inLoops() {
    Map<String, Integer> arriving = new HashMap<>();
    ways.forEach((from, targets) -> targets.forEach(to -> arriving.merge(to, 1, Integer::sum)));
    Set<String> left = new HashSet<>(ways.keySet());
    Deque<String> ends = new ArrayDeque<>(left.stream().filter(from -> !arriving.containsKey(from)).toList());
    while (!ends.isEmpty()) {
      String from = ends.pop();
      left.remove(from);
      for (String to : ways.getOrDefault(from, Set.of())) {
        if (arriving.merge(to, -1, Integer::sum) == 0 && left.contains(to)) {
          ends.push(to);
        }
      }
    }
    Set<String> found = new HashSet<>();
    left.stream().filter(each -> reached(each).contains(each)).forEach(each -> found.add(each.replaceFirst(" .*", "")));
    return found;
  }

  private Set<String> loopOf(String id, Set<String> inLoops) {
    Set<String> loop = new TreeSet<>(Set.of(id));
    Stream.concat(reached(id).stream(), reached(id + " ").stream()).map(each -> each.replaceFirst(" .*", "")).filter(inLoops::contains).forEach(loop::add);
    return loop;
  }

  private Set<String> reached(String from) {
    Set<String> reached = new HashSet<>();
    List<String> next = new ArrayList<>(ways.getOrDefault(from, Set.of()));
    while (!next.isEmpty()) {
      String at = next.remove(next.size() - 1);
      if (reached.add(at)) {
        next.addAll(ways.getOrDefault(at, Set.of()));
      }
    }
    return reached;
  }
}
