package io.stile.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.stile.customer.Customer;
import io.stile.customer.Tier;
import io.stile.grant.GrantRefused;
import io.stile.request.AnswersRefused;
import io.stile.request.JournalKind;
import io.stile.request.Request;
import io.stile.work.Task;
import io.stile.work.TaskRefused;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way through the billing dispute, and out of it. */
class BillingDisputeTest extends DisputeStory {

  @Test
  void withinTheAuthorityOfTheOpenerItIsCreditedAtOnceAndToldInTheSameCall() {
    Request dispute = dispute(2_000);
    ProcessInstance process = process(dispute, "billing-dispute");

    assertThat(granted(dispute)).containsExactly("AT_ONCE 20.00 EUR front1");
    assertThat(people.steps(dispute)).containsExactly(TELL);
    Task tell = people.task(dispute, TELL);
    assertThat(tell.assignee()).isEqualTo("front1");
    assertThat(tell.dueAt()).isEqualTo(clock.now().plus(Duration.ofHours(1)));
    complete(dispute, TELL, "front1", Map.of());

    assertClosed(dispute, "Credited at once");
    assertThat(journal(dispute, JournalKind.GRANTED)).singleElement()
        .satisfies(entry -> assertThat(entry.details()).containsEntry("amount", "20.00 EUR"));
    assertThat(process).isEnded().hasPassedInOrder("ServiceTask_CheckAuthority", "BusinessRuleTask_DecideRoute",
        "ServiceTask_CreditAtOnce", TELL, "EndEvent_CreditedAtOnce").hasNotPassed(INVESTIGATE);
  }

  @ParameterizedTest
  @CsvSource({"front1,STANDARD,2000,at-once", "front1,STANDARD,2001,investigate", "front1,GOLD,2000,at-once",
      "front1,GOLD,2001,investigate", "front.lead,STANDARD,10000,at-once", "front.lead,GOLD,10001,investigate",
      "manager,STANDARD,10000,at-once", "manager,STANDARD,10001,investigate", "manager,GOLD,50000,at-once",
      "manager,GOLD,50001,investigate", "billing1,STANDARD,1,investigate", "quality1,GOLD,1,investigate"})
  void theWayDependsOnAmountTierAndAuthority(String opener, Tier tier, long cents, String way) {
    Request dispute = dispute(people.customerOf(tier, "EUR"), opener, cents);
    assertThat(people.steps(dispute)).containsExactly(way.equals("at-once") ? TELL : INVESTIGATE);
    assertThat(granted(dispute)).hasSize(way.equals("at-once") ? 1 : 0);
    withdraw(dispute, opener);
  }

  @Test
  void whatTheCustomerGotThisMonthIsTakenOffTheAuthorityUntilTheNextMonth() {
    Customer customer = people.customerInGoodStanding();
    Instant begin = clock.now();
    for (int i = 0; i < 2; i++) {
      assertThat(people.steps(dispute(customer, "front1", 2_000))).containsExactly(TELL);
    }
    assertThat(people.steps(dispute(customer, "front2", 1_001))).containsExactly(INVESTIGATE);
    assertThat(people.steps(dispute(customer, "front2", 1_000))).containsExactly(TELL);
    assertThat(people.steps(dispute(customer, "front1", 1))).containsExactly(INVESTIGATE);
    assertThat(people.steps(dispute(people.customerInGoodStanding(), "front1", 2_000))).containsExactly(TELL);

    travelTo(begin.plus(Duration.ofDays(31)));
    assertThat(people.steps(dispute(customer, "front1", 2_000))).containsExactly(TELL);
  }

  @Test
  void anotherCurrencyThanThatOfTheLimitsIsInvestigatedAndRecordedAsItIs() {
    Request dispute = dispute(people.customerOf(Tier.GOLD, "CHF"), "manager", 100);
    investigate(dispute, true);
    complete(dispute, POST, "billing1", Map.of());
    assertThat(granted(dispute)).containsExactly("INVESTIGATED 1.00 CHF billing1");
    withdraw(dispute, "manager");
  }

  @Test
  void aJustifiedChargeIsPostedWithoutApprovalUpToTheLimit() {
    Request dispute = dispute(MUCH);
    ProcessInstance process = process(dispute, "billing-dispute");
    investigate(dispute, true);
    assertThat(people.steps(dispute)).containsExactly(POST);
    assertThat(granted(dispute)).isEmpty();
    complete(dispute, POST, "billing1", Map.of());
    assertThat(granted(dispute)).containsExactly("INVESTIGATED 50.00 EUR billing1");
    assertThat(people.task(dispute, EXPLAIN).assignee()).isEqualTo("front1");
    complete(dispute, EXPLAIN, "front1", Map.of());
    assertClosed(dispute, "Credited after investigation");
    assertThat(process).hasPassed("EndEvent_CreditedAfterInvestigation").hasNotPassed(APPROVE, TELL, REFUSE);
  }

  @Test
  void aboveTheLimitFinanceApproveWhatBillingFound() {
    Request dispute = dispute(30_000);
    complete(dispute, INVESTIGATE, "billing1", Map.of("justified", "yes", "creditCents", VERY_MUCH));
    assertThat(people.steps(dispute)).containsExactly(APPROVE);
    complete(dispute, APPROVE, "finance1", Map.of("approved", "yes"));
    complete(dispute, POST, "billing2", Map.of());
    assertThat(granted(dispute)).containsExactly("INVESTIGATED 50.01 EUR billing2");
    complete(dispute, EXPLAIN, "front1", Map.of());
    assertClosed(dispute, "Credited after investigation");
  }

