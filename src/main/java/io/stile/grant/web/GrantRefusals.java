package io.stile.grant.web;

import io.stile.grant.GrantRefused;
import io.stile.web.FieldProblem;
import io.stile.web.Problem;
import io.stile.web.Refusals;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What it means to a reader when money cannot be granted as he asked. */
@Component
class GrantRefusals implements Refusals {

  @Override
  public Optional<Problem> asProblem(Throwable exception) {
    return exception instanceof GrantRefused refused
        ? Optional.of(Problem.invalid(List.of(new FieldProblem(refused.field(), refused.getMessage()))))
        : Optional.empty();
  }
}
