package io.stile.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.stile.promise.Promise;
import io.stile.request.JournalKind;
import io.stile.request.Request;
import io.stile.work.Task;
import io.stile.work.TaskRefused;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ladder of a late task. */
class EscalationTest extends ModelStory {

  private static final String RESERVE = "UserTask_ReserveHandset";

  @ParameterizedTest
  @CsvSource({"UserTask_ClarifyContract,front.lead", "UserTask_ExplainWhyNot,front.lead",
      "UserTask_AgreePlanChange,front.lead", "UserTask_ReserveHandset,logistics.lead",
      "UserTask_AgreeAlternative,front.lead", "UserTask_ChangePlanAndDataOption,billing.lead",
      "UserTask_ActivateSim,network.lead", "UserTask_RepairActivation,network.lead",
      "UserTask_ShipOrHandOutHandset,logistics.lead", "UserTask_CallCustomer,front.lead",
      "UserTask_RepairWhatDoesNotWork,network.lead"})
  void eachStepThatIsLateTellsTheOwnerAndHasItsLeadDecide(String step, String lead) {
    Request swap = standingOn(step);
    ProcessInstance process = process(swap, "phone-swap");
    Task late = letRunLate(swap, step);

    assertThat(told(swap)).contains("front1").doesNotContain("manager");
    Task decision = decisionAbout(swap, late);
    assertThat(decision.assignee()).isEqualTo(lead);
    assertThat(decision.state()).isEqualTo(Task.State.CLAIMED);
    assertThat(decision.createdAt()).isEqualTo(late.dueAt());
    assertDates(swap);
    assertThat(process).hasPassed(lateTimerOf(step));

    withdraw(swap);
    assertNothingRuns(swap);
  }

  private Task decisionAbout(Request request, Task late) {
    return tasks.ofRequest(request.number().value()).stream().filter(Task::isLive)
        .filter(task -> task.stepKey().equals(LEAD_DECIDES) && late.step().value().equals(task.subject()))
        .reduce((one, other) -> {
          throw new AssertionError("two decisions about " + late);
        }).orElseThrow();
  }

