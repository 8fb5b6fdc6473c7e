package io.stile.studio;

import com.fasterxml.jackson.databind.JsonNode;
import io.stile.gate.Bundle;
import io.stile.gate.Kind;
import io.stile.studio.Diagram.Node;
import io.stile.studio.KnownName.Choice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What is known where in a model: what earlier forms asked, earlier decisions found, and the platform says. */
@Service
public class KnownNames {

  private static final String PLATFORM = "the platform";
  /** The facts that each request has. Source: docs/bpmn-conventions.md, rule names-are-known. */
  private static final List<KnownName> FACTS = List.of(
      new KnownName("customerTier", "Tier of the customer", PLATFORM, "select", choices("standard", "premium"), "standard"),
      new KnownName("openerRole", "Role of whoever opened it", PLATFORM, "select", choices("front-office", "back-office", "lead", "manager"), "front-office"),
      new KnownName("contractMonths", "Age of the contract in full months", PLATFORM, "number", List.of(), 18),
      new KnownName("openBalanceCents", "Open balance in cents", PLATFORM, "number", List.of(), 0),
      new KnownName("deviceClass", "Device class", PLATFORM, "select", choices("basic", "standard", "premium"), "standard"));
  private static final List<Choice> SOMEBODY = List.of(new Choice("First example", "first"), new Choice("Second example", "second"));

  /** Those that are known when a form is shown, by where they come from. */
  public List<KnownName> atForm(Bundle bundle, String form) {
    Optional<Diagram> diagram = diagram(bundle);
    List<Node> shown = diagram.map(drawn -> drawn.showing(form)).orElse(List.of());
    Map<String, KnownName> known = new LinkedHashMap<>();
    // A way back leads to the form itself, too; whoever fills it in the first time knows nothing of it.
    diagram.ifPresent(drawn -> drawn.before(shown).stream().filter(node -> !node.form().equals(form)).forEach(node -> add(bundle, node, known)));
    FACTS.forEach(fact -> known.putIfAbsent(fact.key(), fact));
    bundle.file(Bundle.formOf(form)).flatMap(FormParts::tree).ifPresent(tree -> lists(tree, known));
    return List.copyOf(known.values());
  }

  /** Those that are known when a decision is made: what forms before it asked, and the facts. */
  public List<KnownName> atDecision(Bundle bundle, String decision) {
    Map<String, KnownName> known = new LinkedHashMap<>();
    FACTS.forEach(fact -> known.put(fact.key(), fact));
    diagram(bundle).ifPresent(drawn -> drawn.before(drawn.nodes().values().stream().filter(node -> node.decision().equals(decision)).toList())
        .forEach(node -> add(bundle, node, known)));
    return List.copyOf(known.values());
  }

  static Optional<Diagram> diagram(Bundle bundle) {
    return bundle.file(Bundle.diagramOf(bundle.key())).flatMap(Diagram::read);
  }

  private static void add(Bundle bundle, Node node, Map<String, KnownName> known) {
    if (!node.form().isEmpty()) {
      String from = Differences.title(Kind.FORM, Bundle.formOf(node.form()));
      bundle.file(Bundle.formOf(node.form())).flatMap(FormParts::tree).ifPresent(form -> fields(form, from, known));
    }
    if (!node.decision().isEmpty() && !node.result().isEmpty()) {
      List<Choice> results = bundle.file(Bundle.decisionOf(node.decision())).map(TableResults::of).orElse(List.of());
      known.putIfAbsent(node.result(), new KnownName(node.result(), node.title(), Differences.title(Kind.DMN, Bundle.decisionOf(node.decision())),
          results.isEmpty() ? "textfield" : "select", results, results.isEmpty() ? null : results.get(0).value()));
    }
  }

  private static void fields(JsonNode parent, String from, Map<String, KnownName> known) {
    for (JsonNode field : parent.path("components")) {
      String key = field.path("key").asText("");
      if (!key.isEmpty()) {
        known.putIfAbsent(key, name(field, key, from));
      }
      fields(field, from, known);
    }
  }

  private static KnownName name(JsonNode field, String key, String from) {
    List<Choice> options = new ArrayList<>();
    field.path("values").forEach(option -> options.add(new Choice(option.path("label").asText(""), plain(option.path("value")))));
    String type = field.path("type").asText("textfield");
    String label = field.path("label").asText(field.path("dateLabel").asText(key));
    return new KnownName(key, label.isBlank() ? key : label, from, type, options, sample(type, label, options));
  }

  private static Object sample(String type, String label, List<Choice> options) {
    return switch (type) {
      case "number" -> 1;
      case "checkbox" -> true;
      case "datetime" -> null;
      case "checklist", "taglist" -> options.isEmpty() ? null : List.of(options.get(0).value());
      case "select", "radio" -> options.isEmpty() ? null : options.get(0).value();
      default -> label.isBlank() ? null : "Example: " + label.substring(0, Math.min(30, label.length())).toLowerCase(Locale.ROOT);
    };
  }

  /** Lists that the platform gives, of which the form chooses. */
  private static void lists(JsonNode parent, Map<String, KnownName> known) {
    for (JsonNode field : parent.path("components")) {
      String list = field.path("valuesKey").asText("");
      if (!list.isEmpty()) {
        known.putIfAbsent(list, new KnownName(list, "List “" + list + "”", PLATFORM, "list", List.of(), SOMEBODY));
      }
      lists(field, known);
    }
  }

  private static Object plain(JsonNode value) {
    return value.isNumber() ? value.numberValue() : value.isBoolean() ? (Object) value.booleanValue() : value.asText("");
  }

  private static List<Choice> choices(String... values) {
    return Arrays.stream(values).map(value -> new Choice(value, value)).toList();
  }

}
