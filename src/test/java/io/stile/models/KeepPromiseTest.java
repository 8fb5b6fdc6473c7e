package io.stile.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.stile.engine.CaseKey;
import io.stile.engine.Timers.Pending;
import io.stile.organisation.Absence;
import io.stile.organisation.Absences;
import io.stile.promise.Keeping;
import io.stile.promise.NewPromise;
import io.stile.promise.Promise;
import io.stile.promise.PromiseRefused;
import io.stile.request.Clocks;
import io.stile.request.JournalEntry;
import io.stile.request.JournalKind;
import io.stile.request.LeftOver;
import io.stile.request.Request;
import io.stile.request.RequestRefused;
import io.stile.sla.ClockState;
import io.stile.work.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A promise that is work of whoever gave it: kept, moved, broken, late, taken over; and what becomes of its request. */
class KeepPromiseTest extends ModelStory {

  private static final String KEEP = "UserTask_KeepPromise";
  private static final String DECIDE = "UserTask_DecideAboutLatePromise";
  private static final String EXPLAIN = "UserTask_ExplainWhyNot";

  @Autowired
  Keeping keeping;
  @Autowired
  Absences absences;

  private Request request;

  private Instant in(Duration time) {
    return clock.now().plus(time);
  }

  /** A call back between 14:00 and 16:00 that an employee promises at nine, for a request that has one step left. */
  private Promise callBack(String promiser) {
    request = swap(customerWhoOwesUs());
    return give(promiser, in(Duration.ofHours(5)), in(Duration.ofHours(7)));
  }

  private Promise give(String promiser, Instant from, Instant until) {
    return unitOfWork.of(() -> keeping.give(new NewPromise(request.number().value(), "call back about the invoice", from,
        until, "030/123 45", promiser)));
  }

  private Promise now(Promise promise) {
    return promises.byId(promise.id()).orElseThrow();
  }

  /** Who was told of the promise; the steps of the request can be late meanwhile, and make noise of their own. */
  private List<String> toldOfIt() {
    return journal(request, JournalKind.TOLD).stream().map(JournalEntry::details)
        .filter(told -> told.get("text").contains("call back about") || told.get("text").contains("late promise"))
        .map(told -> told.get("whom")).toList();
  }

  private ProcessInstance watch(Promise promise) {
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(promise.request()).processDefinitionKey("promise")
        .variableValueEquals("promise", String.valueOf(promise.id())).singleResult();
  }

  private void keep(String employee, Map<String, Object> answers) {
    people.complete(request, KEEP, employee, answers);
  }

  private void endWork() {
    people.complete(request, EXPLAIN, "front1", Map.of());
  }

  private List<Instant> due(String element) {
    return timers.pending(new CaseKey(request.number().value())).stream()
        .filter(timer -> timer.element().equals(element) && !timer.warning()).map(Pending::due).toList();
  }

  @Test
  void isATaskOfThePromiserFromTheStartDueWhenItWasPromised() {
    Promise promise = callBack("billing1");

    Task task = people.task(request, KEEP);
    assertThat(task.assignee()).isEqualTo("billing1");
    assertThat(task.dueAt()).isEqualTo(promise.dueAt()).isEqualTo(in(Duration.ofHours(7)));
    assertThat(promise.phone()).isEqualTo("+493012345");
    assertThat(due("BoundaryEvent_KeepPromiseLate")).containsExactly(promise.dueAt());
    assertThat(due("BoundaryEvent_TimeToKeepIt")).containsExactly(promise.from());
    assertThat(clocks.clock(promise.request(), Clocks.ofPromise(promise.id())).orElseThrow().due()).isEqualTo(promise.dueAt());
    assertDates(request);
    withdrawAndDrop();
  }

  @Test
  void isKeptFromItsTaskAndTheRequestGoesOn() {
    Promise promise = callBack("front2");
    ProcessInstance watch = watch(promise);
    travelTo(promise.from());
    keep("front2", Map.of("result", "kept", "words", "Explained the invoice"));

    Promise kept = now(promise);
    assertThat(kept.state()).isEqualTo(Promise.State.KEPT);
    assertThat(kept.settledBy()).isEqualTo("front2");
    assertThat(kept.words()).isEqualTo("Explained the invoice");
    assertThat(kept.isLate(clock.now())).isFalse();
    assertThat(clocks.clock(promise.request(), Clocks.ofPromise(promise.id())).orElseThrow().state(clock.now())).isEqualTo(ClockState.MET);
    assertThat(watch).isEnded().hasPassed("EndEvent_SomebodyLooksAfterIt", "EndEvent_PromiseKept")
        .hasNotPassed("EndEvent_PromiseBroken", "EndEvent_NewTimeAgreed", "ServiceTask_TellOwnerAndLead");
    assertThat(people.now(request).isOpen()).isTrue();
    assertThat(toldOfIt()).isEmpty();
    endWork();
    assertThat(people.now(request).outcome()).isEqualTo("Not eligible");
    assertNothingRuns(request);
  }

