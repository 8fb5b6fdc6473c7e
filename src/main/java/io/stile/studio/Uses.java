package io.stile.studio;

import com.fasterxml.jackson.databind.JsonNode;
import io.stile.engine.Model;
import io.stile.engine.Models;
import io.stile.gate.Bundle;
import io.stile.gate.Kind;
import io.stile.studio.Diagram.Flow;
import io.stile.studio.Diagram.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.w3c.dom.Element;

/** Where in the models something is used, in the drafts and in the newest versions. */
@Service
public class Uses {

  private final Models models;
  private final ModelDrafts drafts;

  Uses(Models models, ModelDrafts drafts) {
    this.models = models;
    this.drafts = drafts;
  }

  /** How people call a model: its diagram's label, or that of its table. */
  public String modelName(String model) {
    return models.newest(model).map(Model::name).orElseGet(() -> draft(model).name());
  }

  /** The steps and properties that name a department, over all models. */
  public List<Use> ofDepartment(String department) {
    return everywhere((place, uses) -> place.diagram().ifPresent(diagram -> {
      if (department.equals(diagram.properties().get("ownerPolicy"))) {
        uses.add(place.in(diagram.process(), "The process", "gives it the requests to own"));
      }
      diagram.nodes().values().stream().filter(node -> node.group().equals(department))
          .forEach(node -> uses.add(place.in(node.id(), "Step “" + node.title() + "”", "gives it the work")));
    }));
  }

  /** The steps that ask a decision table, over all models. */
  public List<Use> ofDecision(String decision) {
    return everywhere((place, uses) -> place.diagram().ifPresent(diagram -> asking(place, diagram, decision, uses)));
  }

  /** The steps of a model that ask a decision table, as it stands now: in its draft if it has one. */
  public List<Use> ofDecision(String model, String decision) {
    Place place = draft(model);
    List<Use> uses = new ArrayList<>();
    place.diagram().ifPresent(diagram -> asking(place, diagram, decision, uses));
    return uses;
  }

  private static void asking(Place place, Diagram diagram, String decision, List<Use> uses) {
    diagram.nodes().values().stream().filter(node -> node.decision().equals(decision))
        .forEach(node -> uses.add(place.in(node.id(), "Step “" + node.title() + "”", "asks it")));
  }

  /** The steps that show a form, in the draft of its model. */
  public List<Use> ofForm(String model, String form) {
    Place place = draft(model);
    List<Use> uses = new ArrayList<>();
    place.diagram().ifPresent(diagram -> diagram.showing(form).forEach(node -> uses.add(
        place.in(node.id(), (node.kind().equals("startEvent") ? "Start “" : "Step “") + node.title() + "”", "shows it"))));
    return uses;
  }

  /**
   * The places of a model's draft that name an answer, a result or a fact.
   *
   * @param except a form that is not looked at, because it is the one that asks for it; null for none
   */
  public List<Use> ofField(String model, String field, String except) {
    return ofField(draft(model), field, except);
  }

  private static List<Use> ofField(Place place, String field, String except) {
    NamedIn name = new NamedIn(field);
    List<Use> uses = new ArrayList<>();
    place.diagram().ifPresent(diagram -> inDiagram(place, diagram, name, uses));
    place.bundle().paths(Kind.DMN).forEach(path -> inTable(place, path, name, uses));
    place.bundle().paths(Kind.FORM).stream().filter(path -> except == null || !path.equals(Bundle.formOf(except)))
        .forEach(path -> inForm(place, path, field, name, uses));
    return uses;
  }

  /** The uses of each field of a form outside of it, by key; without fields that nothing else names. */
  public Map<String, List<Use>> ofFieldsOf(String model, String form) {
    Map<String, List<Use>> uses = new LinkedHashMap<>();
    Place place = draft(model);
    place.bundle().file(Bundle.formOf(form)).flatMap(FormParts::tree).ifPresent(tree -> tree.findValuesAsText("key").forEach(key -> {
      List<Use> found = key.isEmpty() ? List.of() : ofField(place, key, form);
      if (!found.isEmpty()) {
        uses.put(key, found);
      }
    }));
    return uses;
  }

