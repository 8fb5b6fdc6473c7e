package io.stile.consult;

import static io.stile.testkit.AtOnce.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import io.stile.engine.CaseKey;
import io.stile.engine.ConcurrentChange;
import io.stile.engine.EngineTime;
import io.stile.engine.Timers;
import io.stile.engine.UnitOfWork;
import io.stile.request.Closing;
import io.stile.request.Journal;
import io.stile.request.JournalKind;
import io.stile.request.Request;
import io.stile.request.RequestRefused;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.testkit.TestClock;
import io.stile.work.Claims;
import io.stile.work.Completion;
import io.stile.work.StepTarget.Target;
import io.stile.work.Task;
import io.stile.work.TaskRefused;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A question is answered, withdrawn, handed on, late, or ends with its task or request at the same instant: it ends once. */
@StileTest
class ConsultRacesTest {

  private static final int TIMES = 5;
  private static final String STEP = "UserTask_AgreePlanChange";

  @Autowired
  Requesting people;
  @Autowired
  Consults consults;
  @Autowired
  Answering answering;
  @Autowired
  ConsultReader reader;
  @Autowired
  Claims claims;
  @Autowired
  Completion completion;
  @Autowired
  Closing closing;
  @Autowired
  Journal journal;
  @Autowired
  Timers timers;
  @Autowired
  EngineTime engineTime;
  @Autowired
  UnitOfWork unitOfWork;
  @Autowired
  TestClock clock;

  private Request request;
  private Task task;
  private Consult consult;

  @BeforeEach
  void ask() {
    request = people.phoneSwap();
    long id = people.task(request, STEP).id();
    task = unitOfWork.of(() -> claims.claim(id, "front1"));
    consult = unitOfWork.of(() -> consults.ask(new NewConsult(request.number().value(), id, Target.department("billing"),
        "Is the last bill paid?", null, true, "front1")));
  }

  private Callable<Boolean> unit(Runnable work) {
    return () -> {
      try {
        unitOfWork.run(work);
        return true;
      } catch (ConsultRefused | TaskRefused | RequestRefused | ConcurrentChange refused) {
        return false;
      }
    };
  }

  private Callable<Boolean> answer(String by) {
    return unit(() -> answering.answer(consult.id(), "Yes, says " + by, by));
  }

  private Callable<Boolean> withdraw() {
    return unit(() -> consults.withdraw(consult.id(), null, "front1"));
  }

  private Callable<Boolean> complete() {
    return unit(() -> completion.complete(task.id(), "front1", Map.of("newPlan", "same", "dataOption", "none")));
  }

  private Callable<Boolean> close() {
    return unit(() -> closing.withdraw(request.number().value(), "front1", "No longer wanted"));
  }

  private Consult now() {
    return reader.required(consult.id());
  }

  /** It has ended, its process with it, and the journal tells so once. */
  private void assertEndedOnce() {
    assertThat(now().isOpen()).isFalse();
    assertThat(timers.pending(new CaseKey(consult.request()))).noneMatch(timer -> timer.process().equals("consult"));
    assertThat(people.steps(request)).doesNotContain("UserTask_AnswerQuestion", "UserTask_GetQuestionAnswered");
    assertThat(journal.of(consult.request())).filteredOn(entry -> List.of(JournalKind.QUESTION_ANSWERED,
        JournalKind.QUESTION_WITHDRAWN, JournalKind.QUESTION_OVER).contains(entry.kind())).hasSize(1);
  }

  @RepeatedTest(TIMES)
  void twoMembersAnswerAtOnce() {
    assertThat(atOnce(answer("billing1"), answer("billing2"))).containsExactlyInAnyOrder(true, false);
    assertThat(now().answer()).isEqualTo("Yes, says " + now().answeredBy());
    assertEndedOnce();
  }

  @RepeatedTest(TIMES)
  void answerAgainstWithdrawal() {
    assertThat(atOnce(answer("billing1"), withdraw())).containsExactlyInAnyOrder(true, false);
    assertEndedOnce();
  }

  @RepeatedTest(TIMES)
  void answerAgainstTheEndOfTheRequest() {
    assertThat(atOnce(answer("billing1"), close()).get(1)).as("the request ends in any case").isTrue();
    assertEndedOnce();
  }

  @RepeatedTest(TIMES)
  void answerAgainstTheCompletionOfTheTaskThatAsked() {
    assertThat(atOnce(answer("billing1"), complete()).get(1)).as("the task is completed in any case").isTrue();
    assertEndedOnce();
  }

  @RepeatedTest(TIMES)
  void answerAgainstHandingItOn() {
    List<Boolean> done = atOnce(answer("billing1"), unit(() ->
        consults.handOn(consult.id(), Target.department("logistics"), "They know.", "billing2")));

    assertThat(done).contains(true);
    if (now().isOpen()) {
      assertThat(people.task(request, "UserTask_AnswerQuestion").department()).isEqualTo("logistics");
      unitOfWork.run(() -> answering.answer(consult.id(), "Yes.", "logistics1"));
    }
    assertEndedOnce();
  }

  @RepeatedTest(TIMES)
  void answerAgainstItsDueInstant() {
    clock.advanceTo(consult.dueAt());
    atOnce(answer("billing1"), () -> {
      engineTime.runDue(clock.now());
      return true;
    });
    engineTime.runDue(clock.now());
    if (now().isOpen()) {
      unitOfWork.run(() -> answering.answer(consult.id(), "Yes, after all.", "billing1"));
    }
    assertEndedOnce();
  }
}
