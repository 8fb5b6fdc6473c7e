package io.stile.studio.web;

import io.stile.studio.ModelDraftRefused;
import io.stile.web.FieldProblem;
import io.stile.web.Problem;
import io.stile.web.Refusals;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What it means to a reader when something cannot be kept in the draft of a model. */
@Component
class ModelDraftRefusals implements Refusals {

  @Override
  public Optional<Problem> asProblem(Throwable exception) {
    return exception instanceof ModelDraftRefused refused
        ? Optional.of(Problem.invalid(List.of(new FieldProblem(refused.field(), refused.getMessage())))) : Optional.empty();
  }
}
