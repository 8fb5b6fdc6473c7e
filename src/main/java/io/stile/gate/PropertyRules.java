package io.stile.gate;

import io.stile.sla.Target;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** The extension properties that make a diagram a model of ours: from a closed list for each kind of element, each with a value that makes sense. */
final class PropertyRules {

  private static final String RULE = "properties-are-known";
  private static final Map<String, Set<String>> NAMES = Map.of(
      "process", Set.of("promise", "ownerPolicy", "processOwner", "calendar", "verification", "kind", "promiseAnew"),
      "userTask", Set.of("sla", "due", "warnAt", "customerText", "notBy", "calendar", "answerWithin"),
      "serviceTask", Set.of("action"), "endEvent", Set.of("outcome"));
  private static final Map<String, Set<String>> VALUES = Map.of("verification", Set.of("required"), "kind", Set.of("protocol", "internal"),
      "outcome", Set.of("none"));
  private static final Set<String> TARGETS = Set.of("promise", "promiseAnew", "sla", "answerWithin");
  private static final Pattern PERCENT = Pattern.compile("[1-9]\\d?");
  private static final String OPENER = "opener";

  private final Surroundings around;
  private final FindingList findings;

  PropertyRules(Surroundings around, FindingList findings) {
    this.around = around;
    this.findings = findings;
  }

  void check(Diagram diagram) {
    diagram.all().stream().filter(element -> Bpmn.MODEL.equals(element.getNamespaceURI())).forEach(element -> check(diagram, element));
  }

  private void check(Diagram diagram, Element element) {
    Set<String> allowed = NAMES.getOrDefault(element.getLocalName(), Set.of());
    Set<String> seen = new HashSet<>();
    for (Element property : Diagram.propertyElements(element)) {
      String name = property.getAttribute("name");
      if (!allowed.contains(name)) {
        refuse(element, name, "A %s has no property %s. %s".formatted(element.getLocalName(), Quoted.of(name),
            allowed.isEmpty() ? "Take it out." : "It can have " + String.join(", ", new TreeSet<>(allowed)) + "."));
      } else if (!seen.add(name)) {
        refuse(element, name, "The property %s stands twice. Leave one.".formatted(name));
      } else {
        checkValue(diagram, element, name, property.getAttribute("value"));
      }
    }
  }

  private void checkValue(Diagram diagram, Element element, String name, String value) {
    if (VALUES.containsKey(name) && !VALUES.get(name).contains(value)) {
      refuse(element, name, "%s is %s. Write %s, or take it out.".formatted(name, Quoted.of(value), String.join(" or ", new TreeSet<>(VALUES.get(name)))));
    } else if (TARGETS.contains(name)) {
      checkTarget(element, name, value);
    } else {
      checkName(diagram, element, name, value);
    }
  }

  private void checkTarget(Element element, String name, String value) {
    try {
      Target.parse(value);
    } catch (IllegalArgumentException unreadable) {
      refuse(element, name, "%s is %s. Write open hours like PT4H or business days like P2D.".formatted(name, Quoted.of(value)));
    }
  }

  private void checkName(Diagram diagram, Element element, String name, String value) {
    switch (name) {
      case "warnAt" -> require(PERCENT.matcher(value).matches(), element, name, value, "Write a percentage from 1 to 99.");
      case "due" -> require(around.words().instants().contains(value), element, name, value,
          "Name one of the platform's instants: %s.".formatted(list(around.words().instants())));
      case "notBy" -> require(isOtherStep(diagram.byId().get(value), element),
          element, name, value, "Name another step of this model by its id.");
      case "action" -> require(around.words().actions().contains(value), element, name, value,
          "There is no such action. Choose one of %s.".formatted(list(around.words().actions())));
      case "calendar" -> company(around.known().calendars().contains(value), element, name, value,
          "There is no such calendar. Choose one of %s.".formatted(list(around.known().calendars())));
      case "ownerPolicy" -> company(value.equals(OPENER) || around.known().departments().contains(value), element, name, value,
          "Write opener, or a department: %s.".formatted(list(around.known().departments())));
      case "processOwner" -> company(around.known().processOwner(value), element, name, value,
          "No employee of that sign-in name can be accountable for a model. Name a process owner.");
      default -> { }
    }
  }

  private static boolean isOtherStep(Element named, Element step) {
    return named != null && named != step && Tree.is(named, Bpmn.MODEL, "userTask");
  }

  static String list(Set<String> names) {
    return String.join(", ", new TreeSet<>(names));
  }

  private void company(boolean holds, Element element, String name, String value, String instead) {
    require(holds || !around.company(), element, name, value, instead);
  }

  private void require(boolean holds, Element element, String name, String value, String instead) {
    if (!holds) {
      refuse(element, name, "%s is %s. %s".formatted(name, Quoted.of(value), instead));
    }
  }

  private void refuse(Element element, String name, String message) {
    findings.refuse(Tree.idOf(element), Quoted.plain(name), RULE, message);
  }
}