  @Test
  void aSmallPartOfALargeChargeNeedsNoApprovalAndMoreThanWasAskedForDoes() {
    Request part = dispute(30_000);
    complete(part, INVESTIGATE, "billing1", Map.of("justified", "yes", "creditCents", 5_000));
    assertThat(people.steps(part)).containsExactly(POST);
    Request more = dispute(3_000);
    complete(more, INVESTIGATE, "billing1", Map.of("justified", "yes", "creditCents", 3_001));
    assertThat(people.steps(more)).containsExactly(APPROVE);
    withdraw(part);
    withdraw(more);
  }

  @Test
  void nobodyApprovesWhatHeHasInvestigated() {
    Request dispute = dispute(VERY_MUCH);
    complete(dispute, INVESTIGATE, "billing3", Map.of("justified", "yes"));
    assertThatExceptionOfType(TaskRefused.class)
        .isThrownBy(() -> people.complete(dispute, APPROVE, "billing3", Map.of("approved", "yes")))
        .withMessageContaining("somebody else");
    assertThat(people.task(dispute, APPROVE).state()).isEqualTo(Task.State.OPEN);
    complete(dispute, APPROVE, "finance1", Map.of("approved", "yes"));
    withdraw(dispute);
  }

  @Test
  void whatFinanceDoNotApproveIsExplainedAndNothingIsGranted() {
    Request dispute = dispute(VERY_MUCH);
    ProcessInstance process = process(dispute, "billing-dispute");
    investigate(dispute, true);
    assertThatExceptionOfType(AnswersRefused.class)
        .isThrownBy(() -> people.complete(dispute, APPROVE, "finance1", Map.of("approved", "no")))
        .withMessageContaining("approvalNote");
    complete(dispute, APPROVE, "finance1", Map.of("approved", "no", "approvalNote", "It was credited in May"));
    complete(dispute, EXPLAIN, "front1", Map.of());
    assertClosed(dispute, "Credit not approved");
    assertThat(granted(dispute)).isEmpty();
    assertThat(process).hasPassed("EndEvent_CreditNotApproved").hasNotPassed(POST, "ServiceTask_RecordCredit");
  }

  @Test
  void aChargeThatStandsIsExplained() {
    Request dispute = dispute(MUCH);
    investigate(dispute, false);
    assertThat(people.task(dispute, REFUSE).assignee()).isEqualTo("front1");
    complete(dispute, REFUSE, "front1", Map.of("reaction", "accepts"));
    assertClosed(dispute, "Charge stands");
    assertThat(granted(dispute)).isEmpty();
  }

  @Test
  void newFactsReopenItOnceOnly() {
    Request dispute = disputeOn(FINALLY);
    ProcessInstance process = process(dispute, "billing-dispute");
    assertThatExceptionOfType(AnswersRefused.class)
        .isThrownBy(() -> people.complete(dispute, FINALLY, "front1", Map.of("finalReaction", "new-facts")));
    complete(dispute, FINALLY, "front1", Map.of("finalReaction", "accepts"));
    assertClosed(dispute, "Charge stands");
    assertThat(process).hasPassed("EndEvent_ChargeStandsFinally").hasNotPassed("EndEvent_ChargeStandsFirst");
    assertThat(history.createHistoricActivityInstanceQuery().processInstanceId(process.getId())
        .activityId(INVESTIGATE).count()).isEqualTo(2);
  }

  @Test
  void newFactsCanProveTheCustomerRight() {
    Request dispute = dispute(MUCH);
    investigate(dispute, false);
    reopen(dispute);
    investigate(dispute, true);
    complete(dispute, POST, "billing1", Map.of());
    complete(dispute, EXPLAIN, "front1", Map.of());
    assertClosed(dispute, "Credited after investigation");
  }

  @ParameterizedTest
  @CsvSource({REFUSE + ",reaction,First", FINALLY + ",finalReaction,Finally"})
  void goodwillIsGrantedWithinTheAuthorityOfWhoeverOffersIt(String step, String field, String where) {
    Request dispute = disputeOn(step);
    ProcessInstance process = process(dispute, "billing-dispute");
    Task before = people.task(dispute, step);

    assertThatExceptionOfType(GrantRefused.class)
        .isThrownBy(() -> people.complete(dispute, step, "front1", Map.of(field, "goodwill", "goodwillCents", 2_001)))
        .withMessageContaining("20.01 EUR").withMessageContaining("at most 20.00 EUR");
    assertThat(people.task(dispute, step)).isEqualTo(before);
    assertThat(granted(dispute)).isEmpty();

    complete(dispute, step, "front1", Map.of(field, "goodwill", "goodwillCents", 2_000));
    assertThat(granted(dispute)).containsExactly("GOODWILL 20.00 EUR front1");
    assertClosed(dispute, "Goodwill granted");
    assertThat(process).hasPassed("ServiceTask_GrantGoodwill" + where, "EndEvent_GoodwillGranted" + where);
  }

  @Test
  void aWithdrawalEndsEverythingThatIsOpenAndKeepsWhatWasGranted() {
    Request dispute = dispute(2_000);
    withdraw(dispute);
    assertThat(people.now(dispute).state()).isEqualTo(Request.State.WITHDRAWN);
    assertThat(granted(dispute)).hasSize(1);
    assertNothingRuns(dispute);
  }

  private void withdraw(Request dispute, String by) {
    unitOfWork.run(() -> closing.withdraw(dispute.number().value(), by, "The customer has changed her mind"));
    assertNothingRuns(dispute);
  }
}
