package io.stile.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.stile.customer.Interaction.Channel;
import io.stile.customer.Interaction.Direction;
import io.stile.customer.Interactions;
import io.stile.customer.NewInteraction;
import io.stile.engine.CaseKey;
import io.stile.engine.Timers.Pending;
import io.stile.request.Clocks;
import io.stile.request.JournalKind;
import io.stile.request.Request;
import io.stile.sla.ClockState;
import io.stile.sla.SlaClock;
import io.stile.work.Claims;
import io.stile.work.Queues;
import io.stile.work.Task;
import io.stile.work.TaskRefused;
import io.stile.work.Waits;
import io.stile.work.WaitsFor;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tasks that wait for the customer or for a third party: the clock, the timers and the ladder of a step, and how a wait ends. */
class WaitingTest extends ModelStory {

  private static final String RESERVE = "UserTask_ReserveHandset";
  private static final String WAITING = "waiting";

  @Autowired
  Waits waits;
  @Autowired
  Claims claims;
  @Autowired
  Interactions interactions;
  @Autowired
  Queues queues;

  /** A task of logistics that its assignee sets to wait for a day. */
  private Task waits(Request swap, WaitsFor whom) {
    Task task = people.task(swap, RESERVE);
    unitOfWork.run(() -> claims.claim(task.id(), "logistics1"));
    return waits(task, whom, clock.now().plus(Duration.ofDays(1)));
  }

  /** A swap that stands on this step and on no other one that could be late, too. */
  private Request onlyReserving() {
    Request swap = standingOn(RESERVE);
    complete(swap, "UserTask_ChangePlanAndDataOption", "billing1", Map.of());
    return swap;
  }

  private Task waits(Task task, WaitsFor whom, Instant until) {
    return unitOfWork.of(() -> waits.begin(task.id(), whom, until, "Which colour?", "logistics1"));
  }

  private Task resume(Task task) {
    return unitOfWork.of(() -> waits.resume(task.id(), "logistics1"));
  }

  private void contact(Request swap, Direction direction) {
    unitOfWork.of(() -> interactions.log(new NewInteraction(swap.customer(), swap.number().value(), Channel.PHONE,
        direction, "front2", "The black one, please.")));
  }

  private Task now(Task task) {
    return tasks.byId(task.id()).orElseThrow();
  }

  private SlaClock clockOf(Task task) {
    return clocks.clock(task.request(), Clocks.ofTask(task.id())).orElseThrow();
  }

  private Duration left(Task task) {
    return clockOf(task).remaining(clock.now());
  }

  private List<Pending> timersOf(Task task) {
    return timers.pending(new CaseKey(task.request())).stream()
        .filter(timer -> timer.element().equals(task.stepKey()) || timer.element().equals(lateTimerOf(task.stepKey())))
        .toList();
  }

  @Test
  void theClockOfTheDepartmentStandsStillAndRowClockAndTimersAreOneInstant() {
    Request swap = standingOn(RESERVE);
    travelTo(clock.now().plus(Duration.ofMinutes(30)));
    Instant promised = promise(swap).dueAt();
    Duration left = left(people.task(swap, RESERVE));

    Task waiting = waits(swap, WaitsFor.CUSTOMER);

    assertDates(swap);
    assertThat(timersOf(waiting)).extracting(Pending::due).containsExactly(waiting.warnAt(), waiting.dueAt());
    assertThat(clockOf(waiting).runsOut()).contains(waiting.dueAt());
    assertThat(clockOf(waiting).state(clock.now())).isEqualTo(ClockState.PAUSED);
    travelTo(clock.now().plus(Duration.ofHours(23)));
    assertThat(left(waiting)).isEqualTo(left);
    assertThat(now(waiting)).isEqualTo(waiting);
    assertThat(count(swap, JournalKind.TASK_WARNED, waiting.name())).isZero();
    assertThat(promise(swap).dueAt()).isEqualTo(promised);
    assertThat(clocks.clock(swap.number().value(), Clocks.END_TO_END).orElseThrow().state(clock.now()))
        .isEqualTo(ClockState.RUNNING);
    withdraw(swap);
    assertNothingRuns(swap);
  }

