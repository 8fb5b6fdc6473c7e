package io.stile.gate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The closed list of what the file of a decision table may consist of: elements, their order, and what each attribute may hold. */
final class DecisionParts {

  static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";
  static final String DRAWING = "https://www.omg.org/spec/DMN/20191111/DMNDI/";
  static final String SHAPES = "http://www.omg.org/spec/DMN/20180521/DC/";
  static final String LINES = "http://www.omg.org/spec/DMN/20180521/DI/";
  static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";
  /** Widths of columns, as the editor of tables keeps them. */
  static final String COLUMNS = "http://bpmn.io/schema/dmn/biodi/2.0";
  /** What the desktop modeler says of the engine that a file is made for. */
  static final String MODELER = "http://camunda.org/schema/modeler/1.0";

  static final Set<String> TYPES = Set.of("string", "boolean", "integer", "long", "double");
  static final String FEEL_RULE = "dmn-feel-only";

  static final int MOST_INPUTS = 20;
  static final int MOST_RULES = 300;

  private static final Set<String> FEEL = Set.of("feel", "https://www.omg.org/spec/DMN/20191111/FEEL/");
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_LABEL = 300;
  private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,149}");
  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*");
  private static final Pattern HREF = Pattern.compile("#[A-Za-z_][A-Za-z0-9_.-]{0,149}");
  private static final Pattern NAMESPACE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{1,20}:[A-Za-z0-9/._~:#-]{1,200}");
  private static final Pattern DAYS = Pattern.compile("P[1-9][0-9]{0,3}D");
  private static final Pattern COORDINATE = Pattern.compile("-?[0-9]{1,6}(?:\\.[0-9]{1,12})?");
  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,6}(?:\\.[0-9]{1,12})?");
  private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z .+-]{1,60}");

  /** What an attribute may hold. */
  record Attribute(String rule, boolean needed, Function<String, Optional<String>> flaw) {}

  /** Elements that stand in this place, in any order among themselves. */
  record Slot(Set<String> names, int least, int most) {}

  /** What an element may have: attributes by name, with the prefix {@code camunda:} and the like; elements in this order; a text. */
  record Part(Map<String, Attribute> attributes, List<Slot> slots, boolean text) {}

  private static final Map<String, Part> PARTS = new HashMap<>();

  static {
    table();
    rows();
    drawing();
  }

  private DecisionParts() {}

  /** What an element of this name in the DMN namespace, or in one of the namespaces of drawings, may have; empty if there may be none. */
  static Optional<Part> of(String namespace, String name) {
    String home = DRAWING.equals(namespace) || SHAPES.equals(namespace) || LINES.equals(namespace) ? "drawing " : DMN.equals(namespace) ? "" : "no ";
    return Optional.ofNullable(PARTS.get(home + name));
  }

  private static void table() {
    part("definitions", false, attributes(Map.of("expressionLanguage", language(), "typeLanguage", language(), "exporter", words(LONGEST_LABEL),
            "exporterVersion", matching(VERSION), "modeler:executionPlatform", one(Set.of("Camunda Platform")),
            "modeler:executionPlatformVersion", matching(VERSION)), "id", id(), "name", words(LONGEST_NAME), "namespace", matching(NAMESPACE)),
        slot(0, 200, "decision", "inputData"), slot(0, 1, "drawing DMNDI"));
    part("inputData", false, attributes(Map.of(), "id", id(), "name", words(LONGEST_NAME)), slot(0, 1, "description"), slot(0, 1, "variable"));
    part("variable", false, Map.of("id", id(), "name", words(LONGEST_NAME), "typeRef", one(TYPES)));
    part("decision", false, attributes(Map.of(), "id", new Attribute("dmn-id", false, text -> KEY.matcher(text).matches() && text.length() <= 100
            ? Optional.empty() : Optional.of("must be a name in small letters with “-” between its words, for example “phone-swap-eligibility”")),
        "name", words(LONGEST_NAME), "camunda:historyTimeToLive", matching(DAYS)),
        slot(0, 1, "description"), slot(0, 1, "variable"), slot(0, 50, "informationRequirement"), slot(1, 1, "decisionTable"));
    part("description", true, Map.of());
    part("informationRequirement", false, Map.of("id", id()), slot(1, 1, "requiredInput"));
    part("requiredInput", false, attributes(Map.of(), "href", matching(HREF)));
  }

  private static void rows() {
    part("decisionTable", false, Map.of("id", id(), "hitPolicy", new Attribute("dmn-hit-policy", false, policy ->
            Set.of("FIRST", "UNIQUE", "ANY").contains(policy) ? Optional.empty()
                : Optional.of("gives more than one result. Use FIRST: the first rule that fits decides"))),
        slot(1, MOST_INPUTS, "input"), slot(1, 1, "output"), slot(1, MOST_RULES, "rule"));
    part("input", false, attributes(Map.of("label", words(LONGEST_LABEL), "biodi:width", matching(LENGTH)), "id", id()), slot(1, 1, "inputExpression"),
        slot(0, 1, "inputValues"));
    part("inputExpression", false, Map.of("id", id(), "typeRef", one(TYPES), "expressionLanguage", language()), slot(1, 1, "text"));
    part("inputValues", false, Map.of("id", id(), "expressionLanguage", language()), slot(1, 1, "text"));
    part("output", false, attributes(Map.of("label", words(LONGEST_LABEL), "biodi:width", matching(LENGTH)),
        "id", id(), "name", new Attribute("dmn-output", false, DecisionParts::outputName), "typeRef", one(TYPES)), slot(0, 1, "outputValues"));
    part("outputValues", false, Map.of("id", id(), "expressionLanguage", language()), slot(1, 1, "text"));
    part("rule", false, attributes(Map.of(), "id", id()), slot(0, 1, "description"), slot(0, MOST_INPUTS, "inputEntry"), slot(1, 1, "outputEntry"));
    part("inputEntry", false, Map.of("id", id(), "expressionLanguage", language()), slot(1, 1, "text"));
    part("outputEntry", false, Map.of("id", id(), "expressionLanguage", language()), slot(1, 1, "text"));
    part("text", true, Map.of());
  }

  private static void drawing() {
    Attribute of = matching(ID);
    part("drawing DMNDI", false, Map.of(), slot(0, 1, "drawing DMNDiagram"));
    part("drawing DMNDiagram", false, Map.of("id", id(), "name", words(LONGEST_NAME)), slot(0, 500, "drawing DMNShape", "drawing DMNEdge"));
    part("drawing DMNShape", false, attributes(Map.of("id", id(), "isCollapsed", one(Set.of("true", "false"))), "dmnElementRef", of),
        slot(1, 1, "drawing Bounds"));
    part("drawing DMNEdge", false, attributes(Map.of("id", id()), "dmnElementRef", of), slot(0, 50, "drawing waypoint"));
    part("drawing Bounds", false, attributes(Map.of(), "x", matching(COORDINATE), "y", matching(COORDINATE), "width", matching(LENGTH),
        "height", matching(LENGTH)));
    part("drawing waypoint", false, attributes(Map.of(), "x", matching(COORDINATE), "y", matching(COORDINATE)));
  }

  private static void part(String name, boolean text, Map<String, Attribute> attributes, Slot... slots) {
    PARTS.put(name, new Part(attributes, Arrays.asList(slots), text));
  }

  private static Slot slot(int least, int most, String... names) {
    return new Slot(Set.of(names), least, most);
  }

  /** Some attributes, and others that have to be there. */
  private static Map<String, Attribute> attributes(Map<String, Attribute> some, Object... needed) {
    Map<String, Attribute> all = new HashMap<>(some);
    for (int i = 0; i < needed.length; i += 2) {
      Attribute attribute = (Attribute) needed[i + 1];
      all.put((String) needed[i], new Attribute(attribute.rule(), true, attribute.flaw()));
    }
    return all;
  }

  private static Attribute id() {
    return new Attribute("dmn-id", false, matching(ID).flaw());
  }

  private static Attribute words(int longest) {
    return new Attribute("dmn-text", false, text -> PlainText.flaw(text, longest, false));
  }

  private static Attribute matching(Pattern pattern) {
    return new Attribute("dmn-attribute", false, text -> pattern.matcher(text).matches() ? Optional.empty()
        : Optional.of("is %s, which is not of the form that is read here".formatted(Quoted.of(text))));
  }

  private static Attribute one(Set<String> words) {
    return new Attribute("dmn-attribute", false, text -> words.contains(text) ? Optional.empty()
        : Optional.of("is %s. Use %s".formatted(Quoted.of(text), String.join(", ", words.stream().sorted().toList()))));
  }

  private static Attribute language() {
    return new Attribute(FEEL_RULE, false, text -> FEEL.contains(text) ? Optional.empty()
        : Optional.of("is %s. Decision tables speak FEEL only: take the attribute out".formatted(Quoted.of(text))));
  }

  private static Optional<String> outputName(String name) {
    return name.matches("[A-Za-z][A-Za-z0-9_]{0,63}") ? Optional.empty()
        : Optional.of("is %s. The result has a name of letters and digits, for example “route”".formatted(Quoted.of(name)));
  }
}
