package io.stile.gate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** What a form may ask, and how. */
final class FormRules {

  private static final Set<String> TYPES = Set.of("text", "textfield", "textarea", "number", "select", "radio", "checkbox",
      "datetime", "checklist");
  private static final Pattern KEY = Pattern.compile("[a-z][a-zA-Z0-9]*");

  private FormRules() {
  }

  static Stream<String> idIsItsPlace(FormFile f) {
    return Findings.of(!f.id().equals(f.process() + "." + f.step()), "its id is " + f.process() + "." + f.step())
        .and(!f.path().matches("forms/[a-z-]+/[a-z-]+\\.form"), "its place is forms/<process>/<step>.form")
        .and(f.json().path("schemaVersion").asInt() != 19, "schemaVersion is 19")
        .and(!f.json().path("executionPlatform").asText().equals("Camunda Platform")
            || !f.json().path("executionPlatformVersion").asText().equals("7.24.0"), "is made for Camunda Platform 7.24.0").stream();
  }

  static Stream<String> componentsAreAllowed(FormFile f) {
    return f.components().stream().filter(c -> !TYPES.contains(c.path("type").asText()))
        .map(c -> name(c) + ": the type \"" + c.path("type").asText() + "\" is not among " + TYPES.stream().sorted().toList());
  }

  static Stream<String> fieldsHaveKeyAndLabel(FormFile f) {
    Set<String> seen = new HashSet<>();
    return f.fields().stream().flatMap(c -> {
      String key = c.path("key").asText();
      return Findings.of(!KEY.matcher(key).matches(), name(c) + ": the key is lowerCamel")
          .and(SampleWords.RESERVED.contains(key), key + ": is a word of the platform or of FEEL")
          .and(!seen.add(key), key + ": stands twice")
          .and(c.path("label").asText().isBlank(), key + ": has no label").stream();
    });
  }

  static Stream<String> choicesHaveOptions(FormFile f) {
    return f.fields().stream().filter(c -> Set.of("select", "radio", "checklist").contains(c.path("type").asText()))
        .flatMap(c -> Findings.of(c.has("valuesKey") && !SampleWords.OPTION_LISTS.contains(c.path("valuesKey").asText()),
                name(c) + ": the platform gives no list \"" + c.path("valuesKey").asText() + "\"")
            .and(!c.has("valuesKey") && FormFile.options(c).isEmpty(), name(c) + ": has no options")
            .and(FormFile.options(c).size() != c.path("values").size(), name(c) + ": an option stands twice").stream());
  }

  static Stream<String> limitsMakeSense(FormFile f) {
    return f.fields().stream().flatMap(c -> {
      JsonNode v = c.path("validate");
      return Findings.of(!compiles(v.path("pattern").asText()), name(c) + ": the pattern does not compile: " + v.path("pattern").asText())
          .and(v.has("pattern") && v.path("required").asBoolean(), name(c) + ": a pattern stands on optional fields only")
          .and(v.has("min") && v.has("max") && v.path("min").asLong() > v.path("max").asLong(), name(c) + ": min is above max")
          .and(c.path("type").asText().equals("textarea") && !c.path("readonly").asBoolean() && !v.has("maxLength"), name(c) + ": has no maxLength")
          .and(c.path("readonly").asBoolean() && !v.isMissingNode(), name(c) + ": is read-only, so nothing is to be checked").stream();
    });
  }

  static Stream<String> textsAreTexts(FormFile f) {
    return f.components().stream().flatMap(c -> Stream.of("label", "description", "text", "dateLabel", "timeLabel")
        .filter(t -> c.path(t).asText().matches("(?s).*(<|\\{\\{|\\$\\{).*|=.*"))
        .map(t -> name(c) + ": markup or an expression in its " + t));
  }

  static Stream<String> moneyIsMinorUnits(FormFile f) {
    return f.fields().stream().filter(c -> c.path("key").asText().matches(".*(Amount|Balance|Price|Fee|Cost)|.*(Eur|Euro|Money)"))
        .map(c -> name(c) + ": money is minor units, the key ends with Cents");
  }

  /** A hidden field depends on a field of the same form or on what was known before. */
  static List<String> conditionsKnowTheirNames(ModelFolder folder) {
    return folder.forms().stream().flatMap(f -> f.fields().stream().filter(c -> c.has("conditional"))
        .flatMap(c -> Stream.concat(
            Findings.of(!c.path("conditional").path("hide").asText().startsWith("="), name(c) + ": hide is FEEL and begins with =").stream(),
            ExpressionRules.names(c.path("conditional").path("hide").asText()).stream().filter(n -> !given(folder, f).contains(n))
                .map(n -> name(c) + ": hidden by \"" + n + "\", which nobody knows")))
        .map(x -> f.path() + ": " + x)).toList();
  }

  static List<String> readOnlyFieldsAreKnown(ModelFolder folder) {
    return folder.forms().stream().flatMap(f -> f.fields(true).map(c -> c.path("key").asText())
        .filter(key -> !asked(folder, f.process()).contains(key))
        .map(key -> f.path() + ": " + key + ": is read-only, and nothing gives it a value")).toList();
  }

  private static Set<String> given(ModelFolder folder, FormFile f) {
    Set<String> names = asked(folder, f.process());
    f.fields().forEach(c -> names.add(c.path("key").asText()));
    return names;
  }

  /** What the process comes to know: answers, decision results, facts. */
  private static Set<String> asked(ModelFolder folder, String process) {
    Set<String> names = new HashSet<>(SampleWords.FACTS);
    folder.formsOf(process).stream().flatMap(f -> f.fields(false)).forEach(c -> names.add(c.path("key").asText()));
    folder.model(process).stream().flatMap(m -> m.nodes("businessRuleTask")).forEach(t -> names.add(t.camunda("resultVariable")));
    return names;
  }

  private static boolean compiles(String pattern) {
    try {
      Pattern.compile(pattern);
      return true;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  private static String name(JsonNode component) {
    return component.path("key").asText(component.path("type").asText());
  }
}
