package io.stile.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.stile.consistency.Consistency;
import io.stile.engine.CaseKey;
import io.stile.request.Clocks;
import io.stile.request.JournalKind;
import io.stile.request.Request;
import io.stile.work.Claims;
import io.stile.work.Completion;
import io.stile.work.Returns;
import io.stile.work.Task;
import io.stile.work.TaskRefused;
import io.stile.work.TaskReturn;
import io.stile.work.Waits;
import io.stile.work.WaitsFor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Returning a task: where it goes, what its clocks do, and who decides when it comes back a second time. */
class ReturnTest extends ModelStory {

  private static final String RESERVE = "UserTask_ReserveHandset";
  private static final String PLAN = "UserTask_ChangePlanAndDataOption";
  private static final String RETURN = "return";
  private static final String ONE = "UserTask_SayWhoDoesItReturning";
  private static final String OTHER = "UserTask_SayWhoDoesItOther";
  private static final String OWNER = "UserTask_DecideWhoDoesIt";

  @Autowired
  Returns returns;
  @Autowired
  Claims claims;
  @Autowired
  Completion completion;
  @Autowired
  Waits waits;
  @Autowired
  Consistency consistency;

  private Request swap;

  private Task reserving() {
    swap = standingOn(RESERVE);
    return people.task(swap, RESERVE);
  }

  private Task giveBack(Task task, String by) {
    Task now = unitOfWork.of(() -> returns.giveBack(task.id(), "information-missing", "Which colour does she want?", by));
    assertAgreement();
    return now;
  }

  private Task sendOn(Task task, String by) {
    Task now = unitOfWork.of(() -> returns.sendOn(task.id(), "The black one.", by));
    assertAgreement();
    return now;
  }

  private void say(String step, String key, String by, String doer) {
    people.complete(swap, step, by, Map.of(key, doer));
    assertAgreement();
  }

  private Task now(Task task) {
    return tasks.byId(task.id()).orElseThrow();
  }

  private Duration left(Task task) {
    return clocks.clock(task.request(), Clocks.ofTask(task.id())).orElseThrow().remaining(clock.now());
  }

  private void assertAgreement() {
    assertDates(swap);
    assertThat(consistency.check().findings()).filteredOn(finding -> swap.number().value().equals(finding.request())).isEmpty();
  }

  private List<TaskReturn.State> states(Task task) {
    return returns.of(now(task)).stream().map(TaskReturn::state).toList();
  }

  private ProcessInstance decision() {
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(swap.number().value()).processDefinitionKey(RETURN).singleResult();
  }

  /** The second time that logistics and the front office return it to each other. */
  private Task disputed() {
    Task task = reserving();
    giveBack(task, "logistics1");
    sendOn(task, "front1");
    travelTo(clock.now().plusSeconds(60));
    return giveBack(task, "logistics1");
  }

  @AfterEach
  void endsWithTheRequest() {
    if (swap != null && people.now(swap).isOpen()) {
      withdraw(swap);
    }
    assertNothingRuns(swap);
    assertThat(consistency.check().findings()).filteredOn(finding -> swap.number().value().equals(finding.request())).isEmpty();
  }

  @Test
  void liesWhereItCameFromUntilItIsAnswered() {
    Task task = reserving();
    Duration left = left(task);
    unitOfWork.run(() -> claims.claim(task.id(), "logistics1"));

    Task returned = giveBack(task, "logistics1");

    assertThat(returned.department()).isEqualTo("front-office");
    assertThat(returned.state()).isEqualTo(Task.State.OPEN);
    assertThat(returned.isReturned()).isTrue();
    assertThat(returned.dueAt()).isEqualTo(clock.now().plus(Duration.ofHours(2)));
    travelTo(clock.now().plus(Duration.ofMinutes(90)));
    assertThat(left(task)).as("its own clock stands still").isEqualTo(left);
    assertThatExceptionOfType(TaskRefused.class).isThrownBy(() -> people.complete(swap, RESERVE, "front2", Map.of("inStock", "yes")))
        .withMessageContaining("was returned to you");

    Task back = sendOn(returned, "front2");

    assertThat(back.department()).isEqualTo("logistics");
    assertThat(back.isReturned()).isFalse();
    assertThat(left(back)).as("goes on with what it had left").isEqualTo(left);
    assertThat(states(task)).containsExactly(TaskReturn.State.ANSWERED);
    assertThat(count(swap, JournalKind.TASK_RETURNED, task.name())).isEqualTo(1);
    assertThat(count(swap, JournalKind.RETURN_ANSWERED, task.name())).isEqualTo(1);
    complete(swap, RESERVE, "logistics1", Map.of("inStock", "yes"));
  }

