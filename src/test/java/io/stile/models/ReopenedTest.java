package io.stile.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.stile.consistency.Consistency;
import io.stile.consistency.Finding;
import io.stile.promise.Promise;
import io.stile.request.AnswersRefused;
import io.stile.request.Clocks;
import io.stile.request.JournalKind;
import io.stile.request.LinkKind;
import io.stile.request.Links;
import io.stile.request.Reopenings;
import io.stile.request.Request;
import io.stile.request.RequestRefused;
import io.stile.sla.ClockState;
import io.stile.sla.SlaClock;
import io.stile.work.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A request that was closed and is opened again, because its customer is not content. */
class ReopenedTest extends ModelStory {

  private static final String DEAL = "UserTask_DealWithCustomer";

  @Autowired
  Reopenings reopenings;
  @Autowired
  Links links;
  @Autowired
  Consistency consistency;

  private Request closed() {
    Request swap = swap(customerWhoOwesUs());
    complete(swap, "UserTask_ExplainWhyNot", "front1", Map.of());
    assertThat(people.now(swap).isOpen()).isFalse();
    return people.now(swap);
  }

  private Request reopen(Request request, String by) {
    return unitOfWork.of(() -> reopenings.reopen(request.number().value(), by, "It still does not work", null));
  }

  private void deal(Request request, String result) {
    complete(request, DEAL, "front1", Map.of("result", result, "whatWasDone", "Set up the number anew"));
  }

  private List<Finding> findings(Request request) {
    return consistency.check().findings().stream()
        .filter(finding -> request.number().value().equals(finding.request())).toList();
  }

  @Test
  void goesBackToItsOwnerAndIsSettledAfterAll() {
    Request closed = closed();
    Instant first = closed.closedAt();
    travelTo(first.plus(Duration.ofDays(3)));
    Request open = reopen(closed, "front2");
    ProcessInstance process = process(open, "reopened");

    assertThat(open.isOpen()).isTrue();
    assertThat(open.owner()).isEqualTo("front1");
    assertThat(open.outcome()).isNull();
    Task deal = people.task(open, DEAL);
    assertThat(deal.assignee()).isEqualTo("front1");
    assertThat(deal.dueAt()).as("four open hours from nine o'clock").isEqualTo(clock.now().plus(Duration.ofHours(4)));
    assertDates(open);
    assertThat(findings(open)).isEmpty();
    assertThat(journal(open, JournalKind.REOPENED)).singleElement().satisfies(entry -> {
      assertThat(entry.actor()).isEqualTo("front2");
      assertThat(entry.told()).isEqualTo("opened the request again: It still does not work");
    });

    deal(open, "settled");

    Request again = people.now(open);
    assertThat(again.state()).isEqualTo(Request.State.CLOSED);
    assertThat(again.outcome()).isEqualTo("Settled after all");
    assertThat(process).isEnded().hasPassedInOrder(DEAL, "Gateway_Settled", "EndEvent_SettledAfterAll")
        .hasNotPassed("ServiceTask_FindFollowUp", "ServiceTask_TellLead");
    assertNothingRuns(again);
    assertThat(findings(again)).isEmpty();
  }

  @Test
  void theTimeInBetweenCountsForNoClockAndThePromiseIsGivenAnew() {
    Request closed = closed();
    Promise kept = promise(closed);
    travelTo(closed.closedAt().plus(Duration.ofDays(6)));
    Duration used = whole(closed).used(clock.now());
    Request open = reopen(closed, "front1");

    assertThat(whole(open).state(clock.now())).isEqualTo(ClockState.RUNNING);
    assertThat(whole(open).used(clock.now())).isEqualTo(used);
    assertThat(whole(open).due()).as("never moved").isEqualTo(closed.dueAt());
    Promise promise = promise(open);
    assertThat(promise.state()).isEqualTo(Promise.State.OPEN);
    assertThat(promise.renewals()).isEqualTo(kept.renewals() + 1);
    assertThat(promise.dueAt()).isAfter(clock.now()).isAfter(kept.dueAt());
    assertThat(promise.firstDueAt()).isEqualTo(kept.firstDueAt());
    assertDates(open);

    travelTo(clock.now().plus(Duration.ofHours(1)));
    assertThat(whole(open).used(clock.now())).isEqualTo(used.plusHours(1));
    deal(open, "settled");
    assertThat(promise(open).state()).isEqualTo(Promise.State.KEPT);
    assertNothingRuns(open);
  }

