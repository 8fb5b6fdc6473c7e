package io.stile.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.stile.consult.AnswerDates;
import io.stile.consult.Answering;
import io.stile.consult.Consult;
import io.stile.consult.Consult.State;
import io.stile.consult.ConsultReader;
import io.stile.consult.ConsultRefused;
import io.stile.consult.Consults;
import io.stile.consult.NewConsult;
import io.stile.engine.CaseKey;
import io.stile.engine.Timers.Pending;
import io.stile.request.JournalEntry;
import io.stile.request.JournalKind;
import io.stile.request.Request;
import io.stile.work.StepTarget.Target;
import io.stile.work.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A question to another department or a colleague: its step, its due date, its ladder, and the ways in which it ends. */
class ConsultTest extends ModelStory {

  private static final String RESERVE = "UserTask_ReserveHandset";
  private static final String ANSWER = "UserTask_AnswerQuestion";
  private static final String LEAD = "UserTask_GetQuestionAnswered";
  private static final Target BILLING = Target.department("billing");

  @Autowired
  Consults consults;
  @Autowired
  Answering answering;
  @Autowired
  ConsultReader reader;
  @Autowired
  AnswerDates dates;

  private Consult ask(Request request, Long task, Target target) {
    return unitOfWork.of(() -> consults.ask(new NewConsult(request.number().value(), task, target,
        "Is the last bill paid?", null, true, "front1")));
  }

  private Consult now(Consult consult) {
    return reader.required(consult.id());
  }

  private Request swapOnReserving() {
    Request swap = standingOn(RESERVE);
    complete(swap, "UserTask_ChangePlanAndDataOption", "billing1", Map.of());
    return swap;
  }

  private List<Instant> lateTimers(Request request) {
    return timers.pending(new CaseKey(request.number().value())).stream()
        .filter(timer -> timer.element().equals("BoundaryEvent_AnswerQuestionLate")).map(Pending::due).toList();
  }

  @Test
  void aQuestionIsAStepOfWhoIsAskedAndOwnerAndTaskStay() {
    Request swap = swapOnReserving();
    Task reserve = people.task(swap, RESERVE);

    Consult consult = ask(swap, reserve.id(), BILLING);

    ProcessInstance process = process(swap, "consult");
    Task step = people.task(swap, ANSWER);
    assertThat(step.department()).isEqualTo("billing");
    assertThat(step.dueAt()).isEqualTo(consult.dueAt()).isEqualTo(dates.proposed(BILLING));
    assertDates(swap);
    assertThat(people.now(swap).owner()).isEqualTo("front1");
    assertThat(people.task(swap, RESERVE)).isEqualTo(reserve);
    assertThat(reader.marksOf(swap.number().value()).blocking()).containsExactly(consult);

    complete(swap, ANSWER, "billing2", Map.of("answer", "Yes, since Friday."));

    assertThat(now(consult)).satisfies(answered -> {
      assertThat(answered.state()).isEqualTo(State.ANSWERED);
      assertThat(answered.answer()).isEqualTo("Yes, since Friday.");
      assertThat(answered.answeredBy()).isEqualTo("billing2");
      assertThat(answered.isLate(clock.now())).isFalse();
    });
    assertThat(process).isEnded().hasPassed("ServiceTask_RecordAnswer", "EndEvent_QuestionAnswered")
        .hasNotPassed("BoundaryEvent_AnswerQuestionLate", "EndEvent_QuestionNotNeeded");
    assertThat(reader.marksOf(swap.number().value())).satisfies(marks -> {
      assertThat(marks.blocking()).isEmpty();
      assertThat(marks.needsAttention()).isTrue();
    });
    assertThat(journal(swap, JournalKind.QUESTION_ANSWERED)).singleElement().extracting(JournalEntry::told).asString()
        .isEqualTo("answered front1 on “Is the last bill paid?”: Yes, since Friday.");
    withdraw(swap);
    assertThat(reader.marksOf(swap.number().value()).isEmpty()).as("nothing marks what has ended").isTrue();
    assertNothingRuns(swap);
  }

  @Test
  void whatOneEmployeeIsAskedIsHisAlone() {
    Request swap = swap();

    Consult consult = ask(swap, null, Target.employee("billing1"));

    Task step = people.task(swap, ANSWER);
    assertThat(step.department()).isNull();
    assertThat(step.assignee()).isEqualTo("billing1");
    unitOfWork.run(() -> answering.answer(consult.id(), "Yes.", "billing1"));
    assertThat(now(consult).answeredBy()).isEqualTo("billing1");
    withdraw(swap);
  }