  @Test
  void aNewTimeFromItsTaskIsWatchedByAProcessOfItsOwn() {
    Promise promise = callBack("front2");
    ProcessInstance watch = watch(promise);
    Instant agreed = in(Duration.ofHours(30));
    keep("front2", Map.of("result", "renewed", "newUntil", agreed.atOffset(ZoneOffset.ofHours(1)).toString(), "why", "He is travelling"));

    assertThat(watch).isEnded().hasPassed("EndEvent_NewTimeAgreed").hasNotPassed("EndEvent_PromiseKept");
    Promise moved = now(promise);
    assertThat(moved.dueAt()).isEqualTo(agreed);
    assertThat(moved.from()).isNull();
    assertThat(moved.firstDueAt()).isEqualTo(promise.dueAt());
    assertThat(moved.renewals()).isEqualTo(1);
    assertThat(people.task(request, KEEP).dueAt()).isEqualTo(agreed);
    assertThat(due("BoundaryEvent_KeepPromiseLate")).containsExactly(agreed);
    assertThat(promises.renewals(promise.id())).singleElement().satisfies(renewal -> {
      assertThat(renewal.reason()).isEqualTo("He is travelling");
      assertThat(renewal.before()).isEqualTo(promise.dueAt());
    });
    withdrawAndDrop();
  }

  @Test
  void aNewTimeFromOutsideTakesTheOldTaskAway() {
    Promise promise = callBack("front2");
    Task before = people.task(request, KEEP);
    Instant agreed = in(Duration.ofHours(30));
    unitOfWork.run(() -> keeping.renew(promise.id(), in(Duration.ofHours(29)), agreed, "He is travelling", "front1"));

    Task after = people.task(request, KEEP);
    assertThat(after.id()).isNotEqualTo(before.id());
    assertThat(after.dueAt()).isEqualTo(agreed);
    assertThat(due("BoundaryEvent_TimeToKeepIt")).containsExactly(agreed.minus(Duration.ofHours(1)));
    assertDates(request);
    withdrawAndDrop();
  }

  @Test
  void thePromiseOfTheRequestCanBeMovedBeforeItIsDue() {
    request = swap(customerWhoOwesUs());
    Instant agreed = in(Duration.ofDays(9));
    unitOfWork.run(() -> keeping.renew(promise(request).id(), null, agreed, "The warehouse moves", "front1"));
    assertThat(promise(request).dueAt()).isEqualTo(agreed);
    assertDates(request);
    endWork();
    assertNothingRuns(request);
  }

  @Test
  void isBrokenWithAReasonAndOwnerAndLeadHearIt() {
    Promise promise = callBack("billing1");
    ProcessInstance watch = watch(promise);
    keep("billing1", Map.of("result", "broken", "why", "The invoice is not there"));

    assertThat(now(promise).state()).isEqualTo(Promise.State.BROKEN);
    assertThat(watch).isEnded().hasPassed("EndEvent_PromiseBroken").hasNotPassed("EndEvent_PromiseKept");
    assertThat(toldOfIt()).containsExactly("front1", "billing.lead");
    endWork();
    assertNothingRuns(request);
  }

  @Test
  void lateTellsOwnerAndLeadOnceAndTheLeadGivesItToAColleague() {
    Promise promise = callBack("billing1");
    ProcessInstance watch = watch(promise);
    letRunLate(request, KEEP);
    assertThat(toldOfIt()).containsExactly("front1", "billing.lead");
    assertThat(people.task(request, DECIDE).assignee()).isEqualTo("billing.lead");
    assertDates(request);

    people.complete(request, DECIDE, "billing.lead", Map.of("decision", "give", "giveTo", "billing2"));

    assertThat(now(promise).keeper()).isEqualTo("billing2");
    assertThat(now(promise).givenBy()).isEqualTo("billing1");
    assertThat(people.task(request, KEEP).assignee()).isEqualTo("billing2");
    assertThat(journal(request, JournalKind.PROMISE_TAKEN_OVER)).hasSize(1);
    travelTo(in(Duration.ofMinutes(1)));
    keep("billing2", Map.of("result", "kept", "words", "Called"));
    assertThat(now(promise).isLate(clock.now())).isTrue();
    assertThat(watch).isEnded().hasPassed("EndEvent_PromiseTakenOver", "EndEvent_PromiseKept").hasNotPassed("EndEvent_ManagerToldOfIt");
    endWork();
    assertNothingRuns(request);
  }

