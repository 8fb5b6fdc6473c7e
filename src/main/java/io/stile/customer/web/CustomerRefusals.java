package io.stile.customer.web;

import io.stile.customer.CustomerChangedMeanwhile;
import io.stile.customer.CustomerUnknown;
import io.stile.customer.InvalidCustomer;
import io.stile.web.FieldProblem;
import io.stile.web.Problem;
import io.stile.web.Refusals;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What it means to a reader when a customer cannot be found, kept or changed. */
@Component
class CustomerRefusals implements Refusals {

  @Override
  public Optional<Problem> asProblem(Throwable exception) {
    if (exception instanceof InvalidCustomer invalid) {
      return Optional.of(Problem.invalid(List.of(new FieldProblem(invalid.field(), "Expected " + invalid.expected() + "."))));
    }
    if (exception instanceof CustomerUnknown unknown) {
      return Optional.of(Problem.notFound("customer " + unknown.customer()));
    }
    if (exception instanceof CustomerChangedMeanwhile) {
      return Optional.of(Problem.conflict("Somebody else changed the customer meanwhile; load it again before you change it."));
    }
    return Optional.empty();
  }
}
