package io.stile.promise.web;

import io.stile.promise.PromiseRefused;
import io.stile.web.FieldProblem;
import io.stile.web.Problem;
import io.stile.web.Refusals;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What it means to a reader when a promise cannot be moved as he asked. */
@Component
class PromiseRefusals implements Refusals {

  @Override
  public Optional<Problem> asProblem(Throwable exception) {
    return exception instanceof PromiseRefused
        ? Optional.of(Problem.invalid(List.of(new FieldProblem("newDue", exception.getMessage()))))
        : Optional.empty();
  }
}
