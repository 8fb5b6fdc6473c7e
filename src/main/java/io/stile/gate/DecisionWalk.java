package io.stile.gate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** One way through the tree of a decision table that says what does not belong there. */
final class DecisionWalk {

  static final String ELEMENT_RULE = "dmn-element";
  private static final String ATTRIBUTE_RULE = "dmn-attribute";
  private static final String XML = "http://www.w3.org/XML/1998/namespace";
  /** What other programs make of decisions, and what to do here instead. */
  private static final Map<String, String> INSTEAD = Map.of(
      "literalExpression", "Decide by a table.",
      "businessKnowledgeModel", "Write what it computes into the rules themselves.",
      "knowledgeSource", "Write where the rules come from into the description of the decision.",
      "import", "A file stands by itself; write what it needs into it.",
      "itemDefinition", "Name one of the types string, boolean, integer, long and double.",
      "annotation", "Write it into the description of the rule.",
      "annotationEntry", "Write it into the description of the rule.",
      "defaultOutputEntry", "Write a last rule that always fits.",
      "requiredDecision", "Let the process ask the other table first, and read its result here.",
      "extensionElements", "Take it out.");

  private final FindingList findings;
  private final Map<String, Element> ids = new HashMap<>();

  DecisionWalk(FindingList findings) {
    this.findings = findings;
  }

  /** Every element by its id, once it was walked. */
  Map<String, Element> ids() {
    return ids;
  }

  void check(Element root) {
    if (!Tree.is(root, DecisionParts.DMN, "definitions")) {
      findings.refuse(Tree.idOf(root), "", "dmn-file", "The file is no decision table in DMN 1.3: it begins with %s. Save it as DMN 1.3."
          .formatted(Quoted.of(root.getNodeName())));
      return;
    }
    element(root, DecisionParts.of(DecisionParts.DMN, "definitions").orElseThrow());
  }

  private void element(Element element, DecisionParts.Part part) {
    attributes(element, part);
    if (!part.text() && !Tree.text(element).isBlank()) {
      refuse(element, "", ELEMENT_RULE,
          "The text %s may not stand in %s. Take it out.".formatted(Quoted.of(Tree.text(element).strip()), name(element)));
    }
    children(element, part);
  }

  private void children(Element element, DecisionParts.Part part) {
    List<DecisionParts.Slot> slots = part.slots();
    int[] counts = new int[slots.size()];
    int at = 0;
    for (Element child : Tree.children(element)) {
      Optional<DecisionParts.Part> known = DecisionParts.of(child.getNamespaceURI(), child.getLocalName());
      int slot = slotOf(child, slots);
      if (known.isEmpty() || slot < 0) {
        refuse(child, "", ELEMENT_RULE, "%s may not stand in %s. %s".formatted(name(child), name(element),
            INSTEAD.getOrDefault(child.getLocalName(), "Take it out.")));
        continue;
      }
      if (slot < at) {
        refuse(child, "", ELEMENT_RULE, "%s stands behind what has to follow it. Save the table with the editor.".formatted(name(child)));
      }
      at = Math.max(at, slot);
      if (++counts[slot] == slots.get(slot).most() + 1) {
        refuse(child, "", slots.get(slot).most() == 1 ? ELEMENT_RULE : "dmn-size", "There are more than %d of %s in %s. %s".formatted(
            slots.get(slot).most(), name(child), name(element), slots.get(slot).most() == 1 ? "One is enough." : "Split the table in two."));
      }
      if (counts[slot] <= slots.get(slot).most()) {
        element(child, known.get());
      }
    }
    for (int slot = 0; slot < counts.length; slot++) {
      if (counts[slot] < slots.get(slot).least()) {
        refuse(element, "", ELEMENT_RULE, "%s has no %s.".formatted(name(element), String.join(", ", slots.get(slot).names())));
      }
    }
  }

  private static int slotOf(Element child, List<DecisionParts.Slot> slots) {
    String name = DecisionParts.DMN.equals(child.getNamespaceURI()) ? child.getLocalName() : "drawing " + child.getLocalName();
    for (int slot = 0; slot < slots.size(); slot++) {
      if (slots.get(slot).names().contains(name)) {
        return slot;
      }
    }
    return -1;
  }

  private void attributes(Element element, DecisionParts.Part part) {
    Set<String> found = new HashSet<>();
    for (Attr attribute : Tree.attributes(element)) {
      String name = nameOf(attribute);
      found.add(name);
      DecisionParts.Attribute known = part.attributes().get(name);
      if (known == null) {
        String rule = name.toLowerCase(Locale.ROOT).contains("language") ? DecisionParts.FEEL_RULE : ATTRIBUTE_RULE;
        refuse(element, Quoted.plain(attribute.getName()), rule,
            "%s is no attribute that %s may have. Take it out.".formatted(Quoted.of(attribute.getName()), name(element)));
      } else {
        known.flaw().apply(attribute.getValue()).ifPresent(flaw -> refuse(element, attribute.getName(), known.rule(),
            "%s of %s %s.".formatted(attribute.getName(), name(element), flaw.replaceFirst("\\.$", ""))));
      }
    }
    for (String needed : new TreeSet<>(part.attributes().keySet())) {
      if (part.attributes().get(needed).needed() && !found.contains(needed)) {
        refuse(element, needed, ATTRIBUTE_RULE, "%s has no %s.".formatted(name(element), needed));
      }
    }
    String id = element.getAttribute("id");
    if (!id.isEmpty() && ids.putIfAbsent(id, element) != null) {
      refuse(element, "id", "dmn-id", "The id %s is used twice. Give each its own.".formatted(Quoted.of(id)));
    }
  }

  /** The attribute as the list knows it, whatever prefix the file has for its namespace. */
  private static String nameOf(Attr attribute) {
    String namespace = attribute.getNamespaceURI();
    if (namespace == null) {
      return attribute.getLocalName();
    }
    return switch (namespace) {
      case DecisionParts.CAMUNDA -> "camunda:" + attribute.getLocalName();
      case DecisionParts.COLUMNS -> "biodi:" + attribute.getLocalName();
      case DecisionParts.MODELER -> "modeler:" + attribute.getLocalName();
      case XML -> "xml:" + attribute.getLocalName();
      default -> "{" + namespace + "}" + attribute.getLocalName();
    };
  }

  private void refuse(Element element, String place, String rule, String message) {
    findings.refuse(Tree.idOf(element), place, rule, message);
  }

  private static String name(Element element) {
    return "“" + Quoted.plain(element.getLocalName()) + "”";
  }
}
