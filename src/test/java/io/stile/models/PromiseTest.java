package io.stile.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.stile.engine.CaseKey;
import io.stile.promise.Promise;
import io.stile.promise.PromiseRefused;
import io.stile.request.JournalEntry;
import io.stile.request.JournalKind;
import io.stile.request.Request;
import io.stile.work.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

/** The watch over a promise. */
class PromiseTest extends ModelStory {

  private void renew(Request request, Instant due) {
    people.complete(request, RENEW, "front1", Map.of("newDue", due.atOffset(ZoneOffset.ofHours(1)).toString(),
        "reason", "The handset comes on Friday", "customerTold", true));
  }

  private void atRisk(Request request) {
    unitOfWork.run(() -> promises.atRisk(request.number().value()));
  }

  private Instant minute(Duration fromNow) {
    return clock.now().plus(fromNow).truncatedTo(ChronoUnit.MINUTES);
  }

  @Test
  void whenItComesDueTheOwnerRenewsItAndItIsWatchedUntilTheNewInstant() {
    Request swap = waitingToCallAgain(Duration.ofDays(20));
    Promise given = promise(swap);
    ProcessInstance watch = process(swap, "promise");
    travelTo(given.dueAt().minusMillis(1));
    assertThat(people.steps(swap)).doesNotContain(RENEW);
    travelTo(given.dueAt());
    assertThat(people.task(swap, RENEW).assignee()).isEqualTo("front1");
    assertThat(people.task(swap, RENEW).createdAt()).isEqualTo(given.dueAt());
    assertDates(swap);

    Instant agreed = minute(Duration.ofHours(30));
    renew(swap, agreed);

    Promise renewed = promise(swap);
    assertThat(renewed.dueAt()).isEqualTo(agreed);
    assertThat(renewed.firstDueAt()).isEqualTo(given.dueAt());
    assertThat(renewed.renewals()).isEqualTo(1);
    assertThat(people.steps(swap)).doesNotContain(RENEW);
    assertThat(timers.pending(new CaseKey(swap.number().value())))
        .filteredOn(timer -> timer.element().equals("CatchEvent_PromiseDue")).singleElement()
        .satisfies(timer -> assertThat(timer.due()).isEqualTo(agreed));
    assertDates(swap);
    assertThat(people.now(swap).dueAt()).as("the end-to-end target is never moved").isEqualTo(given.dueAt());
    assertThat(journal(swap, JournalKind.PROMISE_RENEWED)).singleElement().extracting(JournalEntry::details)
        .isEqualTo(Map.of("reason", "The handset comes on Friday", "due", agreed.toString(), "before",
            given.dueAt().toString()));

    travelTo(agreed);
    assertThat(people.steps(swap)).contains(RENEW);
    withdraw(swap);
    assertThat(watch).isEnded().hasPassed("CatchEvent_PromiseDue", "UserTask_RenewPromise",
        "ServiceTask_RecordNewPromise", "EndEvent_PromiseSettled");
    assertNothingRuns(swap);
  }

  @Test
  void isKeptByARequestThatClosesInTime() {
    Request swap = swap(customerWhoOwesUs());
    complete(swap, "UserTask_ExplainWhyNot", "front1", Map.of());
    assertThat(promise(swap).state()).isEqualTo(Promise.State.KEPT);
    assertThat(journal(swap, JournalKind.PROMISE_KEPT)).hasSize(1);
    assertNothingRuns(swap);
  }

  @Test
  void isDroppedWithARequestThatTheCustomerWithdraws() {
    Request swap = swap(customerWhoOwesUs());
    closing.withdraw(swap.number().value(), "front1", "Found another phone");
    assertThat(promise(swap).state()).isEqualTo(Promise.State.DROPPED);
    assertThat(journal(swap, JournalKind.PROMISE_DROPPED)).hasSize(1);
    assertNothingRuns(swap);
  }

  @Test
  void isKeptByARequestThatClosesAtTheLastInstant() {
    Request swap = swap(customerWhoOwesUs());
    travelTo(promise(swap).dueAt());
    people.complete(swap, "UserTask_ExplainWhyNot", "front1", Map.of());
    assertThat(promise(swap).state()).isEqualTo(Promise.State.KEPT);
    assertNothingRuns(swap);
  }

  @Test
  void isBrokenByARequestThatClosesTooLate() {
    Request swap = swap(customerWhoOwesUs());
    travelTo(promise(swap).dueAt().plusMillis(1));
    people.complete(swap, "UserTask_ExplainWhyNot", "front1", Map.of());
    assertThat(promise(swap).state()).isEqualTo(Promise.State.BROKEN);
    assertThat(journal(swap, JournalKind.PROMISE_BROKEN)).hasSize(1);
    assertNothingRuns(swap);
  }

  @Test
  void isKeptIfWhatWasAgreedInsteadIsKept() {
    Request swap = swap(customerWhoOwesUs());
    travelTo(promise(swap).dueAt());
    renew(swap, minute(Duration.ofHours(20)));
    travelTo(clock.now().plus(Duration.ofHours(19)));
    people.complete(swap, "UserTask_ExplainWhyNot", "front1", Map.of());
    assertThat(promise(swap).state()).isEqualTo(Promise.State.KEPT);
    assertNothingRuns(swap);
  }

