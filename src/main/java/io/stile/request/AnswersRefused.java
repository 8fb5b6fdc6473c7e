package io.stile.request;

import io.stile.form.FieldProblem;
import java.util.List;

/** Answers to a form were not accepted; every field at fault is named with what was expected. Nothing was changed. */
public class AnswersRefused extends RuntimeException {

  private final transient List<FieldProblem> problems;

  public AnswersRefused(List<FieldProblem> problems) {
    super(problems.toString());
    this.problems = List.copyOf(problems);
  }

  public List<FieldProblem> problems() {
    return problems;
  }
}
