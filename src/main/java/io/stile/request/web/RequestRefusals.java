package io.stile.request.web;

import io.stile.engine.ConcurrentChange;
import io.stile.request.AnswersRefused;
import io.stile.web.FieldProblem;
import io.stile.web.Problem;
import io.stile.web.Refusals;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What it means to a reader when a request cannot be opened or changed. */
@Component
class RequestRefusals implements Refusals {

  @Override
  public Optional<Problem> asProblem(Throwable exception) {
    if (exception instanceof AnswersRefused answers) {
      return Optional.of(Problem.invalid(fields(answers)));
    }
    if (exception instanceof ConcurrentChange) {
      return Optional.of(Problem.conflict("Somebody else changed the same request at the same instant; look at it again.")
          .as("concurrent-change"));
    }
    return Optional.empty();
  }

  private static List<FieldProblem> fields(AnswersRefused answers) {
    return answers.problems().stream().map(problem -> new FieldProblem(problem.field(), problem.message())).toList();
  }
}
