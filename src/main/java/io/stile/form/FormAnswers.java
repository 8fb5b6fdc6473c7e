package io.stile.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The answers of a form after the check: either all accepted, or the problems.
 *
 * @param accepted each field of the form in the form's order, null where it is empty or hidden; empty if there are problems. Text and dates are
 *     String, checkboxes Boolean, whole numbers Long, other numbers Double (money is whole minor units), numbers that the form wants as text
 *     String, several choices a List
 * @param problems empty if the answers are accepted
 */
public record FormAnswers(Map<String, Object> accepted, List<FieldProblem> problems) {

  /** Copies both. */
  public FormAnswers {
    accepted = Collections.unmodifiableMap(new LinkedHashMap<>(accepted));
    problems = List.copyOf(problems);
  }

  static FormAnswers accepted(Map<String, Object> values) {
    return new FormAnswers(values, List.of());
  }

  static FormAnswers refused(List<FieldProblem> problems) {
    return new FormAnswers(Map.of(), problems);
  }

  /** Whether there is no problem. */
  public boolean isAccepted() {
    return problems.isEmpty();
  }
}
