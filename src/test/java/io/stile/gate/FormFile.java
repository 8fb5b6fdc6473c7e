package io.stile.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One form as the conventions see it: its place, its id and its fields. */
record FormFile(String path, JsonNode json) {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  static FormFile parse(String path, String text) {
    try {
      return new FormFile(path, MAPPER.readTree(text));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(path + ": not readable as JSON: " + e.getOriginalMessage(), e);
    }
  }

  String id() {
    return json.path("id").asText();
  }

  /** The process that the form belongs to: the name of its folder. */
  String process() {
    return path.split("/")[1];
  }

  /** The step that the form is for: its file name without the suffix. */
  String step() {
    String file = path.substring(path.lastIndexOf('/') + 1);
    return file.substring(0, file.length() - ".form".length());
  }

  List<JsonNode> components() {
    return StreamSupport.stream(json.path("components").spliterator(), false).toList();
  }

  /** The components that hold a value, thus all but plain text. */
  List<JsonNode> fields() {
    return components().stream().filter(c -> !"text".equals(c.path("type").asText())).toList();
  }

  Stream<JsonNode> fields(boolean readOnly) {
    return fields().stream().filter(f -> f.path("readonly").asBoolean() == readOnly);
  }

  /** The values that a field with a fixed choice can take; empty for any other. */
  static Set<String> options(JsonNode field) {
    Set<String> options = new HashSet<>();
    field.path("values").forEach(v -> options.add(v.path("value").asText()));
    return options;
  }
}
