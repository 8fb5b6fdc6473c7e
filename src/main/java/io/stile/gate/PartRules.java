package io.stile.gate;

import io.stile.engine.ExpressionGrammar;
import io.stile.gate.AllowedParts.Use;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** Everything in the file is on the closed lists, expressions are of the allowed form and stand where expressions may stand. */
final class PartRules {

  private static final String ALLOWED = "only-what-cannot-run-code";
  private static final String UNUSUAL = "usual-parts";
  private static final String PLACES = "expressions-stand-where-they-may";
  /** Elements whose text is an expression, or can be one. */
  private static final Set<String> PLACES_OF_TEXT = Set.of("conditionExpression", "timeDate");
  private static final Set<String> UNUSUAL_PLACES_OF_TEXT = Set.of("loopCardinality", "completionCondition", "inputParameter", "outputParameter",
      "value", "entry");
  private static final Set<String> UNUSUAL_PLACES = Set.of("name", "dueDate", "followUpDate", "collection");
  private static final Set<String> TYPES = Set.of("tFormalExpression", "tExpression", "Point");
  /** Attributes with one value only, because any other would run code or do nothing. */
  private static final Map<String, Set<String>> VALUES = Map.of("type", Set.of("external"), "formRefBinding", Set.of("deployment"),
      "decisionRefBinding", Set.of("deployment"), "mapDecisionResult", Set.of("singleEntry"), "calledElementBinding", Set.of("latest"));

  private final FindingList findings;

  PartRules(FindingList findings) {
    this.findings = findings;
  }

  void check(Diagram diagram) {
    diagram.all().forEach(this::check);
  }

  private void check(Element element) {
    String name = element.getLocalName();
    Use use = AllowedParts.element(element.getNamespaceURI(), name);
    if (use == Use.NEVER) {
      findings.refuse(Tree.idOf(element), named(element.getNodeName()), ALLOWED,
          "The element <%s> is not allowed here. %s".formatted(Quoted.plain(element.getNodeName()), Instead.of(name)));
      return;
    }
    if (use == Use.UNUSUAL) {
      findings.advise(Tree.idOf(element), name, UNUSUAL,
          "The element <%s> is harmless, but nothing here is drawn with it. Draw it another way.".formatted(element.getNodeName()));
    }
    Tree.attributes(element).forEach(attribute -> check(element, attribute));
    checkText(element, name);
  }

  private void check(Element element, Attr attribute) {
    String name = attribute.getLocalName();
    Use use = AllowedParts.attribute(element.getNamespaceURI(), element.getLocalName(), attribute.getNamespaceURI(), name);
    if (use == Use.NEVER) {
      findings.refuse(Tree.idOf(element), named(attribute.getName()), ALLOWED, "The attribute %s of <%s> is not allowed here. %s"
          .formatted(Quoted.plain(attribute.getName()), Quoted.plain(element.getNodeName()), Instead.of(name)));
      return;
    }
    if (use == Use.UNUSUAL) {
      findings.advise(Tree.idOf(element), name, UNUSUAL,
          "The attribute %s is harmless, but nothing here uses it. Take it out.".formatted(attribute.getName()));
    }
    checkValue(element, attribute, name);
  }

  private void checkValue(Element element, Attr attribute, String name) {
    String value = attribute.getValue();
    if (Bpmn.CAMUNDA.equals(attribute.getNamespaceURI()) && VALUES.containsKey(name) && !VALUES.get(name).contains(value)) {
      findings.refuse(Tree.idOf(element), name, ALLOWED, "%s is %s. Write “%s”."
          .formatted(name, Quoted.of(value), String.join("” or “", VALUES.get(name))));
      return;
    }
    if (Bpmn.XSI.equals(attribute.getNamespaceURI()) && !TYPES.contains(value.substring(value.indexOf(':') + 1))) {
      findings.refuse(Tree.idOf(element), name, ALLOWED, "The type %s is not allowed. Only tFormalExpression is.".formatted(Quoted.of(value)));
      return;
    }
    if (element.getLocalName().equals("in") && name.equals("businessKey")) {
      require(value.equals(Bpmn.BUSINESS_KEY), element, name,
          "The business key is %s. Write “%s”: a process that is called belongs to the same request.".formatted(Quoted.of(value), Bpmn.BUSINESS_KEY));
      return;
    }
    checkExpression(element, name, value, false, UNUSUAL_PLACES.contains(name) && !isLiteralName(element, name));
  }

  /** A message, a signal or a process is called by its name: that is never computed. */
  private static boolean isLiteralName(Element element, String attribute) {
    return attribute.equals("name") && !(element.getLocalName().endsWith("Task") || element.getLocalName().equals("task"));
  }

  private void checkText(Element element, String name) {
    String text = Tree.text(element);
    if (!text.isBlank()) {
      checkExpression(element, "", text, PLACES_OF_TEXT.contains(name), UNUSUAL_PLACES_OF_TEXT.contains(name));
      if (name.equals("conditionExpression")) {
        require(isOne(text.strip()), element, name,
            "The condition %s is no expression. Write one ${…} with nothing around it.".formatted(Quoted.of(text)));
      }
    }
  }

  private void checkExpression(Element element, String place, String value, boolean usual, boolean unusual) {
    if (!value.contains("${") && !value.contains("#{")) {
      return;
    }
    String at = place.isEmpty() ? element.getLocalName() : place;
    try {
      ExpressionGrammar.names(value);
    } catch (IllegalArgumentException refused) {
      findings.refuse(Tree.idOf(element), at, "expression-grammar", "%s. An expression compares names with values: ${inStock == 'yes'}."
          .formatted(Quoted.plain(refused.getMessage())));
      return;
    }
    if (unusual) {
      findings.advise(Tree.idOf(element), at, PLACES, "An expression stands in %s. Write a plain text there.".formatted(at));
    } else {
      require(usual, element, at,
          "An expression stands in %s: %s. Expressions may stand in conditions and dates only; write a plain text.".formatted(at, Quoted.of(value)));
    }
  }

  /** Whether a text is one expression with nothing around it. */
  static boolean isOne(String text) {
    return text.startsWith("${") && text.indexOf('}') == text.length() - 1;
  }

  private void require(boolean holds, Element element, String place, String message) {
    if (!holds) {
      findings.refuse(Tree.idOf(element), place, PLACES, message);
    }
  }

  private static String named(String name) {
    return Quoted.plain(name);
  }
}
