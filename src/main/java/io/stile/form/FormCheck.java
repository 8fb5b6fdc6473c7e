package io.stile.form;

import io.stile.engine.Feel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One check of submitted answers against a form: what form-js does in the browser, done again where nobody can leave it out. */
final class FormCheck {

  private static final int MOST_UNKNOWN = 20;

  private final List<FormInput> inputs;
  private final Map<String, Object> answers;
  private final FormScope given;
  private final Map<String, FormReading> readings = new HashMap<>();
  private final Map<String, Object> initial = new HashMap<>();
  private final List<FieldProblem> problems = new ArrayList<>();

  FormCheck(List<FormInput> inputs, Map<String, Object> answers, Map<String, Object> given, Feel feel) {
    this.inputs = inputs;
    this.answers = answers == null ? Map.of() : answers;
    this.given = FormScope.of(given, feel);
  }

  FormAnswers run() {
    for (FormInput input : inputs) {
      initial.put(input.key(), input.initial(given));
      readings.put(input.key(), input.kind().read(answers.get(input.key())));
    }
    FormScope scope = scope();
    Map<String, Object> accepted = new LinkedHashMap<>();
    for (FormInput input : inputs) {
      accepted.put(input.key(), value(input, scope));
    }
    findUnknown();
    return problems.isEmpty() ? FormAnswers.accepted(accepted) : FormAnswers.refused(problems);
  }

  /**
   * What expressions see. As in the browser, a hidden field counts with the value it began with, and whether it is hidden for this purpose is asked
   * once, over the values of all fields. A field that was not submitted was hidden or disabled there, so it first counts as it began, too.
   */
  private FormScope scope() {
    Map<String, Object> values = new HashMap<>();
    for (FormInput input : inputs) {
      boolean submitted = answers.containsKey(input.key()) && !input.field().disabled();
      values.put(input.key(), input.kind().named(submitted ? readings.get(input.key()).value() : initial.get(input.key())));
    }
    FormScope all = given.with(values);
    for (FormInput input : inputs) {
      if (input.isHidden(all)) {
        values.put(input.key(), input.kind().named(initial.get(input.key())));
      } else if (!answers.containsKey(input.key()) && !input.field().disabled() && !input.isReadonly(all)) {
        values.put(input.key(), input.kind().named(null));
      }
    }
    return given.with(values);
  }

  /** The accepted value; adds to the problems. */
  private Object value(FormInput input, FormScope scope) {
    Object submitted = answers.get(input.key());
    if (input.isHidden(scope)) {
      if (!FormInput.isEmpty(submitted) && !(input.field().type() == FormFieldType.CHECKBOX && Boolean.FALSE.equals(submitted))) {
        add(input, new FormFlaw(FieldProblem.Code.HIDDEN,
            "Expected no answer, because this field is hidden with these answers, but found " + FormWords.found(submitted) + "."));
      }
      return null;
    }
    boolean readonly = input.isReadonly(scope);
    if (readonly || input.field().disabled()) {
      return unchanged(input, submitted, scope);
    }
    FormReading reading = readings.get(input.key());
    if (reading.flaw() != null) {
      add(input, reading.flaw());
      return null;
    }
    check(input, reading.value(), scope, Set.of());
    return reading.value();
  }

  /** The given value; a person who cannot change it need not send it. */
  private Object unchanged(FormInput input, Object submitted, FormScope scope) {
    Object value = initial.get(input.key());
    if (!FormInput.isEmpty(submitted) && !isSame(input, value, submitted)) {
      add(input, new FormFlaw(FieldProblem.Code.READ_ONLY,
          "This field cannot be changed: expected " + FormWords.found(value) + ", but found " + FormWords.found(submitted) + "."));
    } else if (!input.field().disabled()) {
      check(input, value, scope, Set.of(FieldProblem.Code.PAST));
    }
    return value;
  }

  /** As the browser would show it, or the same text: what is given may be longer, and dates in another format, than what can be written. */
  private boolean isSame(FormInput input, Object value, Object submitted) {
    if (input.kind().read(submitted).flaw() != null) {
      return submitted instanceof String && submitted.equals(value);
    }
    Object shown = input.kind().initial(submitted, given);
    return shown == null ? value == null : value != null && FormOptions.key(shown).equals(FormOptions.key(value));
  }

  private void check(FormInput input, Object value, FormScope scope, Set<FieldProblem.Code> ignored) {
    if (input.field().required() && !input.kind().answers(value)) {
      add(input, new FormFlaw(FieldProblem.Code.REQUIRED, input.field().type() == FormFieldType.CHECKBOX
          ? "This box must be ticked." : "An answer is required, but found nothing."));
    }
    if (value != null) {
      input.kind().flaws(value, scope).stream().filter(flaw -> !ignored.contains(flaw.code())).forEach(flaw -> add(input, flaw));
    }
  }

  private void add(FormInput input, FormFlaw flaw) {
    problems.add(input.problem(flaw));
  }

  private void findUnknown() {
    int found = 0;
    for (Map.Entry<String, Object> answer : answers.entrySet()) {
      if (!readings.containsKey(answer.getKey()) && ++found <= MOST_UNKNOWN) {
        String key = FormWords.shortened(String.valueOf(answer.getKey()));
        problems.add(new FieldProblem(key, key, "The form has no field with this key, but found " + FormWords.found(answer.getValue())
            + " for it.", FieldProblem.Code.UNKNOWN));
      }
    }
  }
}