  @Test
  void severalQuestionsAtOnceHaveAStepEach() {
    Request swap = swap();
    Consult one = ask(swap, null, BILLING);
    Consult other = ask(swap, null, Target.department("logistics"));

    unitOfWork.run(() -> answering.answer(other.id(), "Two left.", "logistics1"));

    assertThat(now(one).isOpen()).isTrue();
    assertThat(now(other).answer()).isEqualTo("Two left.");
    assertThat(people.task(swap, ANSWER).department()).isEqualTo("billing");
    unitOfWork.run(() -> answering.answer(one.id(), "Paid.", "billing1"));
    withdraw(swap);
    assertNothingRuns(swap);
  }

  @Test
  void aLateQuestionIsToldToAskerAndOwnerAndItsLeadAnswers() {
    Request swap = swapOnReserving();
    Consult consult = ask(swap, people.task(swap, RESERVE).id(), BILLING);
    ProcessInstance process = process(swap, "consult");

    letRunLate(swap, ANSWER);

    assertThat(told(swap)).contains("front1").doesNotContain("manager");
    Task lead = people.task(swap, LEAD);
    assertThat(lead.assignee()).isEqualTo("billing.lead");
    assertThat(lead.subject()).isEqualTo(String.valueOf(consult.id()));
    assertDates(swap);
    complete(swap, LEAD, "billing.lead", Map.of("whoAnswers", "lead", "answer", "It is paid."));

    assertThat(now(consult)).satisfies(answered -> {
      assertThat(answered.answer()).isEqualTo("It is paid.");
      assertThat(answered.answeredBy()).isEqualTo("billing.lead");
    });
    assertThat(people.steps(swap)).doesNotContain(ANSWER, LEAD);
    assertThat(process).isEnded().hasPassed("BoundaryEvent_AnswerQuestionLate", "ServiceTask_TellAsker", "Gateway_WhoAnswers",
        "ServiceTask_RecordAnswer", "EndEvent_QuestionAnswered").hasNotPassed("ServiceTask_AskSomebodyElse", "EndEvent_ManagerTold");
    withdraw(swap);
    assertNothingRuns(swap);
  }

  @Test
  void theLeadsTaskGoesAwayWhenTheAnswerComesAfterAll() {
    Request swap = swapOnReserving();
    Consult consult = ask(swap, null, BILLING);
    letRunLate(swap, ANSWER);
    Task lead = people.task(swap, LEAD);

    complete(swap, ANSWER, "billing1", Map.of("answer", "Sorry: yes."));

    assertThat(tasks.byId(lead.id()).orElseThrow().state()).isEqualTo(Task.State.CANCELLED);
    assertThat(now(consult).isLate(clock.now())).isTrue();
    withdraw(swap);
    assertNothingRuns(swap);
  }

  @Test
  void theLeadNamesAnotherDepartmentAndTheQuestionIsDueAnewThere() {
    Request swap = swapOnReserving();
    Consult consult = ask(swap, null, BILLING);
    ProcessInstance process = process(swap, "consult");
    Task late = letRunLate(swap, ANSWER);

    complete(swap, LEAD, "billing.lead", Map.of("whoAnswers", "department", "askDepartment", "network-operations",
        "whyAskedElsewhere", "They see the number."));

    Task step = people.task(swap, ANSWER);
    assertThat(step.id()).isEqualTo(late.id());
    assertThat(step.department()).isEqualTo("network-operations");
    assertThat(step.state()).isEqualTo(Task.State.OPEN);
    assertThat(step.dueAt()).isEqualTo(now(consult).dueAt()).isAfter(clock.now());
    assertThat(lateTimers(swap)).containsExactly(step.dueAt());
    assertDates(swap);
    assertThat(process).hasPassed("EndEvent_SomebodyElseAsked").isNotEnded();
    assertThat(reader.wordsOf(List.of(consult)).get(consult.id())).singleElement()
        .satisfies(word -> assertThat(word.words()).isEqualTo("They see the number."));

    travelTo(step.dueAt());
    assertThat(people.task(swap, LEAD).assignee()).as("the lead of who is asked now").isEqualTo("network.lead");
    unitOfWork.run(() -> answering.answer(consult.id(), "All is well.", "network1"));
    withdraw(swap);
    assertNothingRuns(swap);
  }

