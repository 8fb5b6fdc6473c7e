package io.stile.engine.camunda;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.feel.syntaxtree.ValFunction;

/**
 * Values on their way into and out of the FEEL engine.
 *
 * <p>The engine reads the getters and methods of any Java object it is given; therefore it gets plain data only.
 */
final class FeelValues {

  private static final int DEEPEST = 20;
  private static final int MOST_DIGITS = 400;

  private int elements;
  private long characters;

  /** How many elements all lists had that passed so far. */
  int elements() {
    return elements;
  }

  /** How many characters all text had that passed so far. */
  long characters() {
    return characters;
  }

  Map<String, Object> names(Map<String, ?> names) {
    Map<String, Object> plain = new LinkedHashMap<>();
    if (names != null) {
      names.forEach((name, value) -> plain.put(String.valueOf(name), plain(value)));
    }
    return plain;
  }

  Object plain(Object value) {
    return plain(value, 0);
  }

  private Object plain(Object value, int depth) {
    if (value == null || value instanceof Boolean || value instanceof ValFunction || depth > DEEPEST) {
      return value instanceof Boolean ? value : null;
    }
    if (value instanceof Number number) {
      return number(number);
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> plain = new LinkedHashMap<>();
      map.forEach((key, entry) -> plain.put(String.valueOf(key), plain(entry, depth + 1)));
      return plain;
    }
    if (value instanceof Collection<?> items) {
      elements += items.size();
      List<Object> plain = new ArrayList<>(items.size());
      items.forEach(item -> plain.add(plain(item, depth + 1)));
      return plain;
    }
    return scalar(value);
  }

  private Object scalar(Object value) {
    if (value instanceof Instant instant) {
      return instant.atZone(ZoneOffset.UTC);
    }
    if (value instanceof Temporal || value instanceof TemporalAmount) {
      return value;
    }
    String text = value.toString();
    characters += text.length();
    return text;
  }

  /** Numbers without a decimal form, or with one that fills the memory, are none. */
  private static Number number(Number number) {
    if (number instanceof Double || number instanceof Float) {
      return Double.isFinite(number.doubleValue()) ? (Number) number.doubleValue() : null;
    }
    if (number instanceof BigDecimal decimal) {
      return Math.abs((long) decimal.scale()) <= MOST_DIGITS && decimal.precision() <= MOST_DIGITS ? decimal : null;
    }
    if (number instanceof BigInteger integer) {
      return integer.bitLength() <= MOST_DIGITS ? integer : null;
    }
    return number.longValue();
  }
}
