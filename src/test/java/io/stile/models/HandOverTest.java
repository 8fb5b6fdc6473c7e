package io.stile.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.stile.engine.CaseKey;
import io.stile.engine.Timers.Pending;
import io.stile.handover.HandOver;
import io.stile.handover.HandOver.State;
import io.stile.handover.HandOverRefused;
import io.stile.handover.HandOvers;
import io.stile.handover.NewHandOver;
import io.stile.organisation.Duty;
import io.stile.request.JournalEntry;
import io.stile.request.JournalKind;
import io.stile.request.Request;
import io.stile.work.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Ownership is offered, accepted, declined or left lying; it is never dropped. */
class HandOverTest extends ModelStory {

  private static final String ANSWER = "UserTask_AnswerHandOver";
  private static final String FOR_DEPARTMENT = "UserTask_AnswerForDepartment";
  private static final String HAND_OVER = "hand-over";

  @Autowired
  HandOvers handOvers;
  @Autowired
  Duty duty;

  private HandOver offer(Request request, String employee) {
    return unitOfWork.of(() -> handOvers.offer(new NewHandOver(request.number().value(), null, employee, "I am on the early shift",
        "Call her when the SIM works", "front1")));
  }

  private HandOver now(HandOver handOver) {
    return handOvers.byId(handOver.id()).orElseThrow();
  }

  private List<String> toldOfTheOffer(Request request) {
    return journal(request, JournalKind.TOLD).stream().filter(entry -> entry.details().get("text").contains("was offered to"))
        .map(entry -> entry.details().get("whom")).toList();
  }

  private List<Instant> timersOf(Request request, String element) {
    return timers.pending(new CaseKey(request.number().value())).stream()
        .filter(timer -> !timer.warning() && timer.element().equals(element)).map(Pending::due).toList();
  }

  @Test
  void theReceiverBecomesTheOwnerWhenHeAccepts() {
    Request swap = swap();
    Task ownersStep = people.task(swap, "UserTask_AgreePlanChange");
    Instant offeredAt = clock.now();

    HandOver offered = offer(swap, "billing1");

    ProcessInstance process = process(swap, HAND_OVER);
    assertDates(swap);
    assertThat(people.task(swap, ANSWER).assignee()).isEqualTo("billing1");
    assertThat(people.task(swap, ANSWER).dueAt()).isEqualTo(offeredAt.plus(Duration.ofHours(1)));
    assertThat(timersOf(swap, "BoundaryEvent_AnswerHandOverLate")).containsExactly(offeredAt.plus(Duration.ofHours(1)));
    assertThat(timersOf(swap, "BoundaryEvent_OfferUnanswered")).containsExactly(offeredAt.plus(Duration.ofHours(2)));
    assertThat(people.now(swap).owner()).as("until it is accepted").isEqualTo("front1");

    travelTo(clock.now().plus(Duration.ofMinutes(20)));
    people.complete(swap, ANSWER, "billing1", Map.of("answer", "accept"));

    assertThat(process).isEnded().hasPassed("Gateway_TakenOver", "ServiceTask_HandOwnershipOver", "EndEvent_OwnershipHandedOver")
        .hasNotPassed("EndEvent_HandOverDeclined", "ServiceTask_TellBothLeads", "EndEvent_NothingToAnswer", FOR_DEPARTMENT);
    assertThat(people.now(swap).owner()).isEqualTo("billing1");
    assertThat(now(offered)).satisfies(ended -> {
      assertThat(ended.state()).isEqualTo(State.ACCEPTED);
      assertThat(ended.takenBy()).isEqualTo("billing1");
      assertThat(ended.endedAt()).isEqualTo(clock.now());
    });
    assertThat(tasks.byId(ownersStep.id()).orElseThrow().department()).as("work of a department stays there").isEqualTo("front-office");
    assertThat(journal(swap, JournalKind.OWNERSHIP_ACCEPTED)).singleElement().extracting(JournalEntry::told)
        .isEqualTo("took the request over from front1: I am on the early shift");
    withdraw(swap, "billing1");
    assertNothingRuns(swap);
  }