  private SlaClock whole(Request request) {
    return clocks.clock(request.number().value(), Clocks.END_TO_END).orElseThrow();
  }

  @Test
  void aPromiseThatLiesFarEnoughAheadHolds() {
    Request closed = closed();
    Promise kept = promise(closed);
    Request open = reopen(closed, "front1");
    if (!kept.dueAt().isBefore(promise(open).dueAt())) {
      assertThat(promise(open).renewals()).isEqualTo(kept.renewals());
    }
    assertThat(promise(open).dueAt()).isAfterOrEqualTo(kept.dueAt());
    withdraw(open);
  }

  @Test
  void goesOnAsItsFollowUpOnlyIfThereIsOne() {
    Request closed = closed();
    Request open = reopen(closed, "front1");
    ProcessInstance process = process(open, "reopened");
    assertThatExceptionOfType(AnswersRefused.class).isThrownBy(() -> deal(open, "follow-up"))
        .satisfies(refused -> assertThat(refused.problems()).singleElement()
            .satisfies(problem -> assertThat(problem.message()).contains("No follow-up is linked yet")));
    assertThat(people.steps(open)).contains(DEAL);
    Request next = swap();
    unitOfWork.run(() -> links.link(open.number().value(), next.number().value(), LinkKind.FOLLOW_UP, "front1"));

    deal(open, "follow-up");

    assertThat(people.now(open).outcome()).isEqualTo("Goes on as a follow-up");
    assertThat(process).isEnded().hasPassed("ServiceTask_FindFollowUp", "EndEvent_GoesOnAsFollowUp")
        .hasNotPassed("EndEvent_SettledAfterAll");
    assertNothingRuns(open);
    withdraw(next);
  }

  @Test
  void whenItIsLateTheLeadOfTheOwnerIsTold() {
    Request open = reopen(closed(), "front1");
    ProcessInstance process = process(open, "reopened");
    letRunLate(open, DEAL);

    assertThat(told(open)).contains("front.lead");
    assertThat(process).isNotEnded().hasPassed("BoundaryEvent_DealWithCustomerLate", "ServiceTask_TellLead", "EndEvent_LeadTold");
    deal(open, "settled");
    assertThat(process).isEnded();
    assertNothingRuns(open);
  }

  @Test
  void isWithdrawnLikeAnyOther() {
    Request open = reopen(closed(), "front1");
    ProcessInstance process = process(open, "reopened");
    withdraw(open);

    assertThat(people.now(open).state()).isEqualTo(Request.State.WITHDRAWN);
    assertThat(process).isEnded().hasPassed("StartEvent_NothingToDealWith", "EndEvent_WithdrawnByCustomer")
        .hasNotPassed("EndEvent_SettledAfterAll");
    assertNothingRuns(open);
    assertThat(findings(open)).isEmpty();
  }

  @Test
  void isReopenedUntilSevenDaysHavePassedAndAsOftenAsTheCustomerComesBack() {
    Request closed = closed();
    travelTo(closed.closedAt().plus(Duration.ofDays(7)).minusMillis(1));
    Request open = reopen(closed, "front1");
    deal(open, "settled");
    Instant second = people.now(open).closedAt();
    Request again = reopen(open, "front1");
    assertThat(reopenings.of(closed.number().value())).hasSize(2);
    assertThat(findings(again)).isEmpty();
    deal(again, "settled");

    travelTo(second.plus(Duration.ofDays(7)));
    assertThat(reopenings.isPossible(people.now(again))).isFalse();
    assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> reopen(again, "front1"))
        .withMessageContaining("more than 7 days");
  }

  @Test
  void whatIsOpenOrWithdrawnIsNotOpenedAgain() {
    Request swap = swap();
    assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> reopen(swap, "front1")).withMessageContaining("is open");
    withdraw(swap);
    assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> reopen(swap, "front1")).withMessageContaining("open a new request");
    Request open = reopen(closed(), "front2");
    assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> reopen(open, "front1"))
        .withMessageContaining("is open again already: Lukas Brandt");
    withdraw(open);
  }
}