  @Test
  void atRiskTwiceAsksTheOwnerOnce() {
    Request swap = swap();
    ProcessInstance watch = process(swap, "promise");
    atRisk(swap);
    atRisk(swap);
    assertThat(people.steps(swap)).filteredOn(RENEW::equals).hasSize(1);
    assertThat(journal(swap, JournalKind.PROMISE_AT_RISK)).hasSize(1);
    assertThat(watch).hasPassed("CatchEvent_PromiseAtRisk").hasNotPassed("CatchEvent_PromiseDue");

    renew(swap, minute(Duration.ofDays(3)));
    atRisk(swap);
    assertThat(people.steps(swap)).filteredOn(RENEW::equals).hasSize(1);
    assertThat(journal(swap, JournalKind.PROMISE_AT_RISK)).hasSize(2);
    withdraw(swap);
    assertNothingRuns(swap);
  }

  @Test
  void atRiskAfterTheEndIsHarmless() {
    Request swap = swap();
    withdraw(swap);
    atRisk(swap);
    assertThat(journal(swap, JournalKind.PROMISE_AT_RISK)).isEmpty();
    assertNothingRuns(swap);
  }

  @Test
  void aNewInstantThatHasPassedIsRefusedAndNothingChanges() {
    Request swap = swap();
    atRisk(swap);
    Task task = people.task(swap, RENEW);
    Promise before = promise(swap);
    List<JournalEntry> story = journal.of(swap.number().value());
    for (Instant past : List.of(clock.now(), clock.now().minusSeconds(60))) {
      assertThatExceptionOfType(PromiseRefused.class).isThrownBy(() -> renew(swap, past))
          .withMessageContaining("newDue").withMessageContaining(past.toString());
    }
    assertThat(promise(swap)).isEqualTo(before);
    assertThat(people.task(swap, RENEW)).isEqualTo(task);
    assertThat(journal.of(swap.number().value())).isEqualTo(story);
    renew(swap, minute(Duration.ofDays(1)));
    withdraw(swap);
  }

  @Test
  void aRenewalThatIsLateTellsTheManagerOnceAndClimbsNoLadder() {
    Request swap = swap();
    complete(swap, "UserTask_AgreePlanChange", "front1", Map.of("newPlan", "same", "dataOption", "none"));
    atRisk(swap);
    ProcessInstance watch = process(swap, "promise");
    Task late = letRunLate(swap, RENEW);
    time.advance(Duration.ofMinutes(1));
    assertThat(told(swap)).containsExactly("manager");
    assertThat(late.assignee()).isEqualTo("front1");
    assertThat(people.steps(swap)).doesNotContain(LEAD_DECIDES);
    assertThat(watch).hasPassed("BoundaryEvent_RenewPromiseLate", "EndEvent_ManagerTold");
    assertThat(people.now(swap).outcome()).isNull();

    renew(swap, minute(Duration.ofDays(1)));
    assertDates(swap);
    withdraw(swap);
    assertNothingRuns(swap);
  }

  @Test
  void anInstantThatPassesWhileTheRenewalWaitsIsToldToTheLeadOfTheOwnerOnce() {
    Request swap = waitingToCallAgain(Duration.ofDays(20));
    ProcessInstance watch = process(swap, "promise");
    Promise given = promise(swap);
    travelTo(given.dueAt().minus(Duration.ofMinutes(10)));
    atRisk(swap);
    travelTo(given.dueAt().minusMillis(1));
    assertThat(told(swap)).isEmpty();

    travelTo(given.dueAt());

    assertThat(told(swap)).containsExactly("front.lead");
    assertThat(journal(swap, JournalKind.TOLD)).singleElement().extracting(entry -> entry.details().get("text")).asString()
        .contains("promised").contains("no new time is agreed");
    assertThat(promise(swap).state()).isEqualTo(Promise.State.OPEN);
    assertThat(watch).hasPassed("BoundaryEvent_PromisePassed", "EndEvent_LeadTold");
    travelTo(given.dueAt().plus(Duration.ofMinutes(40)));
    assertThat(told(swap)).containsExactly("front.lead");

    withdraw(swap);
    assertThat(promise(swap).state()).isEqualTo(Promise.State.BROKEN);
    assertNothingRuns(swap);
  }

  @Test
  void whatWasAgreedInTimeIsNotToldToTheLeadWhenTheFirstInstantPasses() {
    Request swap = waitingToCallAgain(Duration.ofDays(20));
    Promise given = promise(swap);
    travelTo(given.dueAt().minus(Duration.ofMinutes(10)));
    atRisk(swap);
    renew(swap, minute(Duration.ofHours(30)));
    travelTo(given.dueAt().plus(Duration.ofMinutes(1)));
    assertThat(told(swap)).isEmpty();
    withdraw(swap);
    assertNothingRuns(swap);
  }

  @Test
  void theLeadIsNotToldWhileTheOwnerHasOnlyJustBeenAsked() {
    Request swap = waitingToCallAgain(Duration.ofDays(20));
    travelTo(promise(swap).dueAt().plus(Duration.ofMinutes(1)));
    assertThat(people.steps(swap)).contains(RENEW);
    assertThat(told(swap)).isEmpty();
    withdraw(swap);
    assertNothingRuns(swap);
  }

  @Test
  void theNewOwnerRenewsIt() {
    Request swap = swap();
    atRisk(swap);
    unitOfWork.run(() -> ownership.move(swap.number().value(), "front2", "front.lead", "front1 has gone home"));
    assertThat(people.task(swap, RENEW).assignee()).isEqualTo("front2");
    withdraw(swap);
  }
}