  private void withdraw(Request request, String by) {
    unitOfWork.run(() -> closing.withdraw(request.number().value(), by, "Does not want it any more"));
  }

  @Test
  void theOwnerKeepsWhatIsDeclinedAndHearsOfABetterTarget() {
    Request swap = swap();
    HandOver offered = offer(swap, "billing1");
    ProcessInstance process = process(swap, HAND_OVER);

    unitOfWork.run(() -> handOvers.decline(offered.id(), "billing1", "I know nothing about SIM cards", "logistics", null));

    assertThat(process).isEnded().hasPassed("ServiceTask_RecordRefusal", "EndEvent_HandOverDeclined")
        .hasNotPassed("ServiceTask_HandOwnershipOver", "EndEvent_OwnershipHandedOver");
    assertThat(people.now(swap).owner()).isEqualTo("front1");
    assertThat(now(offered)).satisfies(ended -> {
      assertThat(ended.state()).isEqualTo(State.DECLINED);
      assertThat(ended.answer()).isEqualTo("I know nothing about SIM cards");
      assertThat(ended.betterDepartment()).isEqualTo("logistics");
      assertThat(ended.isNews()).isTrue();
    });
    withdraw(swap);
    assertNothingRuns(swap);
  }

  @Test
  void onlyTheOneToWhomItWasOfferedCanAnswer() {
    Request swap = swap();
    HandOver offered = offer(swap, "billing1");

    for (String other : List.of("front1", "billing2", "billing.lead", "manager")) {
      assertThatExceptionOfType(HandOverRefused.class).isThrownBy(() -> unitOfWork.of(() -> handOvers.accept(offered.id(), other)))
          .withMessageContaining("is offered to");
    }
    assertThat(people.now(swap).owner()).isEqualTo("front1");
    withdraw(swap);
  }

  @Test
  void afterAnOpenHourBothLeadsAreToldAndAfterTwoTheReceivingLeadNamesSomebody() {
    Request swap = swap();
    HandOver offered = offer(swap, "billing1");
    ProcessInstance process = process(swap, HAND_OVER);
    Instant offeredAt = clock.now();

    travelTo(offeredAt.plus(Duration.ofHours(1)).minusMillis(1));
    assertThat(toldOfTheOffer(swap)).isEmpty();
    travelTo(offeredAt.plus(Duration.ofHours(1)));
    assertThat(toldOfTheOffer(swap)).containsExactlyInAnyOrder("front.lead", "billing.lead");
    assertThat(people.task(swap, ANSWER).assignee()).as("he can still answer").isEqualTo("billing1");

    travelTo(offeredAt.plus(Duration.ofHours(2)).minusMillis(1));
    assertThat(people.steps(swap)).contains(ANSWER).doesNotContain(FOR_DEPARTMENT);
    travelTo(offeredAt.plus(Duration.ofHours(2)));

    assertThat(people.steps(swap)).contains(FOR_DEPARTMENT).doesNotContain(ANSWER);
    Task lead = people.task(swap, FOR_DEPARTMENT);
    assertThat(lead.assignee()).isEqualTo("billing.lead");
    assertThat(timersOf(swap, "BoundaryEvent_AnswerForDepartmentLate")).containsExactly(offeredAt.plus(Duration.ofHours(3)));
    assertThat(people.now(swap).owner()).isEqualTo("front1");
    assertThatExceptionOfType(HandOverRefused.class).isThrownBy(() -> unitOfWork.of(() -> handOvers.accept(offered.id(), "billing1")));

    people.complete(swap, FOR_DEPARTMENT, "billing.lead", Map.of("answer", "name", "member", "billing2"));

    assertThat(process).isEnded().hasPassed("BoundaryEvent_AnswerHandOverLate", "ServiceTask_TellBothLeads", "EndEvent_LeadsTold",
        "BoundaryEvent_OfferUnanswered", "ServiceTask_AskReceivingLead", FOR_DEPARTMENT, "EndEvent_OwnershipHandedOver")
        .hasNotPassed("ServiceTask_TellManager", "EndEvent_HandOverDeclined");
    assertThat(people.now(swap).owner()).isEqualTo("billing2");
    assertThat(now(offered)).satisfies(ended -> {
      assertThat(ended.endedBy()).isEqualTo("billing.lead");
      assertThat(ended.takenBy()).isEqualTo("billing2");
      assertThat(ended.declinableUntil()).isEqualTo(clock.now().plus(Duration.ofHours(1)));
    });
    withdraw(swap, "billing2");
    assertNothingRuns(swap);
  }

