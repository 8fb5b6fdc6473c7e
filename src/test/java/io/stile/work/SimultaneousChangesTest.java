package io.stile.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.customer.DeviceClass;
import io.stile.engine.CaseKey;
import io.stile.engine.ConcurrentChange;
import io.stile.engine.EngineTime;
import io.stile.engine.Timers;
import io.stile.engine.UnitOfWork;
import io.stile.promise.Promise;
import io.stile.promise.Promises;
import io.stile.request.Closing;
import io.stile.request.Journal;
import io.stile.request.JournalEntry;
import io.stile.request.JournalKind;
import io.stile.request.OpeningCorrection;
import io.stile.request.Ownership;
import io.stile.request.Request;
import io.stile.request.RequestRefused;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.testkit.TestClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two people, or one and a timer, change a request at the same instant: one wins, the other is told, nothing is half done. */
@StileTest
class SimultaneousChangesTest {

  private static final int TIMES = 8;

  @Autowired
  Requesting people;
  @Autowired
  Claims claims;
  @Autowired
  Completion completion;
  @Autowired
  TakeBack takeBack;
  @Autowired
  Corrections corrections;
  @Autowired
  OpeningCorrection opening;
  @Autowired
  Closing closing;
  @Autowired
  Ownership ownership;
  @Autowired
  TaskLookup tasks;
  @Autowired
  Journal journal;
  @Autowired
  Promises promises;
  @Autowired
  Timers timers;
  @Autowired
  EngineTime engineTime;
  @Autowired
  UnitOfWork unitOfWork;
  @Autowired
  TestClock clock;

  /** Runs all at once; answers what each was refused with, null for who was not. */
  private List<RuntimeException> atOnce(Runnable... works) {
    CyclicBarrier start = new CyclicBarrier(works.length);
    ExecutorService threads = Executors.newFixedThreadPool(works.length);
    try {
      List<Future<RuntimeException>> running = new ArrayList<>();
      for (Runnable work : works) {
        running.add(threads.submit(() -> {
          start.await();
          try {
            unitOfWork.run(work);
            return null;
          } catch (RequestRefused | TaskRefused | ConcurrentChange refused) {
            return refused;
          }
        }));
      }
      List<RuntimeException> refusals = new ArrayList<>();
      for (Future<RuntimeException> each : running) {
        refusals.add(each.get(60, TimeUnit.SECONDS));
      }
      return refusals;
    } catch (Exception fault) {
      throw new AssertionError("neither done nor refused", fault);
    } finally {
      threads.shutdownNow();
    }
  }

  private static void assertOneWon(List<RuntimeException> refusals) {
    assertThat(refusals.stream().filter(Objects::isNull)).as("who won: %s", refusals).hasSize(1);
  }

  private long count(Request request, JournalKind kind) {
    return journal.of(request.number().value()).stream().map(JournalEntry::kind).filter(kind::equals).count();
  }

  /** An ended request has nothing left, an open one has something to do and a watched promise. */
  private void assertWhole(Request request) {
    Request now = people.now(request);
    boolean open = now.isOpen();
    assertThat(people.steps(now).isEmpty()).as("steps %s of %s", people.steps(now), now.state()).isEqualTo(!open);
    assertThat(timers.pending(new CaseKey(now.number().value())).isEmpty()).isEqualTo(!open);
    assertThat(promises.promiseOf(now.number().value()).orElseThrow().state() == Promise.State.OPEN).isEqualTo(open);
    assertThat(count(now, JournalKind.CLOSED) + count(now, JournalKind.WITHDRAWN)).isEqualTo(open ? 0 : 1);
    assertThat(count(now, JournalKind.TASK_STARTED)).isEqualTo(tasks.ofRequest(now.number().value()).size());
  }

  private Request notEligible() {
    return people.phoneSwap(people.customerWith(LocalDate.parse("2021-05-01"), 9_900L,
        DeviceClass.STANDARD), "front1");
  }

  private Runnable withdraw(Request request) {
    return () -> closing.withdraw(request.number().value(), "front1", "No longer wanted");
  }

  private Runnable completeLast(Request request) {
    long task = people.task(request, "UserTask_ExplainWhyNot").id();
    return () -> completion.complete(task, "front1", Map.of());
  }

  @RepeatedTest(TIMES)
  void withdrawingAgainstTheCompletionThatCloses() {
    Request request = notEligible();
    assertOneWon(atOnce(withdraw(request), completeLast(request)));
    assertThat(people.now(request).isOpen()).isFalse();
    assertWhole(request);
  }

