package io.stile.desk.web;

import io.stile.web.FieldProblem;
import io.stile.web.Problem;
import java.util.Map;
import java.util.stream.Stream;

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

  /** What is wrong with a field of a form, in a sentence; null if nothing is. */
  public String wrong(String name, String field) {
    return isOf(name) && problem != null ? sentences(problem.fields().stream().filter(each -> each.field().equals(field)))
        : null;
  }

  /** Whether what is wrong is said at the fields of the form, so that nothing else has to say it. */
  public boolean isSaidAtFields() {
    return problem != null && !problem.fields().isEmpty()
        && problem.fields().stream().allMatch(each -> typed.containsKey(each.field()));
  }

  /** Why it was not accepted, whole. */
  public String reason() {
    return problem.fields().isEmpty() ? problem.detail() : sentences(problem.fields().stream());
  }

  private static String sentences(Stream<FieldProblem> problems) {
    return problems.map(FieldProblem::message).reduce((one, other) -> one + " " + other).orElse(null);
  }
}
