package io.stile.work.web;

import io.stile.web.FieldProblem;
import io.stile.web.Problem;
import io.stile.web.Refusals;
import io.stile.work.TaskRefused;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What it means to a reader when he cannot have or do a task. */
@Component
class TaskRefusals implements Refusals {

  @Override
  public Optional<Problem> asProblem(Throwable exception) {
    return exception instanceof TaskRefused refused ? Optional.of(problem(refused)) : Optional.empty();
  }

  private static Problem problem(TaskRefused refused) {
    return switch (refused.kind()) {
      case UNKNOWN -> Problem.of("not-found", HttpStatus.NOT_FOUND, "Not found", refused.getMessage());
      case FORBIDDEN -> Problem.denied(refused.getMessage());
      case CONFLICT -> Problem.conflict(refused.getMessage());
      case INVALID -> refused.field() != null
          ? Problem.invalid(List.of(new FieldProblem(refused.field(), refused.getMessage())))
          : Problem.of("invalid", HttpStatus.UNPROCESSABLE_ENTITY, "Not acceptable as it is",
          refused.getMessage());
    };
  }
}
