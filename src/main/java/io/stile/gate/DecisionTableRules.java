package io.stile.gate;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** What the columns and cells of a decision table say: each is FEEL of bounded cost, and reads what the table asks for. */
final class DecisionTableRules {

  private static final String FEEL_RULE = "dmn-feel";
  private static final int LONGEST_CELL = 500;
  private static final int LONGEST_TEXT = 2_000;
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
  private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  private final FeelBudget feel;
  private final ReservedNames reserved;
  private final FindingList findings;
  private final Element root;
  private final Element decision;
  private final String id;
  private final Set<String> known = new HashSet<>();

  DecisionTableRules(FeelBudget feel, ReservedNames reserved, FindingList findings, Element root, Element decision) {
    this.feel = feel;
    this.reserved = reserved;
    this.findings = findings;
    this.root = root;
    this.decision = decision;
    this.id = Tree.idOf(decision);
  }

  void check() {
    words(decision, "description");
    Tree.children(root, DecisionParts.DMN, "inputData").forEach(this::drawnInput);
    part(decision, "decisionTable").ifPresent(this::table);
  }

  private void drawnInput(Element input) {
    String name = input.getAttribute("name");
    if (!NAME.matcher(name).matches() || reserved.has(name)) {
      refuse("input data " + Quoted.plain(name), "dmn-name",
          "The input %s must be the name of an answer or a fact, for example amountCents.".formatted(Quoted.of(name)));
    } else {
      known.add(name);
    }
  }

  private void table(Element table) {
    List<Element> inputs = Tree.children(table, DecisionParts.DMN, "input").limit(DecisionParts.MOST_INPUTS).toList();
    for (int i = 0; i < inputs.size(); i++) {
      input(inputs.get(i), "input " + (i + 1));
    }
    Optional<Element> output = part(table, "output");
    output.flatMap(column -> part(column, "outputValues")).ifPresent(values -> tests(text(values), "output 1, values"));
    String type = output.map(column -> column.getAttribute("typeRef")).orElse("");
    List<Element> rules = Tree.children(table, DecisionParts.DMN, "rule").limit(DecisionParts.MOST_RULES).toList();
    for (int i = 0; i < rules.size(); i++) {
      rule(rules.get(i), "rule " + (i + 1), inputs.size(), type);
    }
  }

  private void input(Element input, String place) {
    String expression = part(input, "inputExpression").map(DecisionTableRules::text).orElse("");
    if (readable(expression, place)) {
      feel.refusal(expression).ifPresentOrElse(why -> refused(place, expression, why), () -> feel.names(expression).forEach(name -> {
        if (reserved.has(name)) {
          refuse(place, "dmn-name", "%s means something else to the platform, and no table can ask for it.".formatted(Quoted.of(name)));
        }
        known.add(name);
      }));
    }
    part(input, "inputValues").ifPresent(values -> tests(text(values), place + ", values"));
  }

  private void rule(Element rule, String place, int columns, String type) {
    words(rule, "description");
    List<Element> conditions = Tree.children(rule, DecisionParts.DMN, "inputEntry").limit(DecisionParts.MOST_INPUTS + 1).toList();
    if (conditions.size() != columns) {
      refuse(place, "dmn-rule", "The rule has %d conditions, and the table asks for %d. Each needs a cell; an empty one fits always."
          .formatted(conditions.size(), columns));
    }
    for (int i = 0; i < conditions.size(); i++) {
      String text = text(conditions.get(i));
      if (!text.isBlank()) {
        tests(text, place + ", input " + (i + 1));
      }
    }
    part(rule, "outputEntry").ifPresent(result -> result(text(result), place + ", output 1", type));
  }

  private void tests(String text, String place) {
    if (readable(text, place)) {
      feel.refusalOfTests(text).ifPresentOrElse(why -> refused(place, text, why), () -> names(feel.namesOfTests(text), text, place));
    }
  }

  private void result(String text, String place, String type) {
    if (!readable(text, place)) {
      return;
    }
    feel.refusal(text).ifPresentOrElse(why -> refused(place, text, why), () -> names(feel.names(text), text, place));
    String result = text.strip();
    boolean ofAnotherType = switch (type) {
      case "string" -> NUMBER.matcher(result).matches() || result.equals("true") || result.equals("false");
      case "boolean" -> NUMBER.matcher(result).matches() || TEXT.matcher(result).matches();
      case "integer", "long" -> TEXT.matcher(result).matches() || result.contains(".") && NUMBER.matcher(result).matches() || isTruth(result);
      case "double" -> TEXT.matcher(result).matches() || isTruth(result);
      default -> false;
    };
    if (ofAnotherType) {
      refuse(place, "dmn-type", "The result %s is not of the type %s that the column has.".formatted(Quoted.of(result), type));
    }
  }

  private static boolean isTruth(String text) {
    return text.equals("true") || text.equals("false");
  }

  private void names(Set<String> names, String text, String place) {
    for (String name : names) {
      if (!known.contains(name)) {
        refuse(place, "dmn-name", "%s reads %s, which no input of the table asks for. Text stands in quotation marks: \"%s\".".formatted(
            Quoted.of(text.strip()), Quoted.of(name), Quoted.plain(name)));
      }
    }
  }

  /** Whether there is a text that is worth reading; if not, that is a finding. */
  private boolean readable(String text, String place) {
    Optional<String> flaw = text.isBlank() ? Optional.of("is empty. Write an expression.") : PlainText.flaw(text, LONGEST_CELL, true);
    flaw.ifPresent(what -> refuse(place, FEEL_RULE, "The cell " + what));
    return flaw.isEmpty();
  }

  private void refused(String place, String text, String why) {
    refuse(place, FEEL_RULE, "%s cannot be used: %s.".formatted(Quoted.of(text.strip()), Quoted.plain(why)));
  }

  private void words(Element owner, String name) {
    part(owner, name).map(Tree::text).flatMap(text -> PlainText.flaw(text, LONGEST_TEXT, true)).ifPresent(flaw ->
        findings.refuse(Tree.idOf(owner), name, "dmn-text", "The %s %s".formatted(name, flaw)));
  }

  private void refuse(String place, String rule, String message) {
    findings.refuse(id, place, rule, message);
  }

  private static Optional<Element> part(Element owner, String name) {
    return Tree.children(owner, DecisionParts.DMN, name).findFirst();
  }

  private static String text(Element owner) {
    return part(owner, "text").map(Tree::text).orElse("");
  }
}