  private static void inDiagram(Place place, Diagram diagram, NamedIn name, List<Use> uses) {
    for (Flow flow : diagram.flows()) {
      if (name.expression(flow.condition())) {
        Node source = diagram.nodes().get(flow.source());
        uses.add(place.in(flow.id(), "Flow " + (flow.name().isEmpty() ? "" : "“" + flow.name() + "” ") + "from “"
            + (source == null ? flow.source() : source.title()) + "”", "asks for it in its condition"));
      }
    }
    for (Node node : diagram.nodes().values()) {
      node.texts().forEach((what, text) -> {
        if (name.expression(text)) {
          uses.add(place.in(node.id(), "“" + node.title() + "”", "names it: " + what));
        }
      });
      if (node.result().equals(name.toString())) {
        uses.add(place.in(node.id(), "Step “" + node.title() + "”", "finds it as its result"));
      }
    }
  }

  private static void inTable(Place place, String path, NamedIn name, List<Use> uses) {
    place.bundle().file(path).flatMap(DraftXml::read).ifPresent(document -> {
      String table = Differences.title(Kind.DMN, path);
      for (Element input : DraftXml.all(document, "inputExpression")) {
        if (name.expression(DraftXml.text(input, "text"))) {
          uses.add(place.at(path, input.getAttribute("id"), table, "reads it in a condition"));
        }
      }
      for (String cell : List.of("inputEntry", "outputEntry")) {
        DraftXml.all(document, cell).stream().filter(entry -> name.expression(DraftXml.text(entry, "text"))).findFirst()
            .ifPresent(entry -> uses.add(place.at(path, entry.getAttribute("id"), table, "names it in a cell")));
      }
    });
  }

  private static void inForm(Place place, String path, String key, NamedIn name, List<Use> uses) {
    place.bundle().file(path).flatMap(FormParts::tree).ifPresent(form -> components(form).forEach(component -> {
      String own = component.path("key").asText("");
      if (own.equals(key)) {
        uses.add(place.at(path, own, Differences.title(Kind.FORM, path), component.path("readonly").asBoolean(false) ? "shows it again" : "asks for it"));
      }
      if (texts(component).stream().anyMatch(name::formText)) {
        uses.add(place.at(path, own, Differences.title(Kind.FORM, path), "names it in an expression of “" + component.path("label").asText(own) + "”"));
      }
    }));
  }

  static List<JsonNode> components(JsonNode parent) {
    List<JsonNode> components = new ArrayList<>();
    for (JsonNode component : parent.path("components")) {
      components.add(component);
      components.addAll(components(component));
    }
    return components;
  }

  private static List<JsonNode> texts(JsonNode component) {
    List<JsonNode> texts = new ArrayList<>();
    component.fields().forEachRemaining(field -> {
      if (field.getValue().isObject()) {
        texts.addAll(texts(field.getValue()));
      } else if (!field.getKey().equals("key") && !field.getKey().equals("components")) {
        texts.add(field.getValue());
      }
    });
    return texts;
  }

  private interface Look {
    void at(Place place, List<Use> uses);
  }

  private List<Use> everywhere(Look look) {
    List<Use> uses = new ArrayList<>();
    TreeSet<String> keys = new TreeSet<>(models.all().stream().map(Model::process).toList());
    List<String> drawn = drafts.all().stream().map(ModelDraft::model).toList();
    keys.addAll(drawn);
    for (String model : keys) {
      look.at(new Place(model, false, drafts.published(model)), uses);
      if (drawn.contains(model)) {
        look.at(draft(model), uses);
      }
    }
    return uses;
  }

  private Place draft(String model) {
    return new Place(model, drafts.of(model).isPresent(), drafts.bundle(model));
  }

  /** One state of a model. */
  private record Place(String model, boolean draft, Bundle bundle) {

    Optional<Diagram> diagram() {
      return KnownNames.diagram(bundle);
    }

    String name() {
      return diagram().map(Diagram::name).or(() -> bundle.file(Bundle.decisionOf(model)).flatMap(DraftXml::read)
          .flatMap(table -> DraftXml.all(table, "decision").stream().findFirst()).map(decision -> decision.getAttribute("name").strip()))
          .filter(name -> !name.isEmpty()).orElse(model);
    }

    Use in(String element, String where, String how) {
      return new Use(model, name(), draft, Bundle.diagramOf(model), element, where, how, "/studio/%s/diagram?element=%s".formatted(model, element));
    }

    Use at(String path, String element, String where, String how) {
      String file = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.[a-z]+$", "");
      return new Use(model, name(), draft, path, element, where, how,
          "/studio/%s/%s/%s".formatted(model, path.endsWith(Kind.DMN.suffix()) ? "decisions" : "forms", file));
    }
  }
}