  @Test
  void eachRungHappensOnceHoweverOftenTimeMoves() {
    Request swap = standingOn(RESERVE);
    complete(swap, "UserTask_ChangePlanAndDataOption", "billing1", Map.of());
    Task late = letRunLate(swap, RESERVE);
    for (int i = 0; i < 3; i++) {
      time.advance(Duration.ofMinutes(1));
    }
    assertThat(count(swap, JournalKind.TASK_LATE, late.name())).isEqualTo(1);
    assertThat(told(swap)).containsExactly("front1");
    Task decision = decisionAbout(swap, late);

    travelTo(decision.dueAt().minusMillis(1));
    assertThat(told(swap)).containsExactly("front1");
    travelTo(decision.dueAt());
    for (int i = 0; i < 3; i++) {
      time.advance(Duration.ofMinutes(1));
    }

    assertThat(told(swap)).containsExactly("front1", "manager");
    assertThat(journal(swap, JournalKind.PROMISE_AT_RISK)).hasSize(1);
    assertThat(people.task(swap, RENEW).assignee()).isEqualTo("front1");
    withdraw(swap);
    assertNothingRuns(swap);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UserTask_ReserveHandset", "UserTask_ActivateSim"})
  void undecidedItTellsTheManagerAndPutsThePromiseAtRiskAndStillCloses(String step) {
    Request swap = standingOn(step);
    if (step.equals(RESERVE)) {
      complete(swap, "UserTask_ChangePlanAndDataOption", "billing1", Map.of());
    }
    ProcessInstance process = process(swap, "phone-swap");
    Task late = letRunLate(swap, step);
    ProcessInstance ladder = process(swap, "escalation");
    Task decision = decisionAbout(swap, late);
    travelTo(decision.dueAt());

    assertThat(told(swap)).containsExactly("front1", "manager");
    assertThat(people.task(swap, RENEW).subject()).isEqualTo(String.valueOf(promise(swap).id()));
    assertThat(decisionAbout(swap, late).isLive()).as("the lead can still decide").isTrue();
    assertDates(swap);
    String where = step.equals(RESERVE) ? "Above" : "Below";
    assertThat(process).hasPassed("BoundaryEvent_PromiseAtRisk" + where, "EndEvent_RenewalAskedFor" + where)
        .hasNotPassed("EndEvent_LateTaskDealtWith" + where);

    if (step.equals(RESERVE)) {
      people.complete(swap, RESERVE, "logistics1", Map.of("inStock", "yes"));
      people.complete(swap, "UserTask_ActivateSim", "network1", Map.of("activated", "yes"));
    } else {
      people.complete(swap, step, "network1", Map.of("activated", "yes"));
    }
    assertThat(ladder).isEnded().hasPassed("EndEvent_LateTaskDone");
    assertThat(process).hasPassed("EndEvent_LateTaskDealtWith" + where);
    people.complete(swap, "UserTask_ShipOrHandOutHandset", "logistics1", Map.of());
    people.complete(swap, "UserTask_CallCustomer", "front1", Map.of("callOutcome", "works"));
    assertThat(people.now(swap).state()).isEqualTo(Request.State.CLOSED);
    assertThat(people.now(swap).outcome()).isEqualTo("Phone swapped");
    assertNothingRuns(swap);
  }

  @Test
  void completingTheLateTaskEndsTheLadder() {
    Request swap = standingOn("UserTask_AgreePlanChange");
    Task late = letRunLate(swap, "UserTask_AgreePlanChange");
    ProcessInstance ladder = process(swap, "escalation");
    Task decision = decisionAbout(swap, late);

    agree(swap);

    assertThat(ladder).isEnded().hasPassed("EndEvent_LateTaskDone").hasNotPassed("EndEvent_PromiseAtRisk",
        "ServiceTask_TellManager");
    assertThat(tasks.byId(decision.id()).orElseThrow().state()).isEqualTo(Task.State.CANCELLED);
    travelTo(decision.dueAt().plusSeconds(1));
    assertThat(told(swap)).doesNotContain("manager");
    withdraw(swap);
    assertNothingRuns(swap);
  }

  @Test
  void theLadderOfOneTaskDoesNotEndThatOfAnother() {
    Request swap = standingOn(RESERVE);
    Task reserve = people.task(swap, RESERVE);
    Task plan = people.task(swap, "UserTask_ChangePlanAndDataOption");
    travelTo(plan.dueAt().isAfter(reserve.dueAt()) ? plan.dueAt() : reserve.dueAt());
    Task aboutReserve = decisionAbout(swap, people.task(swap, RESERVE));
    Task aboutPlan = decisionAbout(swap, people.task(swap, "UserTask_ChangePlanAndDataOption"));

    people.complete(swap, RESERVE, "logistics1", Map.of("inStock", "yes"));

    assertThat(tasks.byId(aboutReserve.id()).orElseThrow().state()).isEqualTo(Task.State.CANCELLED);
    assertThat(tasks.byId(aboutPlan.id()).orElseThrow().state()).isEqualTo(Task.State.CLAIMED);
    withdraw(swap);
    assertNothingRuns(swap);
  }

  @Test
  void theLeadTakesTheLateTaskOver() {
    Request swap = standingOn(RESERVE);
    Task late = letRunLate(swap, RESERVE);
    ProcessInstance ladder = process(swap, "escalation");

    people.complete(swap, LEAD_DECIDES, "logistics.lead", Map.of("decision", "take-over"));

    assertThat(people.task(swap, RESERVE).assignee()).isEqualTo("logistics.lead");
    assertThat(ladder).isEnded().hasPassed("EndEvent_TaskTakenOver").hasNotPassed("EndEvent_PromiseAtRisk",
        "EndEvent_TaskReassigned");
    people.complete(swap, RESERVE, "logistics.lead", Map.of("inStock", "yes"));
    assertThat(tasks.byId(late.id()).orElseThrow().state()).isEqualTo(Task.State.DONE);
    withdraw(swap);
    assertNothingRuns(swap);
  }

  @Test
  void theLeadGivesTheLateTaskToAColleague() {
    Request swap = standingOn(RESERVE);
    letRunLate(swap, RESERVE);
    ProcessInstance ladder = process(swap, "escalation");

    people.complete(swap, LEAD_DECIDES, "logistics.lead", Map.of("decision", "reassign", "reassignTo", "logistics2"));

    assertThat(people.task(swap, RESERVE).assignee()).isEqualTo("logistics2");
    assertThat(ladder).isEnded().hasPassed("EndEvent_TaskReassigned").hasNotPassed("EndEvent_PromiseAtRisk");
    withdraw(swap);
  }

  @Test
  void theLeadOfTheOwnersDepartmentTakesOverWhatTheOwnerDidNotDo() {
    Request swap = standingOn("UserTask_ExplainWhyNot");
    letRunLate(swap, "UserTask_ExplainWhyNot");
    people.complete(swap, LEAD_DECIDES, "front.lead", Map.of("decision", "take-over"));
    assertThat(people.task(swap, "UserTask_ExplainWhyNot").assignee()).isEqualTo("front.lead");
    people.complete(swap, "UserTask_ExplainWhyNot", "front.lead", Map.of());
    assertThat(people.now(swap).outcome()).isEqualTo("Not eligible");
    assertThat(people.now(swap).owner()).isEqualTo("front1");
    assertNothingRuns(swap);
  }

  @Test
  void whatALeadOwnsAndDidNotDoGoesToTheManager() {
    Request swap = people.phoneSwap(customerWhoOwesUs(), "front.lead");
    ModelCoverage.follow(swap.number().value());
    letRunLate(swap, "UserTask_ExplainWhyNot");
    assertThat(people.task(swap, LEAD_DECIDES).assignee()).isEqualTo("manager");
    people.complete(swap, LEAD_DECIDES, "manager", Map.of("decision", "take-over"));
    assertThat(people.task(swap, "UserTask_ExplainWhyNot").assignee()).isEqualTo("manager");
    people.complete(swap, "UserTask_ExplainWhyNot", "manager", Map.of());
    assertNothingRuns(swap);
  }

  @Test
  void theLeadHasThePromiseRenewed() {
    Request swap = standingOn(RESERVE);
    letRunLate(swap, RESERVE);
    ProcessInstance ladder = process(swap, "escalation");
    people.complete(swap, LEAD_DECIDES, "logistics.lead", Map.of("decision", "renew-promise"));

    assertThat(ladder).isEnded().hasPassed("EndEvent_PromiseAtRisk").hasNotPassed("ServiceTask_TellManager");
    assertThat(people.task(swap, RENEW).assignee()).isEqualTo("front1");
    assertThat(told(swap)).doesNotContain("manager");
    assertThat(promise(swap).state()).isEqualTo(Promise.State.OPEN);
    withdraw(swap);
    assertNothingRuns(swap);
  }

  @Test
  void theLeadCannotGiveTheLateTaskToSomebodyWhoIsNoColleague() {
    Request swap = standingOn(RESERVE);
    Task late = letRunLate(swap, RESERVE);
    Task decision = decisionAbout(swap, late);
    assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> people.complete(swap, LEAD_DECIDES,
        "logistics.lead", Map.of("decision", "reassign", "reassignTo", "billing1")))
        .isInstanceOfAny(TaskRefused.class, io.stile.request.AnswersRefused.class);
    assertThat(tasks.byId(decision.id()).orElseThrow()).isEqualTo(decision);
    assertThat(people.task(swap, RESERVE)).isEqualTo(late);
    withdraw(swap);
  }
}
