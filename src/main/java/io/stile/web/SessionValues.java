package io.stile.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.util.ClassUtils;
import org.springframework.web.servlet.FlashMap;

/**
 * What a session may keep, as JSON: texts, whole numbers, yes and no, records of ours, the token of forms, and what one page leaves for the next. Nothing is
 * deserialised by Java's own way, so that whoever can write the table can have no code run; and a session outlives an upgrade, because no
 * class of a library lies in it.
 */
final class SessionValues {

  private static final Logger LOG = LoggerFactory.getLogger(SessionValues.class);
  private static final String OURS = "io.stile.";

  private final ObjectMapper json = JsonMapper.builder().addModule(new JavaTimeModule()).build();

  /** @throws IllegalArgumentException if a session does not keep such values */
  byte[] write(Object value) {
    try {
      return json.writeValueAsBytes(tree(value));
    } catch (IOException impossible) {
      throw new IllegalStateException("Memory takes each byte", impossible);
    }
  }

  private ObjectNode tree(Object value) {
    ObjectNode tree = json.createObjectNode();
    if (value instanceof String text) {
      return tree.put("text", text);
    }
    if (value instanceof Boolean flag) {
      return tree.put("flag", flag);
    }
    if (value instanceof Integer || value instanceof Long) {
      return tree.put(value instanceof Long ? "long" : "int", ((Number) value).longValue());
    }
    if (value instanceof CsrfToken token) {
      return tree.put("csrf", token.getToken()).put("header", token.getHeaderName()).put("parameter", token.getParameterName());
    }
    if (value instanceof Record && value.getClass().getName().startsWith(OURS)) {
      return tree.put("record", value.getClass().getName()).set("value", json.valueToTree(value));
    }
    if (value instanceof List<?> list && list.stream().allMatch(FlashMap.class::isInstance)) {
      ArrayNode flashes = tree.putArray("flashes");
      list.forEach(flash -> flashes.add(flash((FlashMap) flash)));
      return tree;
    }
    throw new IllegalArgumentException("A session keeps texts, whole numbers, yes and no, and records of ours, not a %s".formatted(value.getClass().getName()));
  }

  private ObjectNode flash(FlashMap flash) {
    ObjectNode tree = json.createObjectNode().put("path", flash.getTargetRequestPath()).put("expires", flash.getExpirationTime());
    ObjectNode parameters = tree.putObject("parameters");
    flash.getTargetRequestParams().forEach((name, values) -> values.forEach(parameters.withArray("/" + name)::add));
    ObjectNode values = tree.putObject("values");
    flash.forEach((name, value) -> {
      if (value != null) {
        values.set(name, tree(value));
      }
    });
    return tree;
  }

  /** Null for what cannot be read, as if it had not been kept: another version of Stile may have written it. */
  Object read(byte[] bytes) {
    try {
      return value(json.readTree(bytes));
    } catch (IOException | ReflectiveOperationException | LinkageError | IllegalArgumentException | NullPointerException unreadable) {
      LOG.warn("A value of a session cannot be read and is forgotten: {}", unreadable.getClass().getName());
      return null;
    }
  }

  private Object value(JsonNode tree) throws IOException, ReflectiveOperationException {
    if (tree.has("text")) {
      return tree.get("text").textValue();
    }
    if (tree.has("flag")) {
      return tree.get("flag").booleanValue();
    }
    if (tree.has("int") || tree.has("long")) {
      return tree.has("long") ? (Object) tree.get("long").longValue() : (Object) tree.get("int").intValue();
    }
    if (tree.has("csrf")) {
      return new DefaultCsrfToken(tree.get("header").textValue(), tree.get("parameter").textValue(), tree.get("csrf").textValue());
    }
    if (tree.has("record")) {
      return json.treeToValue(tree.get("value"), recordNamed(tree.get("record").textValue()));
    }
    List<FlashMap> flashes = new CopyOnWriteArrayList<>();
    for (JsonNode flash : tree.required("flashes")) {
      flashes.add(flashOf(flash));
    }
    return flashes;
  }

  private static Class<?> recordNamed(String name) throws ClassNotFoundException {
    Class<?> type = name.startsWith(OURS) ? ClassUtils.forName(name, SessionValues.class.getClassLoader()) : Object.class;
    if (!type.isRecord()) {
      throw new IllegalArgumentException("No record of ours");
    }
    return type;
  }

  private FlashMap flashOf(JsonNode tree) throws IOException, ReflectiveOperationException {
    FlashMap flash = new FlashMap();
    flash.setTargetRequestPath(tree.get("path").textValue());
    flash.setExpirationTime(tree.get("expires").longValue());
    tree.get("parameters").properties().forEach(parameter -> StreamSupport.stream(parameter.getValue().spliterator(), false)
        .forEach(value -> flash.addTargetRequestParam(parameter.getKey(), value.textValue())));
    for (var entry : tree.get("values").properties()) {
      flash.put(entry.getKey(), value(entry.getValue()));
    }
    return flash;
  }
}