  @Test
  void itGoesOnAtTheReviewDateWithTheTimeThatWasLeft() {
    Request swap = standingOn(RESERVE);
    Duration left = left(people.task(swap, RESERVE));
    Task waiting = waits(swap, WaitsFor.THIRD_PARTY);
    ProcessInstance watch = process(swap, WAITING);

    travelTo(waiting.waiting().until().minusMillis(1));
    assertThat(now(waiting).isWaiting()).isTrue();
    travelTo(waiting.waiting().until());

    Task task = now(waiting);
    assertThat(task.isWaiting()).isFalse();
    assertThat(task.dueAt()).isEqualTo(waiting.dueAt());
    assertThat(left(task)).isEqualTo(left);
    assertDates(swap);
    assertThat(journal(swap, JournalKind.TASK_WAIT_OVER)).singleElement()
        .satisfies(entry -> assertThat(entry.told()).isEqualTo("“Reserve the handset” goes on: the review date has come"));
    assertThat(watch).isEnded().hasPassed("CatchEvent_ReviewDateReached", "ServiceTask_TakeUpTask", "EndEvent_TaskTakenUp")
        .hasNotPassed("EndEvent_NothingToReview");
    letRunLate(swap, RESERVE);
    withdraw(swap);
    assertNothingRuns(swap);
  }

  @Test
  void takenUpByHandItGoesOnAtOnceWithTheTimeThatWasLeft() {
    Request swap = standingOn(RESERVE);
    Duration left = left(people.task(swap, RESERVE));
    Task waiting = waits(swap, WaitsFor.CUSTOMER);
    ProcessInstance watch = process(swap, WAITING);
    travelTo(clock.now().plus(Duration.ofMinutes(20)));

    Task task = resume(waiting);

    assertThat(task.isWaiting()).isFalse();
    assertThat(left(task)).isEqualTo(left);
    assertThat(task.dueAt()).isBefore(waiting.dueAt());
    assertDates(swap);
    assertThat(watch).isEnded().hasPassed("EndEvent_NothingToReview")
        .hasNotPassed("ServiceTask_TakeUpTask", "EndEvent_TaskTakenUp");
    assertThat(journal(swap, JournalKind.TASK_RESUMED)).singleElement()
        .satisfies(entry -> assertThat(entry.actor()).isEqualTo("logistics1"));
    travelTo(waiting.waiting().until().plusSeconds(1));
    assertThat(journal(swap, JournalKind.TASK_WAIT_OVER)).isEmpty();
    withdraw(swap);
    assertNothingRuns(swap);
  }

  @Test
  @DisplayName("C-21: what waits for the customer goes on when he gets in touch; not a minute after that is paused")
  void theCustomersAnswerEndsTheWaitForHim() {
    Request swap = standingOn(RESERVE);
    Task waiting = waits(swap, WaitsFor.CUSTOMER);
    Duration left = left(waiting);
    travelTo(clock.now().plus(Duration.ofMinutes(40)));
    Instant answered = clock.now();

    contact(swap, Direction.OUT);
    assertThat(now(waiting).isWaiting()).as("that we called is no answer").isTrue();
    contact(swap, Direction.IN);

    assertThat(now(waiting).isWaiting()).isFalse();
    travelTo(answered.plus(Duration.ofMinutes(10)));
    assertThat(clockOf(waiting).waited(clock.now())).isEqualTo(Duration.ofMinutes(40));
    assertThat(left(waiting)).isEqualTo(left.minusMinutes(10));
    assertDates(swap);
    assertThat(journal(swap, JournalKind.TASK_WAIT_OVER)).singleElement().satisfies(entry -> {
      assertThat(entry.at()).isEqualTo(answered);
      assertThat(entry.told()).endsWith("the customer got in touch");
    });
    withdraw(swap);
    assertNothingRuns(swap);
  }

  @Test
  void aContactDoesNotEndTheWaitForAThirdParty() {
    Request swap = standingOn(RESERVE);
    Task waiting = waits(swap, WaitsFor.THIRD_PARTY);

    contact(swap, Direction.IN);

    assertThat(now(waiting)).isEqualTo(waiting);
    assertThat(process(swap, WAITING)).isNotNull();
    withdraw(swap);
    assertNothingRuns(swap);
  }

