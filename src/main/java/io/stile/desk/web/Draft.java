package io.stile.desk.web;

import io.stile.web.FieldProblem;
import io.stile.web.Problem;
import java.util.Map;

/**
 * What somebody typed into one of the forms of a page, and why it was not accepted.
 *
 * @param form    name of the form, empty if nothing was sent
 * @param typed   the values by field
 * @param problem why not; null if nothing was sent
 */
record Draft(String form, Map<String, String> typed, Problem problem) {

  static final Draft NONE = new Draft("", Map.of(), null);

  /** Whether it is this form that was not accepted. */
  public boolean isOf(String name) {
    return form.equals(name);
  }

  /** What was typed into a field of a form; empty text if nothing was. */
  public String typed(String name, String field) {
    return isOf(name) ? typed.getOrDefault(field, "") : "";
  }

  /** What is wrong with a form, in a sentence; null if nothing is. */
  public String wrong(String name) {
    if (!isOf(name) || problem == null) {
      return null;
    }
    return problem.fields().isEmpty() ? problem.detail()
        : String.join(" ", problem.fields().stream().map(FieldProblem::message).toList());
  }
}
