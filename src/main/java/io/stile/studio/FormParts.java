package io.stile.studio;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.core.JsonFactory;
import io.stile.studio.Difference.Item;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares forms field by field. */
final class FormParts {

  private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
      .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(60).build()).build()).build();
  /** What the editor writes for itself. */
  private static final Set<String> SKIPPED = Set.of("id", "components", "type", "layout", "schemaVersion", "executionPlatform",
      "executionPlatformVersion", "exporter", "versionTag", "generator");
  private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("label", "Label"), Map.entry("key", "Name of the answer"),
      Map.entry("description", "Description"), Map.entry("text", "Text"), Map.entry("values", "Options"), Map.entry("valuesKey", "Options from"),
      Map.entry("valuesExpression", "Options by"), Map.entry("conditional, hide", "Hidden when"), Map.entry("readonly", "Shown only"),
      Map.entry("disabled", "Greyed out"), Map.entry("defaultValue", "Answer to begin with"), Map.entry("validate, required", "Must be answered"),
      Map.entry("validate, minLength", "Shortest answer"), Map.entry("validate, maxLength", "Longest answer"), Map.entry("validate, min", "Least"),
      Map.entry("validate, max", "Most"), Map.entry("validate, pattern", "Pattern"), Map.entry("validate, patternErrorMessage", "Said if it does not fit"),
      Map.entry("validate, validationType", "Must be"), Map.entry("subtype", "Date or time"), Map.entry("dateLabel", "Label of the date"),
      Map.entry("timeLabel", "Label of the time"), Map.entry("decimalDigits", "Digits after the point"), Map.entry("increment", "Step"));
  private static final Map<String, String> KINDS = Map.ofEntries(Map.entry("textfield", "line of text"), Map.entry("textarea", "longer text"),
      Map.entry("number", "number"), Map.entry("datetime", "date or time"), Map.entry("checkbox", "yes or no"), Map.entry("checklist", "several of a few"),
      Map.entry("radio", "one of a few"), Map.entry("select", "one of a list"), Map.entry("taglist", "several of a list"), Map.entry("text", "explanation"),
      Map.entry("group", "group"), Map.entry("separator", "line"), Map.entry("spacer", "space"), Map.entry("button", "button"));

  private final List<Part> parts = new ArrayList<>();
  /** The id that the editor gave to a component, by the part's id. */
  private final Map<String, String> editorIds = new HashMap<>();

  private FormParts(JsonNode form) {
    components(form, "");
  }

  /** What differs; empty if one of the two cannot be read. */
  static Optional<List<Item>> compare(byte[] before, byte[] after) {
    Optional<JsonNode> old = tree(before);
    Optional<JsonNode> now = tree(after);
    if (old.isEmpty() || now.isEmpty()) {
      return Optional.empty();
    }
    FormParts was = new FormParts(old.get());
    FormParts is = new FormParts(now.get());
    Map<String, String> ids = new HashMap<>(was.editorIds);
    ids.putAll(is.editorIds);
    return Optional.of(Parts.compare(was.parts, Aliases.of(was.parts, is.parts, part -> ids.get(part.id())), true));
  }

  /** The parts of a form; empty if it cannot be read. */
  static Optional<List<Part>> parts(byte[] content) {
    return tree(content).map(form -> new FormParts(form).parts);
  }

  /** How people call each component, by its key and by its id; empty if the form cannot be read. */
  static Map<String, String> titles(byte[] content) {
    Map<String, String> titles = new HashMap<>();
    tree(content).ifPresent(form -> Uses.components(form).forEach(component -> {
      String key = component.path("key").asText("");
      String title = key.isEmpty() ? title(component) : "Field “" + title(component) + "”";
      titles.putIfAbsent(component.path("id").asText(""), title);
      titles.putIfAbsent(key, title);
    }));
    return titles;
  }

  /** A property of a component as people call it, by its path: {@code validate.pattern} is "Pattern". */
  static String property(String path) {
    String name = path.replace(".", ", ");
    return NAMES.getOrDefault(name, PlatformWords.words(name));
  }

  /** The form as a tree, empty if it is none. */
  static Optional<JsonNode> tree(byte[] content) {
    try {
      JsonNode tree = JSON.readTree(content);
      return tree != null && tree.isObject() ? Optional.of(tree) : Optional.empty();
    } catch (JacksonException broken) {
      return Optional.empty();
    } catch (IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
  }

  private void components(JsonNode parent, String group) {
    for (JsonNode component : parent.path("components")) {
      String title = title(component);
      String id = unique(component.path("key").asText("").isEmpty() ? component.path("type").asText("") + ":" + title : component.path("key").asText());
      String editorId = component.path("id").asText("");
      if (!editorId.isEmpty()) {
        editorIds.put(id, editorId);
      }
      Map<String, String> values = new LinkedHashMap<>();
      values.put("Kind", KINDS.getOrDefault(component.path("type").asText(""), component.path("type").asText("")));
      values(component, "", values);
      if (!group.isEmpty()) {
        values.put("In the group", group);
      }
      parts.add(new Part(id, component.path("key").asText("").isEmpty() ? title : "Field “" + title + "”", values, ""));
      components(component, title);
    }
  }

  private String unique(String id) {
    String unique = id;
    for (int again = 2; taken(unique); again++) {
      unique = id + " " + again;
    }
    return unique;
  }

  private boolean taken(String id) {
    return parts.stream().anyMatch(part -> part.id().equals(id));
  }

  private static String title(JsonNode component) {
    for (String name : List.of("label", "dateLabel", "timeLabel", "key")) {
      if (!component.path(name).asText("").isBlank()) {
        return component.path(name).asText().strip();
      }
    }
    String kind = component.path("type").asText("");
    String text = component.path("text").asText("").replaceFirst("^#+\\s*", "").strip().replaceAll("\\s+", " ");
    return capital(KINDS.getOrDefault(kind, kind)) + (text.isEmpty() ? "" : " “" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "”");
  }

  private static void values(JsonNode of, String path, Map<String, String> values) {
    of.fields().forEachRemaining(field -> {
      String name = path.isEmpty() ? field.getKey() : path + ", " + field.getKey();
      JsonNode value = field.getValue();
      if (path.isEmpty() && SKIPPED.contains(field.getKey()) || value.isNull()) {
        return;
      }
      if (value.isObject()) {
        values(value, name, values);
      } else {
        values.put(NAMES.getOrDefault(name, capital(name)), field.getKey().equals("values") ? options(value) : text(value));
      }
    });
  }

  private static String options(JsonNode values) {
    List<String> options = new ArrayList<>();
    values.forEach(option -> options.add(option.isObject() ? text(option.path("label")) + " (" + text(option.path("value")) + ")" : text(option)));
    return String.join(", ", options);
  }

  private static String text(JsonNode value) {
    if (value.isBoolean()) {
      return value.booleanValue() ? "yes" : "";
    }
    return value.isTextual() ? value.textValue() : value.isMissingNode() ? "" : value.toString();
  }

  private static String capital(String words) {
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
