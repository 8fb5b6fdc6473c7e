package io.stile.promise.web;

import io.stile.promise.PromiseRefused;
import io.stile.web.FieldProblem;
import io.stile.web.Problem;
import io.stile.web.Refusals;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What it means to a reader when something cannot be done with a promise. */
@Component
class PromiseRefusals implements Refusals {

  @Override
  public Optional<Problem> asProblem(Throwable exception) {
    return exception instanceof PromiseRefused refused ? Optional.of(problem(refused)) : Optional.empty();
  }

  private static Problem problem(PromiseRefused refused) {
    return switch (refused.kind()) {
      case UNKNOWN -> Problem.of("not-found", HttpStatus.NOT_FOUND, "Not found", refused.getMessage());
      case FORBIDDEN -> Problem.denied(refused.getMessage());
      case CONFLICT -> Problem.conflict(refused.getMessage());
      case INVALID -> Problem.invalid(List.of(new FieldProblem(refused.field(), refused.getMessage())));
    };
  }
}
