package io.stile.studio;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stile.gate.Bundle;
import io.stile.studio.ConditionReader.Comparison;
import io.stile.studio.Diagram.Node;
import io.stile.studio.Words.DecisionWords;
import io.stile.studio.Words.FactWords;
import io.stile.studio.Words.FormWords;
import io.stile.studio.Words.Option;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says conditions of a model as sentences, as the builder of the modeler shows them. Its twin is {@code conditions/say.ts}. */
final class ConditionWords {

  private static final Map<String, String> OPERATORS = Map.of("==", "is", "!=", "is not", "<", "is less than", "<=", "is at most",
      ">", "is more than", ">=", "is at least");

  private final Diagram diagram;
  private final List<FormWords> forms;
  private final List<DecisionWords> decisions;

  private record Known(String label, NameType type, List<Option> options) {}

  ConditionWords(Bundle bundle) {
    diagram = KnownNames.diagram(bundle).orElse(null);
    forms = new FormFields(new ObjectMapper()).of(bundle);
    decisions = ModelVocabulary.decisions(bundle);
  }

  /**
   * The condition of a flow: {@code if “Is it in stock?” is “Yes”}.
   *
   * @param source id of the node that the flow leaves: what is asked before it is known
   * @return empty if the condition says more than a sentence of that kind can
   */
  Optional<String> sentence(String source, String expression) {
    return ConditionReader.read(expression).map(condition -> {
      Map<String, Known> known = knownAt(source);
      return "if " + condition.stream().map(group -> group.stream().map(comparison -> say(comparison, known)).collect(Collectors.joining(" and ")))
          .collect(Collectors.joining(", or "));
    });
  }

  private Map<String, Known> knownAt(String source) {
    Map<String, Known> known = new HashMap<>();
    List<Node> earlier = new ArrayList<>();
    if (diagram != null && diagram.nodes().containsKey(source)) {
      earlier.add(diagram.nodes().get(source));
      earlier.addAll(diagram.before(earlier));
    }
    for (Node node : earlier) {
      forms.stream().filter(form -> form.id().equals(node.form())).flatMap(form -> form.fields().stream())
          .forEach(field -> known.merge(field.key(), new Known(field.label(), field.type(), field.options()), ConditionWords::both));
      decisions.stream().filter(decision -> decision.id().equals(node.decision()) && !node.result().isEmpty())
          .forEach(decision -> known.putIfAbsent(node.result(), new Known("The result of " + decision.name(), NameType.CHOICE,
              decision.results().stream().map(value -> new Option(value, value.toString().replace('-', ' '))).toList())));
    }
    return known;
  }

  /** The form nearest to the condition names it; options of both can come. */
  private static Known both(Known nearer, Known other) {
    List<Option> options = new ArrayList<>(nearer.options());
    other.options().stream().filter(option -> options.stream().noneMatch(own -> own.value().equals(option.value()))).forEach(options::add);
    return new Known(nearer.label(), nearer.type(), options);
  }

  private static String say(Comparison comparison, Map<String, Known> known) {
    Known name = known.computeIfAbsent(comparison.name(), ConditionWords::fact);
    return subject(name.label()) + " " + OPERATORS.get(comparison.operator()) + " " + value(comparison, name);
  }

  /** What the platform knows; a name that nothing knows is called as it is. */
  private static Known fact(String key) {
    if (!PlatformWords.isFact(key)) {
      return new Known(key, NameType.TEXT, List.of());
    }
    FactWords fact = PlatformWords.fact(key, null);
    return new Known(fact.name(), fact.type(), fact.values());
  }

  /** A question of a form is quoted; a short label reads as part of the sentence. */
  private static String subject(String label) {
    if (label.matches("(?s).*[?.:]")) {
      return "“" + label + "”";
    }
    return label.matches("(?s)[A-Z][a-z ].*") ? Character.toLowerCase(label.charAt(0)) + label.substring(1) : label;
  }

  private static String value(Comparison comparison, Known name) {
    String value = comparison.value();
    Optional<Option> option = name.options().stream()
        .filter(each -> String.valueOf(each.value()).equals(value) && each.value() instanceof String == comparison.quoted()).findFirst();
    if (option.isPresent()) {
      return "“" + option.get().label() + "”";
    }
    if (comparison.quoted()) {
      return "“" + value + "”";
    }
    return value.equals("null") ? "empty"
        : name.type() == NameType.MONEY && value.matches("-?[0-9.]+") ? new BigDecimal(value).movePointLeft(2).setScale(2).toPlainString() : value;
  }
}