  @Test
  void anUndecidedLeadHasTheManagerToldAndKeepingItTakesHisTaskAway() {
    Promise promise = callBack("billing1");
    ProcessInstance watch = watch(promise);
    letRunLate(request, KEEP);
    letRunLate(request, DECIDE);
    assertThat(toldOfIt()).containsExactly("front1", "billing.lead", "manager");
    keep("billing1", Map.of("result", "kept", "words", "Called at last"));
    assertThat(people.steps(request)).doesNotContain(DECIDE);
    assertThat(watch).isEnded().hasPassed("EndEvent_ManagerToldOfIt", "EndEvent_PromiseKept").hasNotPassed("EndEvent_PromiseTakenOver");
    endWork();
    assertNothingRuns(request);
  }

  @Test
  void takingItOverFromOutsideLeavesNothingToDecide() {
    Promise promise = callBack("billing1");
    ProcessInstance watch = watch(promise);
    letRunLate(request, KEEP);
    unitOfWork.run(() -> keeping.takeOver(promise.id(), "billing.lead", "billing.lead"));
    assertThat(people.steps(request)).contains(KEEP).doesNotContain(DECIDE);
    assertThat(people.task(request, KEEP).assignee()).isEqualTo("billing.lead");
    assertThat(watch).hasPassed("EndEvent_NothingToDecide");
    unitOfWork.run(() -> keeping.kept(promise.id(), "Called", "billing.lead"));
    assertThat(watch).isEnded().hasPassed("EndEvent_PromiseSettled").hasNotPassed("EndEvent_PromiseKept");
    endWork();
    assertNothingRuns(request);
  }

  @Test
  void anAbsentPromisersLeadAndDeputyAreToldAndTheDeputyTakesItOver() {
    Absence away = new Absence(null, "billing1", in(Duration.ofHours(4)), in(Duration.ofHours(9)), Absence.Kind.SICK, "billing2");
    absences.add(away);
    Promise promise = callBack("billing1");
    assertThat(toldOfIt()).containsExactly("billing.lead", "billing2");
    travelTo(promise.from());
    assertThat(toldOfIt()).containsExactly("billing.lead", "billing2", "billing.lead", "billing2");

    unitOfWork.run(() -> keeping.takeOver(promise.id(), "billing2", "billing2"));
    keep("billing2", Map.of("result", "kept", "words", "Called for Petra"));
    assertThat(now(promise).settledBy()).isEqualTo("billing2");
    absences.notEndedOf("billing1", clock.now()).forEach(absence -> absences.remove(absence.id()));
    endWork();
    assertNothingRuns(request);
  }

  @Test
  void nobodyElseDecidesAboutIt() {
    Promise promise = callBack("billing1");
    for (String stranger : List.of("logistics1", "logistics.lead", "billing2")) {
      assertThatExceptionOfType(PromiseRefused.class).isThrownBy(() -> unitOfWork.run(() ->
          keeping.broken(promise.id(), "No", stranger))).withMessageContaining("Only whoever is to keep it");
      assertThatExceptionOfType(PromiseRefused.class).isThrownBy(() -> unitOfWork.run(() ->
          keeping.takeOver(promise.id(), stranger, stranger)));
    }
    unitOfWork.run(() -> keeping.kept(promise.id(), "She called us herself", "billing2"));
    endWork();
    assertNothingRuns(request);
  }

  @Test
  void afterThreeAttemptsItMayBeSettledAlthoughNobodyWasReached() {
    Promise promise = callBack("front2");
    for (int attempt = 1; attempt <= 2; attempt++) {
      unitOfWork.run(() -> keeping.tried(promise.id(), null, null, "front2"));
    }
    assertThatExceptionOfType(PromiseRefused.class).isThrownBy(() -> keep("front2", Map.of("result", "unreached")))
        .withMessageContaining("3 attempts").withMessageContaining("are 2");
    unitOfWork.run(() -> keeping.tried(promise.id(), "030 999 88", "engaged", "front2"));
    keep("front2", Map.of("result", "unreached"));

    Promise settled = now(promise);
    assertThat(settled.unreached()).isTrue();
    assertThat(settled.state()).isEqualTo(Promise.State.KEPT);
    assertThat(settled.words()).isEqualTo("Not reached, customer written to");
    assertThat(promises.attempts(promise.id())).extracting("phone", "note").containsExactly(
        tuple("+493012345", "no answer"), tuple("+493012345", "no answer"),
        tuple("+493099988", "engaged"));
    endWork();
    assertNothingRuns(request);
  }

