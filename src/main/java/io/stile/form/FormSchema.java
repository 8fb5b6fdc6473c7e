package io.stile.form;

import io.stile.engine.Feel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A form as the form-js viewer shows it, and the same rules for its answers on the server.
 *
 * <p>The rules are those of form-js-viewer 1.23.0. Beyond them: a form takes only its own fields, text is at most 1,000 characters long in a text
 * field and 10,000 in a text area, numbers are those that a browser counts exactly (53 bits), and days before today are refused where the form
 * says so.
 * Immutable; safe for threads.
 */
public final class FormSchema {

  private final String json;
  private final String id;
  private final List<FormInput> inputs;

  private FormSchema(String json, FormReader reader) {
    this.json = json;
    this.id = reader.id();
    this.inputs = reader.inputs();
  }

  /**
   * Reads a form.
   *
   * @throws FormSchemaException if it is no form, or has a component or rule that could not be enforced here: nested answers (keys with dots,
   *     groups with a path, dynamic lists), files, HTML, tables, computed values
   */
  public static FormSchema parse(String json) {
    return new FormSchema(json, new FormReader(json));
  }

  /** The form's key, for example {@code phone-swap.reserve-handset}. */
  public String id() {
    return id;
  }

  /** The form as it was read, for the viewer. */
  public String json() {
    return json;
  }

  /** The fields that take answers, in the form's order. */
  public List<FormField> fields() {
    return inputs.stream().map(FormInput::field).toList();
  }

  /**
   * Checks submitted answers. Never throws, whatever the answers are; the same input gives the same result (but for {@code today()} and
   * {@code now()}).
   *
   * <p>An answer that is missing is empty, and a default of the form does not stand in for it. A field that is read-only or disabled keeps its
   * given value; it may be left out or submitted unchanged. A hidden field takes no answer and gives null.
   *
   * @param answers what was submitted, by key
   * @param given the data that the viewer was given: earlier answers, facts, lists of options
   */
  public FormAnswers check(Map<String, Object> answers, Map<String, Object> given, Feel feel) {
    return new FormCheck(inputs, answers, given, feel).run();
  }

  /**
   * Checks the answer to one field as if the form had no other, and showed it whatever else was answered. Options that come from
   * data are not known then.
   *
   * @param key    of the field
   * @param answer not empty
   * @throws IllegalArgumentException if the form has no such field
   */
  public FormAnswers checkAlone(String key, Object answer, Feel feel) {
    FormInput alone = inputs.stream().filter(input -> input.key().equals(key)).findFirst()
        .map(input -> new FormInput(input.field(), input.kind(), List.of(), null, null))
        .orElseThrow(() -> new IllegalArgumentException("The form '%s' has no field '%s'".formatted(id, key)));
    return new FormCheck(List.of(alone), Map.of(key, answer), Map.of(), feel).run();
  }

  /** What is wrong with the expressions of the form, one sentence each; empty if all can be evaluated. To be asked before a form is published. */
  public List<String> expressionProblems(Feel feel) {
    List<String> problems = new ArrayList<>();
    for (FormInput input : inputs) {
      for (String expression : expressions(input)) {
        feel.refusal(expression).ifPresent(why -> problems.add("form " + id + ", field " + input.key() + ": " + expression + ": " + why));
      }
    }
    return problems;
  }

  private static Set<String> expressions(FormInput input) {
    Set<String> expressions = new LinkedHashSet<>(input.hiddenIf());
    expressions.add(input.readonlyIf());
    if (input.kind() instanceof FormText text) {
      expressions.add(text.minLength() == null ? null : text.minLength().expression());
      expressions.add(text.maxLength() == null ? null : text.maxLength().expression());
    } else if (input.kind() instanceof FormNumber number) {
      expressions.add(number.min() == null ? null : number.min().expression());
      expressions.add(number.max() == null ? null : number.max().expression());
    } else if (input.kind() instanceof FormChoice choice) {
      expressions.add(choice.options().expression());
    }
    expressions.remove(null);
    return expressions;
  }

  /** The answers for people to read; labels of options that do not stand in the form itself are not known, so their values are shown. */
  public List<FormLine> describe(Map<String, Object> values) {
    return describe(values, values, null);
  }

  /**
   * The answers for people to read, in the form's order; fields without a value are left out. Values that are no answers of this form are shown as
   * they are.
   *
   * @param values accepted answers
   * @param given the data that the viewer was given
   */
  public List<FormLine> describe(Map<String, Object> values, Map<String, Object> given, Feel feel) {
    FormScope scope = FormScope.of(given, feel).with(values == null ? Map.of() : values);
    List<FormLine> lines = new ArrayList<>();
    for (FormInput input : inputs) {
      Object value = values == null ? null : values.get(input.key());
      if (!FormInput.isEmpty(value)) {
        lines.add(new FormLine(input.field().label(), input.kind().words(value, scope)));
      }
    }
    return lines;
  }
}
