package io.stile.web;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What it means to a reader when a module has refused what he asked for. */
@Component
class RefusedCalls implements Refusals {

  @Override
  public Optional<Problem> asProblem(Throwable exception) {
    return exception instanceof Refused refused ? Optional.of(problem(refused)) : Optional.empty();
  }

  private static Problem problem(Refused refused) {
    return switch (refused.kind()) {
      case UNKNOWN -> Problem.of("not-found", HttpStatus.NOT_FOUND, "Not found", refused.getMessage());
      case FORBIDDEN -> Problem.denied(refused.getMessage());
      case CONFLICT -> Problem.conflict(refused.getMessage());
      case INVALID -> refused.field() != null ? Problem.invalid(List.of(new FieldProblem(refused.field(), refused.getMessage())))
          : Problem.of("invalid", HttpStatus.UNPROCESSABLE_ENTITY, "Not acceptable as it is", refused.getMessage());
    };
  }
}
