package io.stile.customer.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.stile.customer.Customers;
import io.stile.customer.NewCustomer;
import io.stile.testkit.StileTest;
import io.stile.web.FieldProblem;
import io.stile.web.Problem;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;

@StileTest
@Transactional
class CustomerRefusalsTest {

  private static final NewCustomer KIM = new NewCustomer("Kim Raven", null, null, null);

  @Autowired
  CustomerRefusals refusals;
  @Autowired
  Customers customers;

  @Test
  void namesTheFieldOfAValueThatCannotBe() {
    Problem problem = problemOf(() -> customers.add(new NewCustomer("Kim", "call me", null, null)));

    assertThat(problem.status()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(problem.fields()).containsExactly(
        new FieldProblem("phone", "Expected a phone number such as +49 30 12345 or 030/12345, or nothing."));
  }

  @Test
  void tellsThatThereIsNoSuchCustomer() {
    assertThat(problemOf(() -> customers.update(-1, 0, KIM)))
        .extracting(Problem::status, Problem::detail).containsExactly(HttpStatus.NOT_FOUND, "There is no customer -1.");
  }

  @Test
  void tellsThatSomebodyWasFaster() {
    long kim = customers.add(KIM).id();

    assertThat(problemOf(() -> customers.update(kim, 7, KIM)).status()).isEqualTo(HttpStatus.CONFLICT);
  }

  @Test
  void leavesOtherExceptionsToOthers() {
    assertThat(refusals.asProblem(new IllegalArgumentException("limit 0"))).isEmpty();
  }

  private Problem problemOf(ThrowingCallable call) {
    return refusals.asProblem(catchThrowable(call)).orElseThrow();
  }
}