  @Test
  void escalatesWhereItLies() {
    Task returned = giveBack(reserving(), "logistics1");

    Task late = letRunLate(swap, RESERVE);

    assertThat(people.task(swap, LEAD_DECIDES).department()).isEqualTo("front-office");
    Task back = sendOn(late, "front.lead");
    assertThat(people.steps(swap)).doesNotContain(LEAD_DECIDES);
    assertThat(back.lateAt()).isNull();
    assertThat(returned.dueAt()).isNotEqualTo(back.dueAt());
  }

  @Test
  void whatWasLateComesBackAsLateAsItWas() {
    reserving();
    Task late = letRunLate(swap, RESERVE);
    assertThat(people.steps(swap)).contains(LEAD_DECIDES);

    Task returned = giveBack(late, "logistics.lead");

    assertThat(people.steps(swap)).doesNotContain(LEAD_DECIDES);
    assertThat(returned.isLate(clock.now())).isFalse();
    travelTo(clock.now().plus(Duration.ofMinutes(30)));
    Task back = sendOn(returned, "front1");
    travelTo(clock.now().plusMillis(1));
    assertThat(back.lateAt()).isEqualTo(late.lateAt());
    assertThat(people.steps(swap)).contains(LEAD_DECIDES);
    assertAgreement();
  }

  @Test
  void aWaitEndsWithTheReturnAndAnotherCanBeginThere() {
    Task task = reserving();
    Duration left = left(task);
    unitOfWork.run(() -> claims.claim(task.id(), "logistics1"));
    unitOfWork.run(() -> waits.begin(task.id(), WaitsFor.CUSTOMER, clock.now().plus(Duration.ofDays(1)), "Which colour?", "logistics1"));

    Task returned = giveBack(task, "logistics1");
    assertThat(returned.isWaiting()).isFalse();
    Instant due = returned.dueAt();
    Task waits = unitOfWork.of(() -> this.waits.begin(task.id(), WaitsFor.CUSTOMER, clock.now().plus(Duration.ofDays(1)), "She calls back", "front1"));
    assertAgreement();
    assertThat(waits.dueAt()).isAfter(due);
    sendOn(waits, "front1");

    assertThat(left(task)).isEqualTo(left);
  }

  @Test
  void theFirstStepGoesToTheOwner() {
    swap = swap();
    Task task = people.task(swap, "UserTask_AgreePlanChange");

    Task returned = giveBack(task, "front2");

    assertThat(returned.department()).isNull();
    assertThat(returned.assignee()).isEqualTo("front1");
    ownership.move(swap.number().value(), "front2", "front.lead", "Holidays");
    assertThat(now(task).assignee()).as("follows the owner").isEqualTo("front2");
    Task back = sendOn(returned, "front2");
    assertThat(back.department()).isEqualTo("front-office");
    assertThat(back.assignee()).isNull();
  }

  @Test
  void theOwnerSpeaksForHimselfWhoeverHeIsByThen() {
    swap = swap();
    Task task = giveBack(people.task(swap, "UserTask_AgreePlanChange"), "front2");
    giveBack(task, "front1");
    assertThat(people.task(swap, ONE).assignee()).isEqualTo("front1");

    ownership.move(swap.number().value(), "front3", "front.lead", "Holidays");

    assertThat(people.task(swap, ONE).assignee()).isEqualTo("front3");
    assertThat(people.task(swap, OTHER).assignee()).isEqualTo("front.lead");
    say(ONE, "returningLeadSays", "front3", "front-office");
    say(OTHER, "otherLeadSays", "front.lead", "front-office");
    assertThat(now(task).department()).isEqualTo("front-office");
  }

  @Test
  void theSecondReturnIsDecidedByBothLeadsIfTheyAgree() {
    Task task = disputed();

    assertThat(task.department()).as("stays where it is").isEqualTo("logistics");
    assertThat(people.task(swap, ONE).assignee()).isEqualTo("logistics.lead");
    assertThat(people.task(swap, OTHER).assignee()).isEqualTo("front.lead");
    assertThatExceptionOfType(TaskRefused.class).isThrownBy(() -> giveBack(task, "logistics1")).withMessageContaining("are deciding");
    ProcessInstance decision = decision();
    say(ONE, "returningLeadSays", "logistics.lead", "billing");
    say(OTHER, "otherLeadSays", "front.lead", "billing");

    assertThat(decision).isEnded().hasPassed("EndEvent_ReturnSettled").hasNotPassed(OWNER);
    assertThat(now(task).department()).isEqualTo("billing");
    assertThat(now(task).isReturned()).isFalse();
    assertThat(states(task)).containsExactly(TaskReturn.State.ANSWERED, TaskReturn.State.DECIDED);
    complete(swap, RESERVE, "billing1", Map.of("inStock", "yes"));
    assertThat(now(task).state()).isEqualTo(Task.State.DONE);
  }