  @Test
  @DisplayName("C-09: a weekend spent waiting adds nothing")
  void aWeekendOfWaitingAddsNothing() {
    travelTo(berlin(clock.now()).with(TemporalAdjusters.next(DayOfWeek.SATURDAY)).withHour(18).toInstant());
    Request swap = standingOn(RESERVE);
    Task before = people.task(swap, RESERVE);
    unitOfWork.run(() -> claims.claim(before.id(), "logistics1"));
    travelTo(clock.now().plus(Duration.ofHours(2)));
    Instant opening = berlin(clock.now()).plusDays(2).withHour(6).toInstant();

    Task waiting = waits(before, WaitsFor.CUSTOMER, opening);

    assertThat(waiting.dueAt()).isEqualTo(before.dueAt());
    assertThat(clockOf(waiting).waited(opening)).isZero();
    withdraw(swap);
  }

  private static ZonedDateTime berlin(Instant at) {
    return at.atZone(ZoneId.of("Europe/Berlin"));
  }

  @Test
  void aLateTaskThatWaitsLeavesItsLadderAndBeginsItAnewWhenItGoesOn() {
    Request swap = onlyReserving();
    Task late = letRunLate(swap, RESERVE);
    ProcessInstance ladder = process(swap, "escalation");
    ProcessInstance own = process(swap, "phone-swap");
    Task decision = people.task(swap, LEAD_DECIDES);
    unitOfWork.run(() -> claims.claim(late.id(), "logistics1"));
    travelTo(clock.now().plus(Duration.ofMinutes(20)));
    Duration behind = left(late);
    assertThat(behind).isEqualTo(Duration.ofMinutes(-20));

    Task waiting = waits(late, WaitsFor.CUSTOMER, clock.now().plus(Duration.ofDays(1)));

    assertThat(ladder).isEnded().hasPassed("EndEvent_LateTaskWaits")
        .hasNotPassed("EndEvent_LateTaskDone", "EndEvent_PromiseAtRisk", "ServiceTask_TellManager");
    assertThat(own).hasPassed("EndEvent_LateTaskDealtWithAbove");
    assertThat(now(decision).state()).isEqualTo(Task.State.CANCELLED);
    assertThat(timersOf(waiting)).isEmpty();
    assertThat(waiting.dueAt()).as("waiting makes nothing that is late in time").isEqualTo(late.dueAt());
    assertThat(waiting.isLate(clock.now())).isFalse();
    int told = told(swap).size();
    travelTo(waiting.waiting().until().minusMillis(1));
    assertThat(told(swap)).hasSize(told).doesNotContain("manager");
    assertThat(left(waiting)).isEqualTo(behind);

    resume(waiting);

    assertThat(timersOf(waiting)).extracting(Pending::due).containsExactly(late.dueAt());
    assertThat(left(waiting)).isEqualTo(behind);
    time.advance(Duration.ofMillis(1));
    assertThat(timersOf(waiting)).isEmpty();
    Task again = people.task(swap, LEAD_DECIDES);
    assertThat(again.id()).isNotEqualTo(decision.id());
    assertThat(again.subject()).isEqualTo(late.step().value());
    assertThat(told(swap)).hasSize(told + 1);
    assertThat(now(late).lateAt()).isEqualTo(late.lateAt());
    assertThat(count(swap, JournalKind.TASK_LATE, late.name())).isEqualTo(1);
    people.complete(swap, RESERVE, "logistics1", Map.of("inStock", "yes"));
    assertThat(now(again).state()).isEqualTo(Task.State.CANCELLED);
    withdraw(swap);
    assertNothingRuns(swap);
  }

  @Test
  void aLateTaskGoesOnAtItsReviewDateWithItsLadderFromTheFirstRung() {
    Request swap = onlyReserving();
    Task late = letRunLate(swap, RESERVE);
    Task decision = people.task(swap, LEAD_DECIDES);
    unitOfWork.run(() -> claims.claim(late.id(), "logistics1"));
    Task waiting = waits(late, WaitsFor.THIRD_PARTY, clock.now().plus(Duration.ofDays(1)));

    travelTo(waiting.waiting().until());

    assertThat(people.task(swap, LEAD_DECIDES).id()).isNotEqualTo(decision.id());
    assertThat(left(waiting)).isEqualTo(Duration.ZERO);
    withdraw(swap);
    assertNothingRuns(swap);
  }

