package io.stile.gate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What expressions may say and where: names, literals, comparison and logic, in conditions and dates only. */
final class ExpressionRules {

  private static final Pattern TOKEN = Pattern.compile("\\s+|'[^'\\\\]*'|\"[^\"\\\\]*\"|\\d+|[A-Za-z_]\\w*|==|!=|<=|>=|<|>|&&|\\|\\||!|\\(|\\)|=");
  private static final Pattern NAME = Pattern.compile("'[^']*'|\"[^\"]*\"|([A-Za-z_]\\w*)");
  private static final Pattern COMPARED = Pattern.compile("([A-Za-z_]\\w*)\\s*[!=]=\\s*'([^']*)'");
  private static final Set<String> WORDS = Set.of("true", "false", "null", "empty", "not", "and", "or");

  private ExpressionRules() {
  }

  static Stream<String> expressionsStandWhereTheyMay(DrawnModel m) {
    return ModelXml.all(m.document().getDocumentElement()).stream().flatMap(e -> {
      Stream<String> attributes = ModelXml.attributes(e).stream().filter(a -> isExpression(a.getValue()))
          .filter(a -> !(a.getName().equals("businessKey") && a.getValue().equals("#{execution.processBusinessKey}")))
          .map(a -> e.getNodeName() + " " + e.getAttribute("id") + ": no expression in " + a.getName() + ": " + a.getValue());
      boolean place = Set.of("conditionExpression", "timeDate").contains(e.getLocalName());
      String text = ModelXml.ownText(e);
      Stream<String> texts = place ? grammar(text)
          : Findings.of(isExpression(text), e.getNodeName() + ": no expression in a text: " + text).stream();
      return Stream.concat(attributes, texts);
    });
  }

  /** Conditions and dates use what an earlier form, a decision or the platform gives. */
  static List<String> namesAreKnown(ModelFolder folder) {
    return folder.drawn().stream().flatMap(m -> Stream.concat(
        m.flows().stream().filter(f -> !f.condition().isEmpty()).flatMap(f -> unknown(folder, m, f.from(), f.condition(), f.id())),
        m.nodes().stream().filter(n -> !n.date().isEmpty()).flatMap(n -> unknown(folder, m, n.id(), n.date(), n.id())))
        .map(f -> m.id() + ": " + f)).toList();
  }

  /** A condition compares a field with one of its options, a decision with one of its results. */
  static List<String> comparedValuesExist(ModelFolder folder) {
    return folder.drawn().stream().flatMap(m -> m.flows().stream().flatMap(f -> COMPARED.matcher(f.condition()).results()
        .filter(c -> !values(folder, m, c.group(1)).contains(c.group(2)))
        .map(c -> m.id() + ": " + f.id() + ": " + c.group(1) + " is never '" + c.group(2) + "'"))).toList();
  }

  /** A date that a form gives has a time and an offset, so that it is an instant. */
  static List<String> datesAreInstants(ModelFolder folder) {
    return folder.drawn().stream().flatMap(m -> m.nodes().stream().filter(n -> !n.date().isEmpty())
        .filter(n -> names(n.date()).stream().noneMatch(name -> SampleWords.INSTANTS.contains(name) || isMoment(folder, m, name)))
        .map(n -> m.id() + ": " + n.id() + ": " + n.date() + " is neither an instant of the platform nor a date-time field with offset"))
        .toList();
  }

  static Stream<String> decisionIsBound(DrawnModel m) {
    return m.nodes("businessRuleTask").flatMap(t -> Findings
        .of(!t.camunda("decisionRefBinding").equals("deployment"), t.id() + ": decisionRefBinding is deployment")
        .and(!t.camunda("mapDecisionResult").equals("singleEntry"), t.id() + ": mapDecisionResult is singleEntry")
        .and(t.camunda("resultVariable").isBlank(), t.id() + ": has no resultVariable").stream());
  }

