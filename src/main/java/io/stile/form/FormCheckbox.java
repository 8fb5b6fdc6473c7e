package io.stile.form;

import java.util.List;

/** A box that is ticked or not; where an answer is required, it must be ticked. */
record FormCheckbox() implements FormKind {

  @Override
  public FormReading read(Object submitted) {
    return submitted == null || submitted instanceof Boolean
        ? FormReading.of(Boolean.TRUE.equals(submitted))
        : FormReading.wrongType("yes or no (true or false)", submitted);
  }

  @Override
  public Object initial(Object given, FormScope scope) {
    return Boolean.TRUE.equals(given);
  }

  @Override
  public Object named(Object value) {
    return Boolean.TRUE.equals(value);
  }

  @Override
  public boolean answers(Object value) {
    return Boolean.TRUE.equals(value);
  }

  @Override
  public List<FormFlaw> flaws(Object value, FormScope scope) {
    return List.of();
  }

  @Override
  public String words(Object value, FormScope scope) {
    return Boolean.TRUE.equals(value) ? "yes" : "no";
  }
}