  @RepeatedTest(TIMES)
  void withdrawingTwice() {
    Request request = people.phoneSwap();
    assertOneWon(atOnce(withdraw(request), withdraw(request)));
    assertWhole(request);
  }

  @RepeatedTest(TIMES)
  void completingOneTaskTwice() {
    Request request = people.phoneSwap();
    Task task = claims.claim(people.task(request, "UserTask_AgreePlanChange").id(), "front1");
    Runnable complete = () -> completion.complete(task.id(), "front1", Map.of("newPlan", "same", "dataOption", "none"));
    assertOneWon(atOnce(complete, complete, complete));
    assertThat(people.steps(request)).containsExactly("UserTask_ChangePlanAndDataOption", "UserTask_ReserveHandset");
    assertThat(count(request, JournalKind.TASK_COMPLETED)).isEqualTo(1);
    assertWhole(request);
  }

  @RepeatedTest(TIMES)
  void completingBothBranchesBeforeAJoinLosesNeither() {
    Request request = people.phoneSwap();
    people.complete(request, "UserTask_AgreePlanChange", "front1", Map.of("newPlan", "same", "dataOption", "none"));
    Task reserve = claims.claim(people.task(request, "UserTask_ReserveHandset").id(), "logistics1");
    Task plan = claims.claim(people.task(request, "UserTask_ChangePlanAndDataOption").id(), "billing1");
    assertThat(atOnce(() -> completion.complete(reserve.id(), "logistics1", Map.of("inStock", "yes")),
        () -> completion.complete(plan.id(), "billing1", Map.of()))).containsOnlyNulls();
    assertThat(people.steps(request)).containsExactly("UserTask_ActivateSim");
    assertWhole(request);
  }

  @RepeatedTest(TIMES)
  void movingTheOwnerAgainstTheClose() {
    Request request = notEligible();
    List<RuntimeException> refusals = atOnce(completeLast(request),
        () -> ownership.move(request.number().value(), "front2", "front.lead", "Try"));
    assertThat(refusals).contains((RuntimeException) null);
    boolean moved = people.now(request).owner().equals("front2");
    assertThat(refusals.get(1) == null).isEqualTo(moved);
    // Moved first, the step is the new owner's, and the old one is told.
    assertThat(people.now(request).isOpen()).isEqualTo(moved);
    assertWhole(request);
  }

  @RepeatedTest(TIMES)
  void claimingAgainstWithdrawing() {
    Request request = people.phoneSwap();
    long task = people.task(request, "UserTask_AgreePlanChange").id();
    List<RuntimeException> refusals = atOnce(() -> claims.claim(task, "front2"), withdraw(request));
    assertThat(refusals.get(1)).isNull();
    if (refusals.get(0) != null) {
      assertThat(refusals.get(0)).isInstanceOf(TaskRefused.class).hasMessageContaining("not needed any more");
    }
    assertThat(tasks.byId(task).orElseThrow().state()).isEqualTo(Task.State.CANCELLED);
    assertWhole(request);
  }

  @RepeatedTest(TIMES)
  void reassigningAgainstCompleting() {
    Request request = people.phoneSwap();
    Task task = claims.claim(people.task(request, "UserTask_AgreePlanChange").id(), "front1");
    assertOneWon(atOnce(() -> completion.complete(task.id(), "front1", Map.of("newPlan", "same", "dataOption", "none")),
        () -> claims.reassign(task.id(), "front2", "front.lead", "front1 is busy")));
    assertWhole(request);
  }

  @RepeatedTest(TIMES)
  void completingAndWithdrawingWhileTimersGoOff() throws Exception {
    Request request = people.phoneSwap();
    Task task = claims.claim(people.task(request, "UserTask_AgreePlanChange").id(), "front1");
    Instant due = task.dueAt();
    if (clock.now().isBefore(due)) {
      clock.advanceTo(due);
    }
    ExecutorService timer = Executors.newSingleThreadExecutor();
    try {
      Future<Integer> jobs = timer.submit(() -> engineTime.runDue(due));
      assertThat(atOnce(() -> completion.complete(task.id(), "front1", Map.of("newPlan", "same", "dataOption", "none"))))
          .containsOnlyNulls();
      jobs.get(60, TimeUnit.SECONDS);
      engineTime.runDue(due);
      assertThat(tasks.byId(task.id()).orElseThrow().state()).isEqualTo(Task.State.DONE);
      assertThat(people.steps(request)).containsExactly("UserTask_ChangePlanAndDataOption", "UserTask_ReserveHandset");
      assertThat(count(request, JournalKind.TASK_LATE)).isLessThanOrEqualTo(1);
      assertWhole(request);

      Future<Integer> more = timer.submit(() -> engineTime.runDue(due));
      assertThat(atOnce(withdraw(request))).containsOnlyNulls();
      more.get(60, TimeUnit.SECONDS);
      assertWhole(request);
    } finally {
      timer.shutdownNow();
    }
  }

