package io.stile.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One of some options, or several of them. */
record FormChoice(FormOptions options, boolean several) implements FormKind {

  private static final int MOST = 1_000;

  @Override
  public FormReading read(Object submitted) {
    if (submitted == null) {
      return FormReading.EMPTY;
    }
    if (!several) {
      return one(submitted);
    }
    if (!(submitted instanceof Collection<?> items)) {
      return FormReading.wrongType("a list of options", submitted);
    }
    return items.size() <= MOST ? all(items)
        : FormReading.flawed(FieldProblem.Code.OPTION, "Expected at most " + MOST + " options, but found " + items.size() + ".");
  }

  private static FormReading one(Object submitted) {
    if (submitted instanceof String text) {
      return FormText.read(text, FormText.LONGEST_LINE, false);
    }
    Object value = FormOptions.scalar(submitted);
    return value == null ? FormReading.wrongType("one of the options", submitted) : FormReading.of(value);
  }

  private static FormReading all(Collection<?> items) {
    List<Object> values = new ArrayList<>(items.size());
    Set<Object> seen = new HashSet<>();
    for (Object item : items) {
      FormReading reading = one(item);
      if (reading.flaw() != null) {
        return reading;
      }
      if (reading.value() == null) {
        return FormReading.wrongType("one of the options", item);
      }
      if (!seen.add(FormOptions.key(reading.value()))) {
        return FormReading.flawed(FieldProblem.Code.OPTION, "Expected each option once, but found " + FormWords.found(item) + " twice.");
      }
      values.add(reading.value());
    }
    return values.isEmpty() ? FormReading.EMPTY : FormReading.of(List.copyOf(values));
  }

  @Override
  public Object initial(Object given, FormScope scope) {
    if (!several) {
      Object value = given instanceof Collection || given instanceof Map ? null : one(given == null ? "" : given).value();
      return value == null || !options.areKnownFirst() || options.in(scope).containsKey(FormOptions.key(value)) ? value : null;
    }
    if (!(given instanceof Collection<?> items)) {
      return null;
    }
    Map<Object, FormOption> known = options.areKnownFirst() ? options.in(scope) : null;
    List<Object> values = new ArrayList<>();
    for (Object item : items) {
      Object value = FormOptions.scalar(item);
      if (value != null && (known == null || known.containsKey(FormOptions.key(value)))) {
        values.add(value);
      }
    }
    return values.isEmpty() ? null : List.copyOf(values);
  }

  @Override
  public Object named(Object value) {
    return value == null && several ? List.of() : value;
  }

  @Override
  public List<FormFlaw> flaws(Object value, FormScope scope) {
    Map<Object, FormOption> known = options.in(scope);
    for (Object chosen : value instanceof List<?> values ? values : List.of(value)) {
      if (!known.containsKey(FormOptions.key(chosen))) {
        return List.of(new FormFlaw(FieldProblem.Code.OPTION, "Expected " + expected(known) + ", but found " + FormWords.found(chosen) + "."));
      }
    }
    return List.of();
  }

  private String expected(Map<Object, FormOption> known) {
    if (known.isEmpty()) {
      return "nothing, because there are no options";
    }
    return "one of the options" + (options.fixed() == null ? "" : " " + String.join(", ", FormOptions.labels(options.fixed(), 10)));
  }

  @Override
  public String words(Object value, FormScope scope) {
    Map<Object, FormOption> known = options.in(scope);
    List<String> words = new ArrayList<>();
    for (Object chosen : value instanceof Collection<?> values ? values : List.of(value)) {
      FormOption option = known.get(FormOptions.key(chosen));
      words.add(option == null ? String.valueOf(chosen) : option.label());
    }
    return String.join(", ", words);
  }
}
