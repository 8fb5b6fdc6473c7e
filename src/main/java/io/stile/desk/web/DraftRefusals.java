package io.stile.desk.web;

import io.stile.draft.DraftRefused;
import io.stile.web.FieldProblem;
import io.stile.web.Problem;
import io.stile.web.Refusals;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What it means to a reader when something cannot be kept as a draft. */
@Component
class DraftRefusals implements Refusals {

  @Override
  public Optional<Problem> asProblem(Throwable exception) {
    return exception instanceof DraftRefused refused ? Optional.of(problem(refused)) : Optional.empty();
  }

  private static Problem problem(DraftRefused refused) {
    return switch (refused.kind()) {
      case UNKNOWN -> Problem.of("not-found", HttpStatus.NOT_FOUND, "Not found", refused.getMessage());
      case TOO_LARGE -> Problem.of("draft-too-large", HttpStatus.PAYLOAD_TOO_LARGE, "Too much to keep", refused.getMessage());
      case INVALID -> Problem.invalid(List.of(new FieldProblem(refused.field(), refused.getMessage())));
    };
  }
}
