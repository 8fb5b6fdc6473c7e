package io.stile.migration.web;

import io.stile.migration.MigrationRefused;
import io.stile.web.FieldProblem;
import io.stile.web.Problem;
import io.stile.web.Refusals;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What it means to a reader when running requests cannot be moved as he asked. */
@Component
class MigrationRefusals implements Refusals {

  @Override
  public Optional<Problem> asProblem(Throwable exception) {
    return exception instanceof MigrationRefused refused ? Optional.of(problem(refused)) : Optional.empty();
  }

  private static Problem problem(MigrationRefused refused) {
    return switch (refused.kind()) {
      case UNKNOWN -> Problem.of("not-found", HttpStatus.NOT_FOUND, "Not found", refused.getMessage());
      case CONFLICT -> Problem.conflict(refused.getMessage());
      case INVALID -> Problem.invalid(List.of(new FieldProblem(refused.field(), refused.getMessage())));
    };
  }
}
