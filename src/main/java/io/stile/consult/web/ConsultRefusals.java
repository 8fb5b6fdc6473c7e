package io.stile.consult.web;

import io.stile.consult.ConsultRefused;
import io.stile.web.FieldProblem;
import io.stile.web.Problem;
import io.stile.web.Refusals;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What it means to a reader when a question cannot be asked, answered or ended. */
@Component
class ConsultRefusals implements Refusals {

  @Override
  public Optional<Problem> asProblem(Throwable exception) {
    return exception instanceof ConsultRefused refused ? Optional.of(problem(refused)) : Optional.empty();
  }

  private static Problem problem(ConsultRefused refused) {
    return switch (refused.kind()) {
      case UNKNOWN -> Problem.of("not-found", HttpStatus.NOT_FOUND, "Not found", refused.getMessage());
      case FORBIDDEN -> Problem.denied(refused.getMessage());
      case CONFLICT -> Problem.conflict(refused.getMessage());
      case INVALID -> Problem.invalid(List.of(new FieldProblem(refused.field(), refused.getMessage())));
    };
  }
}
