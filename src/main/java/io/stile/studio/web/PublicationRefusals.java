package io.stile.studio.web;

import io.stile.catalogue.PublicationRefused;
import io.stile.engine.ModelRefused;
import io.stile.web.FieldProblem;
import io.stile.web.Problem;
import io.stile.web.Refusals;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What it means to a reader when something cannot be published. */
@Component
class PublicationRefusals implements Refusals {

  private static final String TITLE = "Not acceptable as it is";

  @Override
  public Optional<Problem> asProblem(Throwable exception) {
    if (exception instanceof ModelRefused refused) {
      return Optional.of(Problem.of("model-refused", HttpStatus.UNPROCESSABLE_ENTITY, TITLE, refused.getMessage()));
    }
    return exception instanceof PublicationRefused refused ? Optional.of(problem(refused)) : Optional.empty();
  }

  private static Problem problem(PublicationRefused refused) {
    return switch (refused.kind()) {
      case UNKNOWN -> Problem.of("not-found", HttpStatus.NOT_FOUND, "Not found", refused.getMessage());
      case FORBIDDEN -> Problem.denied(refused.getMessage());
      case CONFLICT -> Problem.conflict(refused.getMessage());
      case INVALID -> Problem.invalid(List.of(new FieldProblem(refused.field(), refused.getMessage())));
      case FINDINGS -> Problem.of("model-refused", HttpStatus.UNPROCESSABLE_ENTITY, TITLE, refused.getMessage()).with("findings", refused.findings());
    };
  }
}