  @Test
  void anotherReviewDateReplacesTheFirst() {
    Request swap = standingOn(RESERVE);
    Task waiting = waits(swap, WaitsFor.CUSTOMER);
    Duration left = left(waiting);
    ProcessInstance first = process(swap, WAITING);
    travelTo(clock.now().plus(Duration.ofMinutes(30)));

    Task longer = waits(waiting, WaitsFor.THIRD_PARTY, waiting.waiting().until().plus(Duration.ofHours(1)));

    assertThat(first).isEnded();
    assertThat(longer.waiting().whom()).isEqualTo(WaitsFor.THIRD_PARTY);
    assertDates(swap);
    travelTo(waiting.waiting().until());
    assertThat(now(waiting).isWaiting()).isTrue();
    travelTo(longer.waiting().until());
    assertThat(now(waiting).isWaiting()).isFalse();
    assertThat(left(waiting)).isEqualTo(left);
    withdraw(swap);
    assertNothingRuns(swap);
  }

  @Test
  void whatIsCompletedWhileItWaitsEndsTheWaitAndWasInTime() {
    Request swap = standingOn(RESERVE);
    Duration left = left(people.task(swap, RESERVE));
    Task waiting = waits(swap, WaitsFor.CUSTOMER);
    ProcessInstance watch = process(swap, WAITING);
    travelTo(clock.now().plus(Duration.ofHours(23)));

    complete(swap, RESERVE, "logistics1", Map.of("inStock", "yes"));

    Task done = now(waiting);
    assertThat(done.isWaiting()).isFalse();
    assertThat(done.isLate(clock.now())).isFalse();
    assertThat(left(done)).isEqualTo(left);
    assertThat(watch).isEnded().hasPassed("EndEvent_NothingToReview");
    withdraw(swap);
    assertNothingRuns(swap);
  }

  @Test
  void whatIsPutBackOrGivenAwayWhileItWaitsWaitsOn() {
    Request swap = standingOn(RESERVE);
    Task waiting = waits(swap, WaitsFor.CUSTOMER);

    unitOfWork.run(() -> claims.release(waiting.id(), "logistics1"));
    assertThat(now(waiting).waiting()).isEqualTo(waiting.waiting());
    assertThat(unitOfWork.of(() -> claims.claimNext("logistics2"))).map(Task::id).isNotEqualTo(waiting.id());
    unitOfWork.run(() -> claims.reassign(waiting.id(), "logistics2", "logistics.lead", null));
    assertThat(now(waiting).waiting()).isEqualTo(waiting.waiting());
    assertDates(swap);
    withdraw(swap);
    assertNothingRuns(swap);
  }

  @Test
  void withdrawalEndsTheWaitWithTheTask() {
    Request swap = standingOn(RESERVE);
    Task waiting = waits(swap, WaitsFor.CUSTOMER);

    withdraw(swap);

    assertThat(now(waiting).state()).isEqualTo(Task.State.CANCELLED);
    assertThat(now(waiting).isWaiting()).isFalse();
    assertNothingRuns(swap);
    travelTo(waiting.waiting().until());
    assertThat(journal(swap, JournalKind.TASK_WAIT_OVER)).isEmpty();
  }

  @Test
  void whatIsThereBecauseTimeRunsOutCannotWait() {
    Request swap = standingOn(RESERVE);
    letRunLate(swap, RESERVE);
    Task decision = people.task(swap, LEAD_DECIDES);

    assertThatExceptionOfType(TaskRefused.class).isThrownBy(() -> unitOfWork.of(() -> waits.begin(decision.id(),
            WaitsFor.CUSTOMER, clock.now().plus(Duration.ofDays(1)), "No time", "logistics.lead")))
        .withMessageContaining("because time runs out");
    withdraw(swap);
  }
}