  private HandOver namedByTheLead(Request request) {
    HandOver offered = offer(request, "billing1");
    travelTo(clock.now().plus(Duration.ofHours(2)));
    people.complete(request, FOR_DEPARTMENT, "billing.lead", Map.of("answer", "name", "member", "billing2"));
    return now(offered);
  }

  @Test
  void whomTheLeadNamedGivesItBackToTheLeadWithinAnOpenHour() {
    Request swap = swap();
    HandOver named = namedByTheLead(swap);
    assertThat(handOvers.naming(swap.number().value(), "billing2")).contains(named);
    assertThatExceptionOfType(HandOverRefused.class)
        .isThrownBy(() -> unitOfWork.of(() -> handOvers.decline(named.id(), "billing2", " ", null, null)));
    travelTo(named.declinableUntil());

    HandOver back = unitOfWork.of(() -> handOvers.decline(named.id(), "billing2", "I am in a training", null, null));

    assertThat(back.givenBackWhy()).isEqualTo("I am in a training");
    assertThat(people.now(swap).owner()).isEqualTo("billing.lead");
    assertThat(journal(swap, JournalKind.OWNERSHIP_GIVEN_BACK)).singleElement().satisfies(entry -> {
      assertThat(entry.actor()).isEqualTo("billing2");
      assertThat(entry.details()).containsEntry("to", "billing.lead").containsEntry("reason", "I am in a training");
    });
    assertThatExceptionOfType(HandOverRefused.class)
        .isThrownBy(() -> unitOfWork.of(() -> handOvers.decline(named.id(), "billing2", "Again", null, null)));
  }

  @Test
  void afterAnOpenHourWhomTheLeadNamedKeepsIt() {
    Request swap = swap();
    HandOver named = namedByTheLead(swap);
    travelTo(named.declinableUntil().plusMillis(1));
    assertThat(handOvers.naming(swap.number().value(), "billing2")).isEmpty();
    assertThatExceptionOfType(HandOverRefused.class)
        .isThrownBy(() -> unitOfWork.of(() -> handOvers.decline(named.id(), "billing2", "Too late", null, null)));
    assertThat(people.now(swap).owner()).isEqualTo("billing2");
  }

  @Test
  void theManagerIsToldWhenTheLeadDoesNotAnswerEither() {
    Request swap = swap();
    HandOver offered = offer(swap, "billing1");
    ProcessInstance process = process(swap, HAND_OVER);
    Instant offeredAt = clock.now();
    travelTo(offeredAt.plus(Duration.ofHours(3)).minusMillis(1));
    assertThat(told(swap)).doesNotContain("manager");

    travelTo(offeredAt.plus(Duration.ofHours(3)));

    assertThat(journal(swap, JournalKind.TOLD)).extracting(entry -> entry.details().get("text"))
        .contains("Nobody has dealt with “Answer for the department”, which is late");
    assertThat(told(swap)).contains("manager");
    unitOfWork.run(() -> handOvers.decline(offered.id(), "billing.lead", "We have nobody for that", null, "front2"));
    assertThat(process).isEnded().hasPassed("BoundaryEvent_AnswerForDepartmentLate", "ServiceTask_TellManager", "EndEvent_ManagerTold",
        "EndEvent_HandOverDeclined").hasNotPassed("EndEvent_OwnershipHandedOver");
    assertThat(now(offered).betterEmployee()).isEqualTo("front2");
    assertThat(people.now(swap).owner()).isEqualTo("front1");
    withdraw(swap);
    assertNothingRuns(swap);
  }

