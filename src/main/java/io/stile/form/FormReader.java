package io.stile.form;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a form and refuses what could not be checked. */
final class FormReader {

  private static final int LONGEST = 500_000;
  private static final int DEEPEST = 10;
  private static final int MOST_FIELDS = 300;
  private static final int SCHEMA_VERSION = 19;
  private static final Pattern KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");
  private static final Set<String> WITHOUT_ANSWER = Set.of("text", "group", "separator", "spacer", "button");
  private static final ObjectMapper JSON = JsonMapper.builder()
      .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build();

  private final List<FormInput> inputs = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();
  private final Set<String> ids = new HashSet<>();
  private final String id;

  FormReader(String json) {
    JsonNode root = tree(json);
    FormNode form = new FormNode(root, "the form");
    id = form.text("id");
    if (id == null) {
      throw new FormSchemaException("the form has no id");
    }
    ids.add(id);
    FormNode named = new FormNode(root, "form " + FormWords.shortened(id));
    if (!"default".equals(named.text("type"))) {
      throw named.refused("type must be \"default\"");
    }
    if (named.has("schemaVersion") && root.path("schemaVersion").asInt() > SCHEMA_VERSION) {
      throw named.refused("schemaVersion " + root.path("schemaVersion").asInt() + " is newer than " + SCHEMA_VERSION + ", the newest that is known");
    }
    components(named, List.of(), 0);
  }

  String id() {
    return id;
  }

  List<FormInput> inputs() {
    return List.copyOf(inputs);
  }

  private static JsonNode tree(String json) {
    if (json == null || json.length() > LONGEST) {
      throw new FormSchemaException(json == null ? "there is no form"
          : "the form has " + json.length() + " characters; at most " + LONGEST + " are read");
    }
    try {
      JsonNode root = JSON.readTree(json);
      if (root == null || !root.isObject()) {
        throw new FormSchemaException("the form must be a JSON object");
      }
      return root;
    } catch (JacksonException e) {
      throw new FormSchemaException("the form is no JSON: " + e.getOriginalMessage()
          + (e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")"));
    }
  }

  private void components(FormNode parent, List<String> hiddenIf, int depth) {
    if (depth > DEEPEST) {
      throw parent.refused("groups lie more than " + DEEPEST + " deep in each other");
    }
    for (JsonNode json : parent.list("components")) {
      component(json, parent.where(), hiddenIf, depth);
    }
  }

  private void component(JsonNode json, String where, List<String> outer, int depth) {
    FormNode unnamed = new FormNode(json, where);
    String name = Optional.ofNullable(unnamed.text("key")).or(() -> Optional.ofNullable(unnamed.text("id"))).orElse("without key");
    FormNode node = new FormNode(json, where.replaceFirst(", .*", "") + ", field " + FormWords.shortened(name));
    String type = node.text("type");
    String componentId = node.text("id");
    if (componentId != null && !ids.add(componentId)) {
      throw node.refused("the id " + FormWords.quoted(componentId) + " is used twice");
    }
    Optional<FormFieldType> kind = FormFieldType.of(type);
    if (kind.isEmpty() && (type == null || !WITHOUT_ANSWER.contains(type))) {
      throw node.refused("components of type " + FormWords.quoted(String.valueOf(type)) + " are not supported; supported are "
          + String.join(", ", supported()));
    }
    List<String> hiddenIf = hiddenIf(node, outer);
    if (kind.isPresent()) {
      input(kind.get(), node, hiddenIf);
    } else if (type.equals("group")) {
      if (node.has("path") && node.text("path") != null) {
        throw node.refused("a group with a path (" + FormWords.quoted(node.text("path")) + ") is not supported; answers are not nested");
      }
      components(node, hiddenIf, depth + 1);
    }
  }

  private static List<String> hiddenIf(FormNode node, List<String> outer) {
    String hide = node.part("conditional").expression("hide");
    if (hide == null) {
      return outer;
    }
    List<String> all = new ArrayList<>(outer);
    all.add(hide);
    return List.copyOf(all);
  }

  private void input(FormFieldType type, FormNode node, List<String> hiddenIf) {
    String key = node.text("key");
    if (key == null || !KEY.matcher(key).matches()) {
      throw node.refused("key must be a name of at most 64 letters, digits and _ (no dots: answers are not nested), but is "
          + (key == null ? "missing" : FormWords.quoted(key)));
    }
    if (!keys.add(key)) {
      throw node.refused("the key " + FormWords.quoted(key) + " is used twice");
    }
    if (inputs.size() == MOST_FIELDS) {
      throw node.refused("the form has more than " + MOST_FIELDS + " fields");
    }
    FormKind kind = FormKinds.read(type, node);
    String readonlyIf = node.json().path("readonly").isTextual() ? node.expression("readonly") : null;
    boolean readonly = readonlyIf == null && !node.json().path("readonly").isTextual() && node.flag("readonly");
    List<FormOption> options = kind instanceof FormChoice choice && choice.options().fixed() != null ? choice.options().fixed() : List.of();
    FormField field = new FormField(key, label(type, node, key), type, readonly, node.flag("disabled"),
        node.part("validate").flag("required"), options);
    inputs.add(new FormInput(field, kind, hiddenIf, readonlyIf, start(kind, node)));
  }

  private static String label(FormFieldType type, FormNode node, String key) {
    String label = node.text("label");
    if (label == null && type == FormFieldType.DATETIME) {
      label = Optional.ofNullable(node.text("dateLabel")).orElse(node.text("timeLabel"));
    }
    return label == null || FormKinds.isComputed(label) ? key : label;
  }

  private static Object start(FormKind kind, FormNode node) {
    if (!node.has("defaultValue")) {
      return null;
    }
    Object start = JSON.convertValue(node.json().get("defaultValue"), Object.class);
    FormReading reading = kind.read(start);
    if (reading.flaw() != null) {
      throw node.refused("defaultValue is wrong. " + reading.flaw().message());
    }
    return start;
  }

  private static List<String> supported() {
    List<String> words = new ArrayList<>(WITHOUT_ANSWER);
    for (FormFieldType type : FormFieldType.values()) {
      words.add(type.word());
    }
    words.sort(null);
    return words;
  }
}
