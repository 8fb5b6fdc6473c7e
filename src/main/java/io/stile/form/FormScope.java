package io.stile.form;

import io.stile.engine.Feel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the expressions of a form can name: the data that the form was given, and over it the values of its fields. */
final class FormScope {

  private static final int DEEPEST = 20;

  private final Map<String, Object> names;
  private final Feel feel;

  private FormScope(Map<String, Object> names, Feel feel) {
    this.names = names;
    this.feel = feel;
  }

  /** @param given as the platform has it; dates, enums and other objects become the text that the browser gets */
  static FormScope of(Map<String, ?> given, Feel feel) {
    Map<String, Object> names = new HashMap<>();
    if (given != null) {
      given.forEach((key, value) -> names.put(key, plain(value, 0)));
    }
    return new FormScope(names, feel);
  }

  FormScope with(Map<String, Object> values) {
    Map<String, Object> both = new HashMap<>(names);
    both.putAll(values);
    return new FormScope(both, feel);
  }

  boolean has(String name) {
    return names.containsKey(name);
  }

  Object value(String name) {
    return names.get(name);
  }

  /** Null too where there is no value. */
  Object evaluate(String expression) {
    return feel == null ? null : feel.evaluate(expression, names);
  }

  /**
   * Whether a condition holds. form-js reads conditions as unary tests of nothing, so one without a value, such as {@code = amount > 100} where there
   * is no amount, holds, and its {@code not(…)} does not. A condition that cannot be read never holds.
   */
  boolean holds(String condition) {
    String test = condition.startsWith("=") ? condition.substring(1).strip() : condition.strip();
    String negated = insideNot(test);
    return negated == null ? matches(test) : isReadable(negated) && !matches(negated);
  }

  private boolean matches(String test) {
    Object value = evaluate(test);
    return Boolean.TRUE.equals(value) || value == null && isReadable(test);
  }

  private boolean isReadable(String test) {
    return feel != null && feel.refusal(test).isEmpty();
  }

  /** What stands in the brackets if the whole test is one {@code not(…)}, else null. */
  private static String insideNot(String test) {
    if (!test.startsWith("not") || !test.endsWith(")") || !test.substring(3).stripLeading().startsWith("(")) {
      return null;
    }
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < test.length(); i++) {
      char c = test.charAt(i);
      if (c == '"' && (i == 0 || test.charAt(i - 1) != '\\')) {
        quoted = !quoted;
      } else if (!quoted && (c == '(' || c == ')')) {
        depth += c == '(' ? 1 : -1;
        if (depth == 0 && i < test.length() - 1) {
          return null;
        }
      }
    }
    return test.substring(test.indexOf('(') + 1, test.length() - 1);
  }

  private static Object plain(Object value, int depth) {
    if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean) {
      return value;
    }
    if (depth > DEEPEST) {
      return null;
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> copy = new LinkedHashMap<>();
      map.forEach((key, entry) -> copy.put(String.valueOf(key), plain(entry, depth + 1)));
      return copy;
    }
    if (value instanceof Collection<?> items) {
      List<Object> copy = new ArrayList<>(items.size());
      items.forEach(item -> copy.add(plain(item, depth + 1)));
      return copy;
    }
    return value.toString();
  }
}