  @Test
  @DisplayName("I-01: whoever does not answer in open time leaves the request with its owner, never with nobody")
  void nightsDoNotCountAndTheOwnerStays() {
    Request swap = swap();
    Instant closing = offeredHalfAnHourBeforeTheCloseOfBilling(swap);

    travelTo(closing.plus(Duration.ofHours(10)));

    assertThat(toldOfTheOffer(swap)).as("nobody is told of it at night").isEmpty();
    assertThat(people.steps(swap)).contains(ANSWER);
    HandOver open = handOvers.openOf(swap.number().value()).orElseThrow();
    Instant due = people.task(swap, ANSWER).dueAt();
    assertThat(Duration.between(closing, due)).as("the rest of the hour counts from the next opening").isGreaterThan(Duration.ofHours(10));
    for (Instant instant = due; instant.isBefore(open.leadAskedAt().plus(Duration.ofHours(3))); instant = instant.plus(Duration.ofHours(1))) {
      travelTo(instant);
      assertThat(people.now(swap).owner()).as("at %s", instant).isEqualTo("front1");
    }
    assertThat(people.task(swap, FOR_DEPARTMENT).createdAt()).isEqualTo(open.leadAskedAt());
    withdraw(swap);
    assertNothingRuns(swap);
  }

  /** The instant at which billing closes. */
  private Instant offeredHalfAnHourBeforeTheCloseOfBilling(Request swap) {
    Instant afternoon = clock.now().atZone(ZoneId.of("Europe/Berlin")).withHour(15).toInstant();
    Instant closes = duty.closesNext("billing", afternoon).orElseThrow();
    travelTo(closes.minus(Duration.ofMinutes(30)));
    offer(swap, "billing1");
    return closes;
  }

  @Test
  void theOwnerTakesTheOfferBack() {
    Request swap = swap();
    HandOver offered = offer(swap, "billing1");
    ProcessInstance process = process(swap, HAND_OVER);

    unitOfWork.run(() -> handOvers.withdraw(offered.id(), "front1"));

    assertThat(process).isEnded().hasPassed("StartEvent_OfferOver", "EndEvent_NothingToAnswer").hasNotPassed("EndEvent_HandOverDeclined");
    assertThat(people.steps(swap)).doesNotContain(ANSWER);
    assertThat(now(offered).state()).isEqualTo(State.WITHDRAWN);
    assertThatExceptionOfType(HandOverRefused.class).isThrownBy(() -> unitOfWork.of(() -> handOvers.accept(offered.id(), "billing1")))
        .withMessageContaining("has taken it back");
    assertThat(unitOfWork.of(() -> offer(swap, "billing2")).isOpen()).as("and can offer it again").isTrue();
    withdraw(swap);
    assertNothingRuns(swap);
  }

  @Test
  void itEndsWithTheRequestAndWithAnotherOwner() {
    Request ended = swap();
    HandOver one = offer(ended, "billing1");
    withdraw(ended);
    assertThat(now(one)).extracting(HandOver::state, HandOver::answer).containsExactly(State.LAPSED, "the request has ended");
    assertNothingRuns(ended);

    Request moved = swap();
    HandOver other = offer(moved, "billing1");
    unitOfWork.run(() -> ownership.move(moved.number().value(), "front2", "front.lead", "He is ill"));
    assertThat(now(other)).extracting(HandOver::state, HandOver::answer)
        .containsExactly(State.LAPSED, "the request has got another owner meanwhile");
    assertThat(people.steps(moved)).doesNotContain(ANSWER);
    withdraw(moved);
    assertNothingRuns(moved);
  }
}
