package io.stile.engine.camunda;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.xml.instance.DomElement;

/** The names that stand in one element of a diagram, without the elements that are drawn inside it. */
final class NamedElements {

  private static final List<String> GIVING = List.of("resultVariable", "elementVariable", "errorCodeVariable", "errorMessageVariable",
      "escalationCodeVariable");

  private NamedElements() {}

  /** What it reads: in its expressions, by its action, and what it hands on. */
  static Set<String> read(DomElement element, UsedNames usedNames) {
    Set<String> names = new TreeSet<>();
    own(element).forEach(part -> usedNames.readDiagram(part, names));
    return names;
  }

  /** What is known behind it: results, what its action finds out, and what it is handed. */
  static Set<String> given(DomElement element, UsedNames usedNames) {
    Set<String> names = new TreeSet<>();
    addResults(element, names);
    own(element).forEach(part -> addGiven(part, names, usedNames));
    return names;
  }

  private static void addGiven(DomElement element, Set<String> names, UsedNames usedNames) {
    addResults(element, names);
    switch (element.getLocalName()) {
      case "out" -> add(element.getAttribute("target"), names);
      case "inputParameter", "outputParameter" -> add(element.getAttribute("name"), names);
      case "property" -> {
        if ("action".equals(element.getAttribute("name"))) {
          names.addAll(usedNames.givenBy(element.getAttribute("value")));
        }
      }
      default -> { }
    }
    element.getChildElements().forEach(child -> addGiven(child, names, usedNames));
  }

  private static void addResults(DomElement element, Set<String> names) {
    GIVING.forEach(attribute -> add(element.getAttribute(ModelVocabulary.CAMUNDA, attribute), names));
  }

  private static void add(String name, Set<String> names) {
    if (name != null) {
      names.add(name);
    }
  }

  /** What belongs to it: everything but elements and flows of their own. */
  private static List<DomElement> own(DomElement element) {
    return element.getChildElements().stream().filter(child -> !child.hasAttribute("id")
        || child.getLocalName().endsWith("EventDefinition") || child.getLocalName().endsWith("LoopCharacteristics")).toList();
  }
}