  static List<String> decisionIsPlainFeel(ModelFolder folder) {
    Stream<String> missing = folder.drawn().stream().flatMap(m -> m.nodes("businessRuleTask")
        .filter(t -> folder.decision(t.camunda("decisionRef")).isEmpty())
        .map(t -> m.id() + ": " + t.id() + ": no table for " + t.camunda("decisionRef")));
    Stream<String> tables = folder.decisions().stream().flatMap(d -> Findings
        .of(d.ids().size() != 1 || !d.path().equals("bpmn/" + d.ids().get(0) + ".dmn"), "the file is named after its one decision")
        .and(d.all("output").size() != 1, "has one output")
        .and(d.all("decision").stream().anyMatch(e -> e.getAttribute("camunda:historyTimeToLive").isEmpty()), "has no historyTimeToLive")
        .and(ModelXml.all(d.root()).stream().anyMatch(e -> e.hasAttribute("expressionLanguage")), "is FEEL; expressionLanguage is not written")
        .and(d.all("DMNShape").size() != d.all("decision").size() + d.all("inputData").size(), "is drawn")
        .and(!fieldsAndFacts(folder).containsAll(d.inputs()), "reads a name that no form and no fact has: " + d.inputs())
        .stream().map(f -> d.path() + ": " + f));
    return Stream.concat(missing, tables).toList();
  }

  /** The names in an expression, without words of the language and texts. */
  static Set<String> names(String expression) {
    return NAME.matcher(expression).results().map(r -> r.group(1)).filter(n -> n != null && !WORDS.contains(n)).collect(Collectors.toSet());
  }

  private static Stream<String> unknown(ModelFolder folder, DrawnModel m, String at, String expression, String id) {
    Set<String> known = new HashSet<>(SampleWords.FACTS);
    known.addAll(SampleWords.INSTANTS);
    m.nodes().stream().filter(n -> m.reached(List.of(n), false).contains(at)).forEach(n -> {
      known.add(n.camunda("resultVariable"));
      folder.formsOf(m.id()).stream().filter(f -> f.id().equals(n.camunda("formRef")))
          .flatMap(f -> f.fields(false)).forEach(f -> known.add(f.path("key").asText()));
    });
    return names(expression).stream().filter(n -> !known.contains(n))
        .map(n -> id + ": \"" + n + "\" in " + expression + " is no field of an earlier form, no decision result, no fact");
  }

  private static Set<String> values(ModelFolder folder, DrawnModel m, String name) {
    Set<String> values = fields(folder, m).filter(f -> f.path("key").asText().equals(name))
        .flatMap(f -> FormFile.options(f).stream()).collect(Collectors.toCollection(HashSet::new));
    m.nodes("businessRuleTask").filter(t -> t.camunda("resultVariable").equals(name))
        .flatMap(t -> folder.decision(t.camunda("decisionRef")).stream()).forEach(d -> values.addAll(d.results()));
    return values;
  }

  private static Stream<JsonNode> fields(ModelFolder folder, DrawnModel m) {
    return folder.formsOf(m.id()).stream().flatMap(f -> f.fields(false));
  }

  private static boolean isMoment(ModelFolder folder, DrawnModel m, String name) {
    return fields(folder, m).anyMatch(f -> f.path("key").asText().equals(name) && f.path("subtype").asText().equals("datetime")
        && f.path("timeSerializingFormat").asText().equals("utc_offset"));
  }

  private static Set<String> fieldsAndFacts(ModelFolder folder) {
    Set<String> names = new HashSet<>(SampleWords.FACTS);
    names.addAll(SampleWords.ASKED_BY_CODE);
    folder.forms().stream().flatMap(f -> f.fields().stream()).forEach(f -> names.add(f.path("key").asText()));
    return names;
  }

  private static boolean isExpression(String value) {
    return value.contains("${") || value.contains("#{");
  }

  private static Stream<String> grammar(String text) {
    if (!text.startsWith("${") || !text.endsWith("}")) {
      return Stream.of("\"" + text + "\": one ${expression}, nothing around it");
    }
    String inner = text.substring(2, text.length() - 1);
    int matched = TOKEN.matcher(inner).results().map(MatchResult::group).mapToInt(String::length).sum();
    return Findings.of(matched != inner.length() || inner.matches(".*[A-Za-z_]\\w*\\s*\\(.*") && !inner.matches(".*\\b(not|empty|and|or)\\s*\\(.*"),
        "\"" + text + "\": only names, literals, comparison and logic; no dots, no calls").stream();
  }
}
