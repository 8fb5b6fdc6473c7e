package io.stile.work;

import static io.stile.testkit.AtOnce.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import io.stile.customer.Interaction.Channel;
import io.stile.customer.Interaction.Direction;
import io.stile.customer.Interactions;
import io.stile.customer.NewInteraction;
import io.stile.engine.CaseKey;
import io.stile.engine.ConcurrentChange;
import io.stile.engine.EngineTime;
import io.stile.engine.Timers;
import io.stile.engine.UnitOfWork;
import io.stile.request.Clocks;
import io.stile.request.Closing;
import io.stile.request.Journal;
import io.stile.request.JournalEntry;
import io.stile.request.JournalKind;
import io.stile.request.Request;
import io.stile.request.RequestRefused;
import io.stile.sla.ClockState;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A wait ends by its review date, by hand, by the customer or with its task at the same instant: it ends once. */
@StileTest
class WaitRacesTest {

  private static final int TIMES = 6;
  private static final String STEP = "UserTask_AgreePlanChange";

  @Autowired
  Requesting people;
  @Autowired
  Waits waits;
  @Autowired
  Claims claims;
  @Autowired
  Completion completion;
  @Autowired
  Closing closing;
  @Autowired
  Interactions interactions;
  @Autowired
  TaskLookup tasks;
  @Autowired
  Clocks clocks;
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

  /** The review date has come, and nothing has happened yet. */
  @BeforeEach
  void letTheReviewDateCome() {
    clock.advanceTo(tomorrow());
    request = people.phoneSwap();
    long id = people.task(request, STEP).id();
    unitOfWork.run(() -> claims.claim(id, "front1"));
    task = unitOfWork.of(() -> waits.begin(id, WaitsFor.CUSTOMER, clock.now().plus(Duration.ofMinutes(30)), "Which plan?",
        "front1"));
    clock.advance(Duration.ofMinutes(30));
  }

  /** Nine o'clock, when the front office is open every day. */
  private Instant tomorrow() {
    return clock.now().atZone(ZoneId.of("Europe/Berlin")).plusDays(1).withHour(9).withMinute(0).toInstant();
  }

  private Callable<Boolean> reviewDate() {
    return () -> {
      engineTime.runDue(clock.now());
      return true;
    };
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

  private Callable<Boolean> resume() {
    return unit(() -> waits.resume(task.id(), "front1"));
  }

  private Callable<Boolean> contact() {
    return unit(() -> interactions.log(new NewInteraction(request.customer(), request.number().value(), Channel.PHONE,
        Direction.IN, "front2", "The small one")));
  }

  private Callable<Boolean> complete() {
    return unit(() -> completion.complete(task.id(), "front1", Map.of("newPlan", "same", "dataOption", "none")));
  }

  private Callable<Boolean> withdraw() {
    return unit(() -> closing.withdraw(request.number().value(), "front1", "No longer wanted"));
  }

  private Task now() {
    return tasks.byId(task.id()).orElseThrow();
  }

  private long ends() {
    Set<JournalKind> ends = Set.of(JournalKind.TASK_RESUMED, JournalKind.TASK_WAIT_OVER);
    return journal.of(request.number().value()).stream().map(JournalEntry::kind).filter(ends::contains).count();
  }

  /** The wait is over, its process gone, and what runs out at the planned instant is clock and timer alike. */
  private void assertEndedOnce() {
    engineTime.runDue(clock.now());
    assertThat(now().isWaiting()).isFalse();
    assertThat(timers.pending(new CaseKey(task.request()))).noneMatch(timer -> timer.process().equals("waiting"));
    if (now().isLive()) {
      assertThat(ends()).isEqualTo(1);
      assertThat(now().dueAt()).isEqualTo(task.dueAt());
      assertThat(clocks.clock(task.request(), Clocks.ofTask(task.id())).orElseThrow().due()).isEqualTo(task.dueAt());
      assertThat(timers.pending(new CaseKey(task.request()))).filteredOn(timer -> timer.element().endsWith("PlanChangeLate"))
          .extracting(Timers.Pending::due).containsExactly(task.dueAt());
    } else {
      assertThat(ends()).isLessThanOrEqualTo(1);
      assertThat(clocks.clock(task.request(), Clocks.ofTask(task.id())).orElseThrow().state(clock.now()))
          .isEqualTo(ClockState.MET);
    }
  }

  @RepeatedTest(TIMES)
  void reviewDateAgainstHand() {
    atOnce(reviewDate(), resume());
    assertEndedOnce();
  }

  @RepeatedTest(TIMES)
  void reviewDateAgainstTheCustomer() {
    assertThat(atOnce(reviewDate(), contact()).get(1)).as("the contact is kept").isTrue();
    assertEndedOnce();
  }

  @RepeatedTest(TIMES)
  void twoHandsAtOnce() {
    assertThat(atOnce(resume(), resume())).containsExactlyInAnyOrder(true, false);
    assertEndedOnce();
  }

  @RepeatedTest(TIMES)
  void reviewDateAgainstCompletion() {
    assertThat(atOnce(reviewDate(), complete()).get(1)).isTrue();
    assertThat(now().state()).isEqualTo(Task.State.DONE);
    assertEndedOnce();
  }

  @RepeatedTest(TIMES)
  void reviewDateAgainstWithdrawal() {
    assertThat(atOnce(reviewDate(), withdraw()).get(1)).isTrue();
    assertThat(now().state()).isEqualTo(Task.State.CANCELLED);
    assertEndedOnce();
  }

  @RepeatedTest(TIMES)
  void everythingAtOnce() {
    atOnce(reviewDate(), resume(), contact(), complete(), withdraw());
    assertThat(now().isLive()).isFalse();
    assertEndedOnce();
  }

  /** Whoever is first: either it was late before it waited, or it waits and its alarm is gone. */
  @RepeatedTest(TIMES)
  void settingToWaitAgainstTheLateTimer() {
    unitOfWork.run(() -> waits.resume(task.id(), "front1"));
    Instant due = now().dueAt();
    clock.advanceTo(due);
    atOnce(reviewDate(), unit(() -> waits.begin(task.id(), WaitsFor.CUSTOMER, tomorrow(), "Which plan?", "front1")));
    engineTime.runDue(clock.now());

    assertThat(now().isWaiting()).isTrue();
    assertThat(now().lateAt()).isEqualTo(due);
    assertThat(people.steps(request)).doesNotContain("UserTask_DecideAboutLateTask");
    assertThat(timers.pending(new CaseKey(task.request()))).filteredOn(timer -> timer.element().contains("PlanChange"))
        .isEmpty();
    unitOfWork.run(() -> closing.withdraw(request.number().value(), "front1", "No longer wanted"));
  }

  /** A node that took the review date's alarm but not yet ran it, while the late alarm is due, too: the wait ends first. */
  @RepeatedTest(2)
  void bothAlarmsOverdueAtOnce() {
    clock.advanceTo(task.dueAt());
    atOnce(reviewDate(), reviewDate());
    engineTime.runDue(clock.now());

    assertThat(now().isWaiting()).isFalse();
    assertThat(ends()).isEqualTo(1);
    assertThat(now().lateAt()).isEqualTo(task.dueAt());
    assertThat(people.steps(request)).contains("UserTask_DecideAboutLateTask");
    unitOfWork.run(() -> closing.withdraw(request.number().value(), "front1", "No longer wanted"));
  }
}
