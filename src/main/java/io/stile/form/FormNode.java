package io.stile.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A part of a form's JSON, read strictly: a property of another kind than expected is refused, not guessed at.
 *
 * @param where how to name the part in messages
 */
record FormNode(JsonNode json, String where) {

  /** Text, or null where there is none or it is empty. */
  String text(String name) {
    JsonNode value = json.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw wrong(name, "text", value);
    }
    return value.textValue().isEmpty() ? null : value.textValue();
  }

  boolean flag(String name) {
    JsonNode value = json.path(name);
    if (!value.isMissingNode() && !value.isNull() && !value.isBoolean()) {
      throw wrong(name, "true or false", value);
    }
    return value.booleanValue();
  }

  /** A FEEL expression with its {@code =}, or null. */
  String expression(String name) {
    String text = text(name);
    if (text != null && !text.startsWith("=")) {
      throw refused(name + " must be an expression that begins with \"=\", but is " + FormWords.quoted(text));
    }
    return text;
  }

  /** A number, written as one or as text, or null. */
  BigDecimal number(String name) {
    JsonNode value = json.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    BigDecimal number = FormNumber.lenient(value.isNumber() ? value.numberValue() : value.textValue());
    if (number == null) {
      throw wrong(name, "a number", value);
    }
    return number;
  }

  /** A number or an expression, or null. */
  FormLimit limit(String name) {
    JsonNode value = json.path(name);
    if (value.isTextual() && value.textValue().startsWith("=")) {
      return new FormLimit(null, value.textValue());
    }
    BigDecimal number = number(name);
    return number == null ? null : new FormLimit(number, null);
  }

  /** A part, empty where there is none. */
  FormNode part(String name) {
    JsonNode value = json.path(name);
    if (!value.isMissingNode() && !value.isNull() && !value.isObject()) {
      throw wrong(name, "a structure", value);
    }
    return new FormNode(value, where);
  }

  List<JsonNode> list(String name) {
    JsonNode value = json.path(name);
    if (!value.isMissingNode() && !value.isNull() && !value.isArray()) {
      throw wrong(name, "a list", value);
    }
    List<JsonNode> items = new ArrayList<>();
    value.forEach(items::add);
    return items;
  }

  boolean has(String name) {
    return !json.path(name).isMissingNode() && !json.path(name).isNull();
  }

  /** Refuses every other property: a rule that nobody enforces is worse than none. */
  void allowOnly(String part, Set<String> names) {
    json.fieldNames().forEachRemaining(name -> {
      if (has(name) && !names.contains(name)) {
        throw refused(part + "." + name + " is not supported here; supported are " + String.join(", ", names.stream().sorted().toList()));
      }
    });
  }

  FormSchemaException refused(String what) {
    return new FormSchemaException(where + ": " + what);
  }

  private FormSchemaException wrong(String name, String expected, JsonNode found) {
    return refused(name + " must be " + expected + ", but is " + FormWords.shortened(found.toString()));
  }
}