  @Test
  void oneOfFiftyClaimsWinsAndTheOthersAreToldWhoDid() {
    Request request = people.phoneSwap();
    long task = people.task(request, "UserTask_AgreePlanChange").id();
    List<String> members = List.of("front1", "front2", "front3", "front4", "front5", "front6", "front.lead");
    List<String> winners = new CopyOnWriteArrayList<>();
    Runnable[] all = IntStream.range(0, 50).<Runnable>mapToObj(i -> () -> {
      String who = members.get(i % members.size());
      claims.claim(task, who);
      winners.add(who);
    }).toArray(Runnable[]::new);
    List<RuntimeException> refusals = atOnce(all);
    String winner = tasks.byId(task).orElseThrow().assignee();
    assertThat(winners).containsOnly(winner);
    assertThat(count(request, JournalKind.TASK_CLAIMED)).isEqualTo(1);
    assertThat(refusals.stream().filter(Objects::nonNull)).allSatisfy(refused -> assertThat(refused)
        .isInstanceOf(TaskRefused.class).hasMessageContaining("has it"));
    assertWhole(request);
  }

  @RepeatedTest(TIMES)
  void takingBackAgainstClaimingWhatFollowed() {
    Request request = people.phoneSwap();
    people.complete(request, "UserTask_AgreePlanChange", "front1", Map.of("newPlan", "same", "dataOption", "none"));
    long agree = tasks.ofRequest(request.number().value()).get(0).id();
    long reserve = people.task(request, "UserTask_ReserveHandset").id();
    List<RuntimeException> refusals = atOnce(() -> takeBack.takeBack(agree, "front1"), () -> claims.claim(reserve, "logistics1"));
    assertOneWon(refusals);
    boolean takenBack = refusals.get(0) == null;
    assertThat(people.steps(request).contains("UserTask_AgreePlanChange")).isEqualTo(takenBack);
    assertThat(tasks.byId(reserve).orElseThrow().state()).isEqualTo(takenBack ? Task.State.CANCELLED : Task.State.CLAIMED);
    assertThat(refusals.get(takenBack ? 1 : 0)).hasMessageContaining(takenBack ? "not needed any more" : "not untouched");
    assertWhole(request);
  }

  @RepeatedTest(TIMES)
  void takingBackTwice() {
    Request request = people.phoneSwap();
    people.complete(request, "UserTask_AgreePlanChange", "front1", Map.of("newPlan", "same", "dataOption", "none"));
    long agree = tasks.ofRequest(request.number().value()).get(0).id();
    assertOneWon(atOnce(() -> takeBack.takeBack(agree, "front1"), () -> takeBack.takeBack(agree, "front.lead")));
    assertThat(people.steps(request)).containsExactly("UserTask_AgreePlanChange");
    assertThat(count(request, JournalKind.TASK_TAKEN_BACK)).isEqualTo(1);
    assertWhole(request);
  }

  @RepeatedTest(TIMES)
  void correctingOneSlipTwice() {
    Request request = people.phoneSwap();
    long answer = opening.opening(request.number().value()).orElseThrow().id();
    String number = request.number().value();
    assertOneWon(atOnce(() -> corrections.correct(number, slip(answer, "pebble-2"), "front1"),
        () -> corrections.correct(number, slip(answer, "aurora-5-pro"), "front.lead")));
    assertThat(count(request, JournalKind.ANSWER_CORRECTED)).isEqualTo(1);
  }

  private static Corrections.Slip slip(long answer, String device) {
    return new Corrections.Slip(answer, 0, Map.of("wantedDevice", device, "delivery", "ship"), "Misheard");
  }

  @RepeatedTest(TIMES)
  void whoAsksForTheNextTaskGetsAnother() {
    people.phoneSwap();
    people.phoneSwap();
    List<Long> taken = new CopyOnWriteArrayList<>();
    assertThat(atOnce(() -> claims.claimNext("front3").map(Task::id).ifPresent(taken::add),
        () -> claims.claimNext("front4").map(Task::id).ifPresent(taken::add))).containsOnlyNulls();
    assertThat(taken).hasSize(2).doesNotHaveDuplicates();
  }
}
