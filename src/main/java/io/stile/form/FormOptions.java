package io.stile.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the options of a choice come from: exactly one of three.
 *
 * @param fixed those in the form; null if they come from elsewhere
 * @param givenAs the name of the list in the data that the form is given; null if they come from elsewhere
 * @param expression the FEEL expression that gives the list; null if they come from elsewhere
 */
record FormOptions(List<FormOption> fixed, String givenAs, String expression) {

  private static final int MOST = 10_000;

  /** The options now, by the key of their value; entries that form-js would not show are left out. */
  Map<Object, FormOption> in(FormScope scope) {
    Object found = fixed != null ? fixed : givenAs != null ? scope.value(givenAs) : scope.evaluate(expression);
    Map<Object, FormOption> options = new HashMap<>();
    if (found instanceof Collection<?> items && items.size() <= MOST) {
      for (Object item : items) {
        FormOption option = option(item);
        if (option != null) {
          options.putIfAbsent(key(option.value()), option);
        }
      }
    }
    return options;
  }

  /** Whether the browser keeps a given value only if it is one of the options: those of an expression are not known yet when it asks. */
  boolean areKnownFirst() {
    return expression == null;
  }

  /** An option from a value, or from a map with label and value; null if it is none. */
  static FormOption option(Object item) {
    if (item instanceof FormOption option) {
      return option;
    }
    if (item instanceof Map<?, ?> map) {
      Object value = scalar(map.get("value"));
      boolean labelled = map.get("label") instanceof String label && !label.isEmpty();
      return value == null ? null : new FormOption(labelled ? (String) map.get("label") : text(value), value);
    }
    Object value = scalar(item);
    return value == null ? null : new FormOption(text(value), value);
  }

  /** Equal for equal values, whatever Java type a number has. */
  static Object key(Object value) {
    if (!(value instanceof Number number)) {
      return value;
    }
    BigDecimal decimal = FormNumber.decimal(number);
    return decimal == null ? Double.NaN : decimal.stripTrailingZeros();
  }

  static List<String> labels(Collection<FormOption> options, int most) {
    List<String> labels = new ArrayList<>();
    options.stream().limit(most).forEach(option -> labels.add(option.label()));
    return labels;
  }

  static Object scalar(Object value) {
    if (value instanceof Number number) {
      BigDecimal decimal = FormNumber.decimal(number);
      return decimal == null ? null : FormNumber.normal(decimal);
    }
    return value instanceof Boolean || value instanceof String text && !text.isEmpty() ? value : null;
  }

  private static String text(Object value) {
    return value instanceof Number number ? FormWords.number(number) : value.toString();
  }
}
