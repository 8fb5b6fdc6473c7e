package io.stile.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.stile.customer.DeviceClass;
import io.stile.engine.CaseKey;
import io.stile.request.JournalKind;
import io.stile.request.Request;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

/** Every way through the phone swap, and out of it. */
class PhoneSwapTest extends ModelStory {

  private static final String[] OTHER_ENDS_THAN_SWAPPED = {"EndEvent_NotEligible", "EndEvent_WithdrawnByCustomer",
      "EndEvent_LateTaskDealtWithAbove", "EndEvent_LateTaskDealtWithBelow", "EndEvent_RenewalAskedForAbove",
      "EndEvent_RenewalAskedForBelow"};

  @Test
  void travelsThroughThreeDepartmentsUntilTheCustomerHasSaidThatItWorks() {
    Request swap = swap();
    ProcessInstance process = process(swap, "phone-swap");
    assertThat(people.steps(swap)).containsExactly("UserTask_AgreePlanChange");

    agree(swap);
    assertThat(people.steps(swap)).containsExactly("UserTask_ChangePlanAndDataOption", "UserTask_ReserveHandset");
    complete(swap, "UserTask_ReserveHandset", "logistics1", Map.of("inStock", "yes"));
    assertThat(people.steps(swap)).containsExactly("UserTask_ChangePlanAndDataOption");
    complete(swap, "UserTask_ChangePlanAndDataOption", "billing1", Map.of());
    activate(swap, true);
    complete(swap, "UserTask_ShipOrHandOutHandset", "logistics1", Map.of());
    assertThat(people.now(swap).state()).isEqualTo(Request.State.OPEN);
    complete(swap, "UserTask_CallCustomer", "front1", Map.of("callOutcome", "works"));

    assertClosed(swap, "Phone swapped");
    assertThat(process).isEnded().hasPassedInOrder("StartEvent_SwapAskedFor", "BusinessRuleTask_CheckEligibility",
        "UserTask_AgreePlanChange", "Gateway_AgreedFork", "UserTask_ActivateSim", "UserTask_ShipOrHandOutHandset", "UserTask_CallCustomer", "EndEvent_PhoneSwapped")
        .hasPassed("UserTask_ReserveHandset", "UserTask_ChangePlanAndDataOption")
        .hasNotPassed(OTHER_ENDS_THAN_SWAPPED)
        .hasNotPassed("UserTask_ClarifyContract", "UserTask_ExplainWhyNot", "UserTask_AgreeAlternative",
            "UserTask_RepairActivation", "UserTask_RepairWhatDoesNotWork", "CatchEvent_TimeToCallAgain");
  }

  private void assertClosed(Request swap, String outcome) {
    assertThat(people.now(swap).state()).isEqualTo(Request.State.CLOSED);
    assertThat(people.now(swap).outcome()).isEqualTo(outcome);
    assertThat(people.now(swap).closedAt()).isEqualTo(clock.now());
    assertThat(journal(swap, JournalKind.CLOSED)).hasSize(1);
    assertNothingRuns(swap);
  }

  /** From the step on which a swap stands to its happy end. */
  private void finish(Request swap) {
    if (people.steps(swap).contains("UserTask_ReserveHandset")) {
      complete(swap, "UserTask_ReserveHandset", "logistics1", Map.of("inStock", "yes"));
    }
    if (people.steps(swap).contains("UserTask_ChangePlanAndDataOption")) {
      complete(swap, "UserTask_ChangePlanAndDataOption", "billing1", Map.of());
    }
    if (people.steps(swap).contains("UserTask_ActivateSim")) {
      activate(swap, true);
      complete(swap, "UserTask_ShipOrHandOutHandset", "logistics1", Map.of());
    }
    complete(swap, "UserTask_CallCustomer", "front1", Map.of("callOutcome", "works"));
    assertClosed(swap, "Phone swapped");
  }

  @Test
  void whoOwesUsMoneyIsToldWhyNotByTheOwner() {
    Request swap = swap(customerWhoOwesUs());
    ProcessInstance process = process(swap, "phone-swap");
    assertThat(people.steps(swap)).containsExactly("UserTask_ExplainWhyNot");
    assertThat(people.task(swap, "UserTask_ExplainWhyNot").assignee()).isEqualTo("front1");

    complete(swap, "UserTask_ExplainWhyNot", "front1", Map.of("customerReaction", "Will pay"));

    assertClosed(swap, "Not eligible");
    assertThat(process).isEnded().hasPassed("EndEvent_NotEligible")
        .hasNotPassed("EndEvent_PhoneSwapped", "UserTask_AgreePlanChange", "UserTask_ClarifyContract");
  }

  @Test
  void aContractThatIsTooYoungIsNotSwapped() {
    Request swap = swap(people.customerWith(LocalDate.ofInstant(clock.now(), ZoneOffset.UTC).minusMonths(6).plusDays(1), 0L,
        DeviceClass.STANDARD));
    assertThat(people.steps(swap)).containsExactly("UserTask_ExplainWhyNot");
    withdraw(swap);
  }

  @Test
  void missingFactsAreClarifiedFirstAndCheckedAgain() {
    Request swap = swap(customerWithoutFacts());
    ProcessInstance process = process(swap, "phone-swap");
    assertThat(people.steps(swap)).containsExactly("UserTask_ClarifyContract");

    complete(swap, "UserTask_ClarifyContract", "front2",
        Map.of("contractMonths", 30, "openBalanceCents", 0, "deviceClass", "basic"));

    assertThat(people.steps(swap)).containsExactly("UserTask_AgreePlanChange");
    assertThat(process).hasPassed("UserTask_ClarifyContract").hasNotPassed("UserTask_ExplainWhyNot");
    agree(swap);
    finish(swap);
  }

