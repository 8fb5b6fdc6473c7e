package io.stile.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.stile.grant.Goodwill;
import io.stile.grant.GrantRefused;
import io.stile.grant.Grants;
import io.stile.grant.Proposal;
import io.stile.grant.Proposal.State;
import io.stile.request.AnswersRefused;
import io.stile.request.JournalEntry;
import io.stile.request.JournalKind;
import io.stile.request.Request;
import io.stile.request.RequestRefused;
import io.stile.work.Task;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Goodwill above what its giver may grant: somebody else decides. */
class GoodwillTest extends ModelStory {

  private static final String APPROVE = "UserTask_ApproveGoodwill";
  private static final String WHY = "Waited two weeks for nothing";

  @Autowired
  Goodwill goodwill;
  @Autowired
  Grants grants;

  private Request swap;

  @BeforeEach
  void open() {
    swap = swap();
  }

  private Optional<Proposal> give(long cents, String by) {
    return give(swap, cents, by);
  }

  private Optional<Proposal> give(Request request, long cents, String by) {
    return unitOfWork.of(() -> goodwill.give(request.number().value(), cents, "EUR", WHY, by));
  }

  private List<String> granted() {
    return grants.ofRequest(swap.number().value()).stream()
        .map(grant -> "%s %s %s %s".formatted(grant.basis(), grant.amount(), grant.grantedBy(), grant.reason())).toList();
  }

  private Proposal proposal() {
    List<Proposal> all = goodwill.proposals(swap.number().value());
    return all.get(all.size() - 1);
  }

  @Test
  void isGrantedAtOnceAsOftenAsTheAuthorityAllows() {
    assertThat(give(1_500, "front1")).isEmpty();
    assertThat(goodwill.left(swap, "front1").minorUnits()).isEqualTo(500);
    assertThat(give(500, "front2")).isEmpty();

    assertThat(granted()).containsExactly("GOODWILL 15.00 EUR front1 " + WHY, "GOODWILL 5.00 EUR front2 " + WHY);
    assertThat(goodwill.left(swap, "front1").minorUnits()).isZero();
    assertThat(people.steps(swap)).doesNotContain(APPROVE);
  }

  @Test
  void aboveTheAuthorityTheLeadApprovesAndItCountsAgainstHis() {
    Proposal proposed = give(2_001, "front1").orElseThrow();
    ProcessInstance process = process(swap, "goodwill");

    assertThat(proposed.approver()).isEqualTo("front.lead");
    assertThat(granted()).isEmpty();
    Task approve = people.task(swap, APPROVE);
    assertThat(approve.assignee()).isEqualTo("front.lead");
    assertThat(approve.dueAt()).isEqualTo(clock.now().plus(Duration.ofHours(2)));
    assertDates(swap);
    people.complete(swap, APPROVE, "front.lead", Map.of("decision", "approve"));

    assertThat(granted()).containsExactly("GOODWILL 20.01 EUR front.lead " + WHY);
    assertThat(proposal().state()).isEqualTo(State.GRANTED);
    assertThat(proposal().decidedBy()).isEqualTo("front.lead");
    assertThat(goodwill.left(swap, "front.lead").minorUnits()).isEqualTo(10_000 - 2_001);
    assertThat(process).isEnded().hasPassedInOrder(APPROVE, "ServiceTask_GrantProposedGoodwill", "EndEvent_GoodwillGranted")
        .hasNotPassed("ServiceTask_DeclineProposedGoodwill", "BoundaryEvent_ApproveGoodwillLate");
    withdraw(swap);
    assertNothingRuns(swap);
  }

  @Test
  void whatIsDeclinedIsNotGrantedAndTheColleagueReadsWhatHeCanOfferInstead() {
    give(5_000, "front1");
    ProcessInstance process = process(swap, "goodwill");
    people.complete(swap, APPROVE, "front.lead", Map.of("decision", "decline", "words", "Offer a month without the option"));

    assertThat(granted()).isEmpty();
    assertThat(proposal().state()).isEqualTo(State.DECLINED);
    assertThat(proposal().words()).isEqualTo("Offer a month without the option");
    assertThat(journal(swap, JournalKind.GOODWILL_DECLINED)).singleElement().extracting(JournalEntry::actor)
        .isEqualTo("front.lead");
    assertThat(process).isEnded().hasPassed("ServiceTask_DeclineProposedGoodwill", "EndEvent_GoodwillDeclined")
        .hasNotPassed("ServiceTask_GrantProposedGoodwill");
    assertThat(give(2_001, "front1")).as("another one can be proposed").isPresent();
  }

  @Test
  void nobodyApprovesHisOwnWhatALeadMayNotGoesToAManager() {
    assertThat(give(10_001, "front.lead").orElseThrow().approver()).isEqualTo("manager");
    people.complete(swap, APPROVE, "manager", Map.of("decision", "approve"));
    assertThat(granted()).containsExactly("GOODWILL 100.01 EUR manager " + WHY);
  }

  @Test
  void aManagerIsToldIfNobodyDecidesInTime() {
    give(3_000, "front1");
    ProcessInstance process = process(swap, "goodwill");
    letRunLate(swap, APPROVE);

    assertThat(told(swap)).contains("manager");
    assertThat(process).isNotEnded().hasPassed("BoundaryEvent_ApproveGoodwillLate", "ServiceTask_TellManager", "EndEvent_ManagerTold");
    people.complete(swap, APPROVE, "front.lead", Map.of("decision", "approve"));
    assertThat(granted()).hasSize(1);
  }

  @Test
  void aRequestThatEndsTakesTheOpenQuestionWithIt() {
    give(3_000, "front1");
    ProcessInstance process = process(swap, "goodwill");
    withdraw(swap);

    assertThat(proposal().state()).isEqualTo(State.DROPPED);
    assertThat(granted()).isEmpty();
    assertThat(process).isEnded().hasPassed("StartEvent_NothingToApprove", "EndEvent_ProposalDropped").hasNotPassed("EndEvent_GoodwillGranted");
    assertNothingRuns(swap);
    assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> give(100, "front1")).withMessageContaining("not open any more");
  }

  @Test
  void approvalIsRefusedIfTheAuthorityIsUsedUpMeanwhileAndTheQuestionStaysOpen() {
    give(9_000, "front1");
    give(swap, 1_500, "front.lead");

    assertThatExceptionOfType(AnswersRefused.class)
        .isThrownBy(() -> people.complete(swap, APPROVE, "front.lead", Map.of("decision", "approve")))
        .satisfies(refused -> assertThat(refused.problems()).singleElement()
            .satisfies(problem -> assertThat(problem.message()).contains("85.00 EUR is left")));
    assertThat(proposal().state()).isEqualTo(State.OPEN);
    assertThat(people.steps(swap)).contains(APPROVE);
  }

  @Test
  void moreThanAnybodyMayApproveIsRefusedWithTheMostThatIsPossible() {
    assertThatExceptionOfType(GrantRefused.class).isThrownBy(() -> give(9_999_900, "front1"))
        .satisfies(refused -> assertThat(refused.problems()).singleElement()
            .satisfies(problem -> assertThat(problem.message()).contains("99999.00 EUR is more than anybody can approve; at most")));
    assertThat(goodwill.proposals(swap.number().value())).isEmpty();
  }
}
