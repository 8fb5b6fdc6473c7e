package io.stile.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stile.customer.Customer;
import io.stile.engine.Decisions;
import io.stile.engine.UnitOfWork;
import io.stile.grant.Grant.Basis;
import io.stile.request.Request;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;

@StileTest
class GrantsTest {

  private static final String INVESTIGATE = "UserTask_InvestigateCharge";
  private static final String REFUSE = "UserTask_ExplainWhyChargeStands";
  private static final long MONTH_OF_FRONT_OFFICE = 5_000;

  @Autowired
  Requesting people;
  @Autowired
  Grants grants;
  @Autowired
  Decisions decisions;
  @Autowired
  UnitOfWork unitOfWork;
  @Autowired
  JdbcClient jdbc;

  @RepeatedTest(5)
  void openingsAtTheSameInstantTogetherStayWithinTheLimitOfTheMonth() throws Exception {
    Customer customer = people.customerInGoodStanding();
    List<Request> opened = atOnce(6, i -> people.billingDispute(customer, i % 2 == 0 ? "front1" : "front2", 2_000));

    assertThat(opened).filteredOn(request -> people.steps(request).contains("UserTask_TellCustomer")).hasSize(2);
    assertThat(opened).filteredOn(request -> people.steps(request).contains(INVESTIGATE)).hasSize(4);
    assertThat(granted(customer)).isEqualTo(4_000);
  }

  @RepeatedTest(5)
  void goodwillAtTheSameInstantStaysWithinTheLimitAndWhoComesTooLateIsToldWhatIsLeft() throws Exception {
    Customer customer = people.customerInGoodStanding();
    List<Request> refused = IntStream.range(0, 4).mapToObj(i -> refusedDispute(customer)).toList();
    List<String> answers = atOnce(4, i -> {
      try {
        people.complete(refused.get(i), REFUSE, "front1", Map.of("reaction", "goodwill", "goodwillCents", 1_900));
        return "granted";
      } catch (GrantRefused tooLate) {
        return tooLate.getMessage();
      }
    });

    assertThat(answers).filteredOn("granted"::equals).hasSize(2);
    assertThat(answers).filteredOn(answer -> answer.contains("at most 12.00 EUR is left")).hasSize(2);
    assertThat(granted(customer)).isEqualTo(3_800).isLessThanOrEqualTo(MONTH_OF_FRONT_OFFICE);
  }

  private Request refusedDispute(Customer customer) {
    Request dispute = people.billingDispute(customer, "front1", 2_001);
    people.complete(dispute, INVESTIGATE, "billing1", Map.of("justified", "no"));
    return dispute;
  }

  @Test
  void whatAnInvestigationFoundCountsAgainstNobodysAuthority() {
    Customer customer = people.customerInGoodStanding();
    Request dispute = people.billingDispute(customer, "front1", 5_000);
    people.complete(dispute, INVESTIGATE, "billing1", Map.of("justified", "yes"));
    people.complete(dispute, "UserTask_PostCredit", "billing1", Map.of());

    assertThat(unitOfWork.of(() -> grants.left(dispute, "front1"))).isEqualTo(2_000);
    assertThat(grants.ofRequest(dispute.number().value())).singleElement().satisfies(grant -> {
      assertThat(grant.amount()).isEqualTo(new Money(5_000, "EUR"));
      assertThat(grant.month().getDayOfMonth()).isEqualTo(1);
    });
  }

  @Test
  void grantsNothingTwiceForOneReasonAndNothingOutsideOfATransaction() {
    Request dispute = people.billingDispute(people.customerInGoodStanding(), "front1", 500);
    assertThatThrownBy(() -> unitOfWork.run(() -> grants.grant(dispute, 500, Basis.AT_ONCE, "front1", "amountCents")))
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> grants.left(dispute, "front1")).isInstanceOf(IllegalTransactionStateException.class);
    assertThat(grants.ofRequest(dispute.number().value())).hasSize(1);
  }

  @Test
  void refusesNothingAndLessThanNothing() {
    Request dispute = people.billingDispute(people.customerInGoodStanding(), "front1", 5_000);
    for (long cents : new long[] {0, -1}) {
      assertThatThrownBy(() -> unitOfWork.run(() -> grants.grant(dispute, cents, Basis.INVESTIGATED, "front1", "x")))
          .isInstanceOf(GrantRefused.class).hasMessageContaining("above zero");
    }
  }

  @Test
  void keepsWhatWasGranted() {
    Request dispute = people.billingDispute(people.customerInGoodStanding(), "front1", 500);
    String number = dispute.number().value();
    assertThatThrownBy(() -> jdbc.sql("update grant_record set cents = 1 where request = ?").param(number).update())
        .hasMessageContaining("never changed");
    assertThatThrownBy(() -> jdbc.sql("delete from grant_record where request = ?").param(number).update())
        .hasMessageContaining("never changed");
  }

  @Test
  void readsAmountsAsPeopleWriteThem() {
    assertThat(new Money(1, "EUR")).hasToString("0.01 EUR");
    assertThat(new Money(9_007_199_254_740_993L, "CHF")).hasToString("90071992547409.93 CHF");
  }

  @Test
  void asksTheTableForTheLimitOfARole() {
    assertThat(decisions.evaluate("credit-authority", Map.of("role", "front-office", "span", "request"))).isEqualTo(2_000L);
    assertThat(decisions.evaluate("credit-authority", Map.of("role", "nobody", "span", "request"))).isEqualTo(0L);
    assertThatThrownBy(() -> decisions.evaluate("no-such-table", Map.of())).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no-such-table");
  }

  private long granted(Customer customer) {
    return jdbc.sql("select coalesce(sum(cents), 0) from grant_record where customer = ?").param(customer.id())
        .query(Long.class).single();
  }

  private interface Work<T> {
    T run(int index);
  }

  private static <T> List<T> atOnce(int many, Work<T> work) throws Exception {
    CyclicBarrier start = new CyclicBarrier(many);
    ExecutorService threads = Executors.newFixedThreadPool(many);
    try {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        int index = i;
        running.add(threads.submit((Callable<T>) () -> {
          start.await();
          return work.run(index);
        }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> each : running) {
        results.add(each.get(60, TimeUnit.SECONDS));
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