  @Test
  void clarifiedFactsCanSpeakAgainstTheSwap() {
    Request swap = swap(customerWithoutFacts());
    complete(swap, "UserTask_ClarifyContract", "front2",
        Map.of("contractMonths", 30, "openBalanceCents", 5_001, "deviceClass", "basic"));
    complete(swap, "UserTask_ExplainWhyNot", "front1", Map.of());
    assertClosed(swap, "Not eligible");
  }

  @Test
  void withoutStockTheOwnerAgreesAnAlternativeWhichIsReservedAgain() {
    Request swap = standingOn("UserTask_ReserveHandset");
    ProcessInstance process = process(swap, "phone-swap");
    complete(swap, "UserTask_ReserveHandset", "logistics1", Map.of("inStock", "no", "alternatives", "Pebble 2"));
    assertThat(people.steps(swap)).containsExactly("UserTask_AgreeAlternative", "UserTask_ChangePlanAndDataOption");
    assertThat(people.task(swap, "UserTask_AgreeAlternative").assignee()).isEqualTo("front1");

    complete(swap, "UserTask_AgreeAlternative", "front1", Map.of("wantedDevice", "pebble-2"));

    assertThat(people.steps(swap)).containsExactly("UserTask_ChangePlanAndDataOption", "UserTask_ReserveHandset");
    finish(swap);
    assertThat(process).hasPassed("UserTask_AgreeAlternative").hasNotPassed(OTHER_ENDS_THAN_SWAPPED);
  }

  @Test
  void aFailedActivationIsRepairedAndDoneAgain() {
    Request swap = standingOn("UserTask_ActivateSim");
    ProcessInstance process = process(swap, "phone-swap");
    activate(swap, false);
    assertThat(people.steps(swap)).containsExactly("UserTask_RepairActivation");
    complete(swap, "UserTask_RepairActivation", "network1", Map.of("whatWasRepaired", "The number is free"));
    assertThat(people.steps(swap)).containsExactly("UserTask_ActivateSim");
    finish(swap);
    assertThat(process).hasPassed("UserTask_RepairActivation").hasNotPassed("UserTask_RepairWhatDoesNotWork")
        .hasNotPassed(OTHER_ENDS_THAN_SWAPPED);
  }

  @Test
  void whatDoesNotWorkForTheCustomerIsRepairedWithoutShippingAgain() {
    Request swap = standingOn("UserTask_CallCustomer");
    ProcessInstance process = process(swap, "phone-swap");
    complete(swap, "UserTask_CallCustomer", "front1", Map.of("callOutcome", "does-not-work", "whatFailed", "No data"));
    assertThat(people.steps(swap)).containsExactly("UserTask_RepairWhatDoesNotWork");
    complete(swap, "UserTask_RepairWhatDoesNotWork", "network1", Map.of());
    assertThat(people.steps(swap)).containsExactly("UserTask_CallCustomer");
    finish(swap);
    assertThat(process).hasPassed("UserTask_RepairWhatDoesNotWork").hasNotPassed("UserTask_RepairActivation")
        .hasNotPassed(OTHER_ENDS_THAN_SWAPPED);
    assertThat(history.createHistoricActivityInstanceQuery().processInstanceId(process.getId())
        .activityId("UserTask_ShipOrHandOutHandset").count()).isEqualTo(1);
  }

  @Test
  void whoDoesNotAnswerIsCalledAgainAtTheInstantThatWasEntered() {
    Request swap = standingOn("UserTask_CallCustomer");
    ProcessInstance process = process(swap, "phone-swap");
    Instant again = clock.now().plus(Duration.ofMinutes(150));
    complete(swap, "UserTask_CallCustomer", "front1",
        Map.of("callOutcome", "no-answer", "tryAgainAt", again.atOffset(ZoneOffset.ofHours(3)).toString()));

    assertThat(people.steps(swap)).isEmpty();
    assertThat(timers.pending(new CaseKey(swap.number().value())))
        .filteredOn(timer -> timer.element().equals("CatchEvent_TimeToCallAgain")).singleElement()
        .satisfies(timer -> assertThat(timer.due()).isEqualTo(again));
    travelTo(again.minusMillis(1));
    assertThat(people.steps(swap)).isEmpty();
    travelTo(again);
    assertThat(people.steps(swap)).containsExactly("UserTask_CallCustomer");
    assertThat(people.task(swap, "UserTask_CallCustomer").createdAt()).isEqualTo(again);
    assertDates(swap);
    finish(swap);
    assertThat(process).hasPassed("CatchEvent_TimeToCallAgain").hasNotPassed(OTHER_ENDS_THAN_SWAPPED);
  }

  @Test
  void aWithdrawalEndsEverythingThatIsOpen() {
    Request swap = standingOn("UserTask_ReserveHandset");
    ProcessInstance process = process(swap, "phone-swap");
    assertThat(people.steps(swap)).hasSize(2);

    withdraw(swap);

    assertThat(people.now(swap).state()).isEqualTo(Request.State.WITHDRAWN);
    assertThat(journal(swap, JournalKind.WITHDRAWN)).hasSize(1);
    assertThat(journal(swap, JournalKind.CLOSED)).isEmpty();
    assertThat(journal(swap, JournalKind.TASK_CANCELLED)).hasSize(2);
    assertThat(process).isEnded().hasPassed("EndEvent_WithdrawnByCustomer").hasNotPassed("EndEvent_PhoneSwapped",
        "EndEvent_NotEligible");
    assertNothingRuns(swap);
  }

  @Test
  void aWithdrawalWhileNobodyHasATaskEndsTheRequestToo() {
    Request swap = waitingToCallAgain(Duration.ofDays(2));
    withdraw(swap);
    assertNothingRuns(swap);
  }
}