  @Test
  void onlyPromisesLeftKeepsTheRequestOpenUntilTheLastOneIsSettled() {
    Promise first = callBack("front2");
    Promise second = give("front1", null, in(Duration.ofHours(30)));
    travelTo(first.from());
    endWork();

    Request left = people.now(request);
    assertThat(left.isOpen()).isTrue();
    assertThat(left.onlyPromisesLeft()).isTrue();
    assertThat(left.owner()).isEqualTo("front1");
    assertThat(promise(request).state()).as("the own promise ends with the work").isEqualTo(Promise.State.KEPT);
    assertThat(promise(request).endedAt()).isEqualTo(clock.now());
    assertThat(journal(request, JournalKind.WORK_ENDED)).hasSize(1);
    assertThat(journal(request, JournalKind.CLOSED)).isEmpty();
    assertThat(clocks.clock(left.number().value(), Clocks.END_TO_END).orElseThrow().state(clock.now())).isNotEqualTo(ClockState.MET);
    assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> withdraw(request)).withMessageContaining("only promises are left");

    keep(first, "front2");
    assertThat(people.now(request).isOpen()).isTrue();
    travelTo(clock.now().plus(Duration.ofMinutes(5)));
    unitOfWork.run(() -> keeping.dropped(second.id(), "She has called herself", "front1"));
    Request closed = people.now(request);
    assertThat(closed.state()).isEqualTo(Request.State.CLOSED);
    assertThat(closed.outcome()).isEqualTo("Not eligible");
    assertThat(closed.closedAt()).isEqualTo(clock.now());
    assertThat(journal(request, JournalKind.CLOSED)).hasSize(1);
    assertNothingRuns(request);
  }

  private void keep(Promise promise, String by) {
    unitOfWork.run(() -> keeping.kept(promise.id(), "Done", by));
  }

  @Test
  void withdrawingAsksWhatBecomesOfThem() {
    Promise promise = callBack("front2");
    String number = request.number().value();
    assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> withdraw(request))
        .withMessageContaining("1 promise to the customer is open; say whether to keep or to drop them");
    assertThat(people.now(request).isOpen()).isTrue();

    unitOfWork.run(() -> closing.withdraw(number, "front1", "Found another phone", LeftOver.KEEP));
    assertThat(people.now(request).onlyPromisesLeft()).isTrue();
    assertThat(promise(request).state()).isEqualTo(Promise.State.DROPPED);
    assertThat(people.steps(request)).containsExactly(KEEP);
    keep(promise, "front2");
    assertThat(people.now(request).state()).isEqualTo(Request.State.WITHDRAWN);
    assertThat(journal(request, JournalKind.WITHDRAWN)).hasSize(1);
    assertNothingRuns(request);
  }

  @Test
  void droppingThemWithTheWithdrawalEndsThemAll() {
    Promise promise = callBack("front2");
    withdrawAndDrop();
    assertThat(now(promise).state()).isEqualTo(Promise.State.DROPPED);
    assertThat(now(promise).words()).isEqualTo("Found another phone");
  }

  private void withdrawAndDrop() {
    unitOfWork.run(() -> closing.withdraw(request.number().value(), "front1", "Found another phone", LeftOver.DROP));
    assertThat(people.now(request).state()).isEqualTo(Request.State.WITHDRAWN);
    assertNothingRuns(request);
  }

  @Test
  void whatCannotBeAcceptedChangesNothing() {
    request = swap(customerWhoOwesUs());
    Map<String, NewPromise> wrong = new HashMap<>();
    String number = request.number().value();
    wrong.put("what", new NewPromise(number, " ", null, in(Duration.ofHours(1)), null, "front1"));
    wrong.put("until", new NewPromise(number, "call", null, clock.now(), null, "front1"));
    wrong.put("from", new NewPromise(number, "call", in(Duration.ofHours(2)), in(Duration.ofHours(2)), null, "front1"));
    wrong.put("phone", new NewPromise(number, "call", null, in(Duration.ofHours(2)), "FLOWERS", "front1"));
    wrong.put("promiser", new NewPromise(number, "call", null, in(Duration.ofHours(2)), null, "nobody"));
    wrong.forEach((field, promise) -> assertThatExceptionOfType(PromiseRefused.class)
        .isThrownBy(() -> unitOfWork.run(() -> keeping.give(promise)))
        .satisfies(refused -> assertThat(refused.field()).isEqualTo(field)));
    assertThat(promises.ofRequest(number)).hasSize(1);
    endWork();
    assertThatExceptionOfType(PromiseRefused.class).isThrownBy(() -> give("front1", null, in(Duration.ofHours(1))))
        .withMessageContaining("already closed");
  }

  @Test
  void thePromiseOfTheRequestEndsWithItsWorkOnly() {
    request = swap(customerWhoOwesUs());
    assertThatExceptionOfType(PromiseRefused.class).isThrownBy(() -> unitOfWork.run(() ->
        keeping.kept(promise(request).id(), "Done", "front1"))).withMessageContaining("settled when its work ends");
    endWork();
    assertNothingRuns(request);
  }
}
