package io.stile.work;

import static io.stile.testkit.AtOnce.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import io.stile.consistency.Consistency;
import io.stile.engine.ConcurrentChange;
import io.stile.engine.EngineTime;
import io.stile.engine.UnitOfWork;
import io.stile.request.Closing;
import io.stile.request.Request;
import io.stile.request.RequestRefused;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.testkit.TestClock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Two do something with a task at the same instant, and one of them returns it: one goes before the other, and nothing is lost. */
@StileTest
class ReturnRacesTest {

  private static final int TIMES = 5;
  private static final String STEP = "UserTask_ReserveHandset";

  @Autowired
  Requesting people;
  @Autowired
  Returns returns;
  @Autowired
  Claims claims;
  @Autowired
  Completion completion;
  @Autowired
  Closing closing;
  @Autowired
  TaskLookup tasks;
  @Autowired
  EngineTime engineTime;
  @Autowired
  UnitOfWork unitOfWork;
  @Autowired
  Consistency consistency;
  @Autowired
  TestClock clock;

  private Request request;
  private long task;

  @BeforeEach
  void standOnAStep() {
    clock.advanceTo(clock.now().atZone(ZoneId.of("Europe/Berlin")).plusDays(1).withHour(9).withMinute(0).toInstant());
    request = people.phoneSwap();
    people.complete(request, "UserTask_AgreePlanChange", "front1", Map.of("newPlan", "medium", "dataOption", "none"));
    task = people.task(request, STEP).id();
    unitOfWork.run(() -> claims.claim(task, "logistics1"));
  }

  @AfterEach
  void agreeAtTheEnd() {
    if (people.now(request).isOpen()) {
      unitOfWork.run(() -> closing.withdraw(request.number().value(), "front1", "No longer wanted"));
    }
    assertAgreement();
  }

  private void assertAgreement() {
    assertThat(consistency.check().findings()).filteredOn(finding -> request.number().value().equals(finding.request())).isEmpty();
  }

  private Callable<Boolean> unit(Runnable work) {
    return () -> {
      try {
        unitOfWork.run(work);
        return true;
      } catch (TaskRefused | RequestRefused | ConcurrentChange refused) {
        return false;
      }
    };
  }

  private Callable<Boolean> giveBack(String by) {
    return unit(() -> returns.giveBack(task, "information-missing", "Which colour?", by));
  }

  private Callable<Boolean> sendOn(String by) {
    return unit(() -> returns.sendOn(task, "The black one", by));
  }

  private Task now() {
    return tasks.byId(task).orElseThrow();
  }

  @RepeatedTest(TIMES)
  void returnAgainstCompletion() {
    List<Boolean> done = atOnce(giveBack("logistics1"), unit(() -> completion.complete(task, "logistics1", Map.of("inStock", "yes"))));

    assertThat(done).containsExactlyInAnyOrder(true, false);
    assertThat(now().state() == Task.State.DONE).isEqualTo(done.get(1));
    assertThat(now().isReturned()).isEqualTo(done.get(0));
    assertAgreement();
  }

  @RepeatedTest(TIMES)
  void returnAgainstReturn() {
    assertThat(atOnce(giveBack("logistics1"), giveBack("logistics.lead"))).containsExactlyInAnyOrder(true, false);
    assertThat(returns.of(now())).hasSize(1);
    assertAgreement();
  }

  @RepeatedTest(TIMES)
  void returnAgainstWithdrawal() {
    assertThat(atOnce(giveBack("logistics1"), unit(() -> closing.withdraw(request.number().value(), "front1", "No"))).get(1)).isTrue();
    assertThat(now().state()).isEqualTo(Task.State.CANCELLED);
    assertThat(returns.of(now())).noneMatch(TaskReturn::isRunning);
  }

  @RepeatedTest(TIMES)
  void answerAgainstAnswerAndASecondReturn() throws Exception {
    giveBack("logistics1").call();

    atOnce(sendOn("front1"), sendOn("front2"), giveBack("front.lead"));

    assertThat(now().isReturned()).isFalse();
    assertThat(returns.of(now())).filteredOn(given -> given.state() == TaskReturn.State.ANSWERED).hasSize(1);
    assertAgreement();
  }

  @RepeatedTest(TIMES)
  void returnAgainstTheLateTimer() {
    clock.advanceTo(now().dueAt());
    List<Boolean> done = atOnce(giveBack("logistics1"), () -> {
      engineTime.runDue(clock.now());
      return true;
    });
    engineTime.runDue(clock.now());

    assertThat(done.get(0)).isTrue();
    assertThat(now().lateAt()).as("not late where it lies now").isNull();
    assertThat(people.steps(request)).doesNotContain("UserTask_DecideAboutLateTask");
    assertAgreement();
  }
}
