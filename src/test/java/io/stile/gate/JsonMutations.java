package io.stile.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Changes a form as somebody would who knows form-js: the file stays JSON. */
final class JsonMutations {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> TYPES = List.of("text", "textfield", "textarea", "number", "checkbox", "select", "radio", "checklist", "taglist", "datetime", "group", "separator", "spacer", "button",
      "html", "iframe", "image", "expression", "dynamiclist", "table", "filepicker", "documentPreview");
  private static final List<String> NAMES = List.of("type", "key", "id", "label", "description", "text", "content", "url", "source", "expression", "properties", "conditional", "hide", "validate", "pattern",
      "min", "max", "minLength", "maxLength", "required", "values", "valuesKey", "valuesExpression", "value", "defaultValue", "readonly", "disabled", "layout", "row", "columns", "components", "path",
      "appearance", "prefixAdorner", "decimalDigits", "increment", "subtype", "timeInterval", "schemaVersion", "action", "height", "validationType", "exporter", "name", "version", "__proto__");

  private JsonMutations() {}

  /** The file after some changes, or the file itself if it is no form to begin with. */
  static byte[] of(byte[] file, Random random) {
    ObjectNode form = FormJson.read(file, new FindingList());
    if (form == null) {
      return file;
    }
    for (int i = 0; i <= random.nextInt(3); i++) {
      List<JsonNode> places = new ArrayList<>();
      places(form, places);
      change(places.get(random.nextInt(places.size())), places.get(random.nextInt(places.size())), random);
    }
    return form.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void places(JsonNode at, List<JsonNode> places) {
    places.add(at);
    at.forEach(child -> {
      if (child.isContainerNode()) {
        places(child, places);
      }
    });
  }

  private static void change(JsonNode place, JsonNode other, Random random) {
    JsonNode value = random.nextInt(5) == 0 ? other.deepCopy() : value(random);
    if (place instanceof ArrayNode list) {
      list(list, value, random);
      return;
    }
    ObjectNode object = (ObjectNode) place;
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    String name = names.isEmpty() || random.nextInt(3) == 0 ? any(NAMES, random) : any(names, random);
    switch (random.nextInt(5)) {
      case 0 -> object.remove(name);
      case 1 -> object.put("type", any(TYPES, random));
      case 2 -> {
        if (object.has(name)) {
          object.set(any(NAMES, random), object.get(name).deepCopy());
        }
      }
      default -> object.set(name, value);
    }
  }

  private static void list(ArrayNode list, JsonNode value, Random random) {
    if (list.isEmpty() || random.nextInt(4) == 0) {
      list.add(value);
    } else if (random.nextBoolean()) {
      list.insert(random.nextInt(list.size()), list.get(random.nextInt(list.size())).deepCopy());
    } else {
      list.remove(random.nextInt(list.size()));
    }
  }

  private static JsonNode value(Random random) {
    return switch (random.nextInt(9)) {
      case 0 -> JSON.numberNode(random.nextInt(2_000) - 1_000);
      case 1 -> JSON.numberNode(new BigDecimal(List.of("1e999999", "-1e-999999", "0.1", "123456789012345678901234567890", "-0.0", "1.50", "1E+2").get(random.nextInt(7))));
      case 2 -> JSON.booleanNode(random.nextBoolean());
      case 3 -> JSON.nullNode();
      case 4 -> JSON.objectNode().put("type", any(TYPES, random)).put("key", "added" + random.nextInt(5)).put("label", "Added");
      case 5 -> JSON.arrayNode().add(HostileTexts.any(random));
      default -> JSON.textNode(HostileTexts.any(random));
    };
  }

  private static String any(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }
}