  @Test
  void theLeadNamesAColleague() {
    Request swap = swapOnReserving();
    Consult consult = ask(swap, null, BILLING);
    letRunLate(swap, ANSWER);

    complete(swap, LEAD, "billing.lead", Map.of("whoAnswers", "colleague", "askColleague", "billing2",
        "whyAskedElsewhere", "He posted it."));

    assertThat(people.task(swap, ANSWER).assignee()).isEqualTo("billing2");
    assertThat(now(consult).target()).isEqualTo(Target.employee("billing2"));
    withdraw(swap);
    assertNothingRuns(swap);
  }

  @Test
  void ifTheLeadDoesNothingTheManagerIsTold() {
    Request swap = swapOnReserving();
    ask(swap, null, BILLING);
    ProcessInstance process = process(swap, "consult");
    letRunLate(swap, ANSWER);
    Task lead = people.task(swap, LEAD);

    travelTo(lead.dueAt().minusMillis(1));
    assertThat(process).hasNotPassed("ServiceTask_TellManager");
    travelTo(lead.dueAt());

    assertThat(process).hasPassed("BoundaryEvent_GetQuestionAnsweredLate", "EndEvent_ManagerTold").isNotEnded();
    assertThat(journal(swap, JournalKind.TOLD)).anySatisfy(entry ->
        assertThat(entry.details()).containsEntry("whom", "manager").hasEntrySatisfying("text",
            text -> assertThat(text).contains("Is the last bill paid?")));
    withdraw(swap);
    assertNothingRuns(swap);
  }

  @Test
  void whoIsAskedHandsItOnAndItStaysDueWhenItWas() {
    Request swap = swap();
    Consult consult = ask(swap, null, BILLING);
    Task before = people.task(swap, ANSWER);

    unitOfWork.run(() -> consults.handOn(consult.id(), Target.employee("network1"), "She knows the number.", "billing1"));

    Task step = people.task(swap, ANSWER);
    assertThat(step.id()).isEqualTo(before.id());
    assertThat(step.assignee()).isEqualTo("network1");
    assertThat(step.dueAt()).isEqualTo(before.dueAt());
    assertDates(swap);
    assertThatExceptionOfType(ConsultRefused.class).isThrownBy(() -> unitOfWork.run(() ->
        consults.handOn(consult.id(), BILLING, "Back to you.", "billing1"))).withMessageContaining("hand this question on");
    withdraw(swap);
    assertNothingRuns(swap);
  }

  @Test
  void withdrawnItEndsAtOnce() {
    Request swap = swap();
    Consult consult = ask(swap, null, BILLING);
    ProcessInstance process = process(swap, "consult");

    unitOfWork.run(() -> consults.withdraw(consult.id(), "Found it.", "front1"));

    assertThat(process).isEnded().hasPassed("EndEvent_QuestionNotNeeded").hasNotPassed("EndEvent_QuestionAnswered");
    assertThat(people.steps(swap)).doesNotContain(ANSWER);
    assertThat(now(consult).state()).isEqualTo(State.WITHDRAWN);
    withdraw(swap);
    assertNothingRuns(swap);
  }

  @Test
  void aQuestionEndsWithItsTask() {
    Request swap = swapOnReserving();
    Task reserve = people.task(swap, RESERVE);
    Consult ofTask = ask(swap, reserve.id(), BILLING);
    Consult ofRequest = ask(swap, null, BILLING);

    complete(swap, RESERVE, "logistics1", Map.of("inStock", "yes"));

    assertThat(now(ofTask)).satisfies(dropped -> {
      assertThat(dropped.state()).isEqualTo(State.DROPPED);
      assertThat(dropped.endedWhy()).isEqualTo("“Reserve the handset” is done");
    });
    assertThat(now(ofRequest).isOpen()).isTrue();
    withdraw(swap);
    assertThat(now(ofRequest).endedWhy()).isEqualTo("the request was withdrawn");
    assertNothingRuns(swap);
  }

  @Test
  void theInstantThatWasAskedForIsTheOneOfTheStep() {
    Request swap = swap();
    Instant due = clock.now().plus(Duration.ofMinutes(45));

    unitOfWork.run(() -> consults.ask(new NewConsult(swap.number().value(), null, BILLING, "Paid?", due, false, "front2")));

    assertThat(people.task(swap, ANSWER).dueAt()).isEqualTo(due);
    assertDates(swap);
    assertThat(reader.marksOf(swap.number().value()).isEmpty()).as("an answer that nobody waits for blocks nothing").isTrue();
    withdraw(swap);
    assertNothingRuns(swap);
  }
}