  @Test
  void theOwnerDecidesWhenTheLeadsDoNotAgree() {
    Task task = disputed();
    ProcessInstance decision = decision();
    say(ONE, "returningLeadSays", "logistics.lead", "front-office");
    say(OTHER, "otherLeadSays", "front.lead", "logistics");

    assertThat(people.task(swap, OWNER).assignee()).isEqualTo("front1");
    say(OWNER, "ownerSays", "front1", "front-office");

    assertThat(decision).isEnded().hasPassed(OWNER);
    assertThat(now(task).department()).isEqualTo("front-office");
    Task third = unitOfWork.of(() -> returns.giveBack(task.id(), "not-our-work", "Still not ours", "front1"));
    assertThat(third.department()).as("is not bounced again").isEqualTo("front-office");
    assertThat(states(task)).last().isEqualTo(TaskReturn.State.DISPUTED);
    assertAgreement();
    complete(swap, RESERVE, "front1", Map.of("inStock", "yes"));
    assertThat(states(task)).last().isEqualTo(TaskReturn.State.ENDED);
  }

  @Test
  void theOwnerDecidesWhenNobodyAnswersAndAManagerHearsIfHeDoesNot() {
    Task task = disputed();
    ProcessInstance decision = decision();
    Instant until = returns.of(task).get(1).voicesUntil();
    Task voice = people.task(swap, ONE);
    assertThat(voice.dueAt()).isEqualTo(clock.now().plus(Duration.ofHours(2)));
    assertThat(timers.pending(new CaseKey(swap.number().value()))).filteredOn(timer -> timer.element().startsWith("BoundaryEvent_TimeUp"))
        .extracting(timer -> timer.due()).containsExactly(until, until);
    travelTo(voice.dueAt());
    assertThat(told(swap)).contains("front1");

    travelTo(until);
    assertThat(people.steps(swap)).contains(OWNER).doesNotContain(ONE, OTHER);
    travelTo(people.task(swap, OWNER).dueAt());
    assertThat(decision).hasPassed("BoundaryEvent_TimeUpReturning", "BoundaryEvent_TimeUpOther", "EndEvent_ManagerTold");
    say(OWNER, "ownerSays", "front1", "logistics");

    assertThat(decision).isEnded();
    assertThat(now(task).department()).isEqualTo("logistics");
    assertThat(now(task).clockOf()).as("its own clock never stopped").isNull();
  }

  @Test
  void whoeverGotItBackCannotReturnItEither() {
    Task task = giveBack(reserving(), "logistics1");

    Task disputed = giveBack(task, "front1");

    assertThat(disputed.department()).isEqualTo("front-office");
    assertThat(states(task)).containsExactly(TaskReturn.State.OPEN, TaskReturn.State.DISPUTED);
    say(ONE, "returningLeadSays", "front.lead", "role-owner");
    say(OTHER, "otherLeadSays", "logistics.lead", "role-owner");
    assertThat(now(task).assignee()).isEqualTo("front1");
    assertThat(states(task)).containsExactly(TaskReturn.State.ENDED, TaskReturn.State.DECIDED);
    complete(swap, RESERVE, "front1", Map.of("inStock", "yes"));
  }

  @Test
  void anAnswerMakesTheDecisionNeedless() {
    Task task = giveBack(reserving(), "logistics1");
    giveBack(task, "front1");
    ProcessInstance decision = decision();

    sendOn(task, "front1");

    assertThat(decision).isEnded().hasPassed("EndEvent_ReturnOver").hasNotPassed("EndEvent_ReturnSettled");
    assertThat(states(task)).containsExactly(TaskReturn.State.ANSWERED, TaskReturn.State.ENDED);
  }

  @Test
  void anOtherDepartmentGivesItHomeWithWhatWasLeft() {
    Task task = disputed();
    Duration left = left(task);
    say(ONE, "returningLeadSays", "logistics.lead", "billing");
    say(OTHER, "otherLeadSays", "front.lead", "billing");
    travelTo(clock.now().plus(Duration.ofMinutes(20)));
    assertThat(left(task)).isEqualTo(left);

    giveBack(task, "billing1");
    say(ONE, "returningLeadSays", "billing.lead", "logistics");
    say(OTHER, "otherLeadSays", "logistics.lead", "logistics");

    assertThat(now(task).department()).isEqualTo("logistics");
    assertThat(left(task)).isEqualTo(left);
  }

  @Test
  void onlyWhoHasItAndItsLeadMayReturnIt() {
    Task task = reserving();
    unitOfWork.run(() -> claims.claim(task.id(), "logistics1"));

    for (String other : List.of("logistics2", "billing1", "front1")) {
      assertThatExceptionOfType(TaskRefused.class).isThrownBy(() -> giveBack(task, other))
          .satisfies(refused -> assertThat(refused.kind()).isEqualTo(TaskRefused.Kind.FORBIDDEN));
    }
    assertThat(giveBack(task, "logistics.lead").department()).isEqualTo("front-office");
  }

  @Test
  void aDecisionCannotBeReturned() {
    disputed();

    assertThatExceptionOfType(TaskRefused.class).isThrownBy(() -> giveBack(people.task(swap, ONE), "logistics.lead"))
        .withMessageContaining("belongs to no step");
  }
}
