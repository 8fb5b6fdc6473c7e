package io.stile.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.consistency.Consistency;
import io.stile.customer.DeviceClass;
import io.stile.engine.ConcurrentChange;
import io.stile.engine.UnitOfWork;
import io.stile.request.Closing;
import io.stile.request.Journal;
import io.stile.request.JournalEntry;
import io.stile.request.JournalKind;
import io.stile.request.LeftOver;
import io.stile.request.Request;
import io.stile.request.RequestRefused;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.testkit.TestClock;
import io.stile.work.Completion;
import io.stile.work.Task;
import io.stile.work.TaskRefused;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.springframework.beans.factory.annotation.Autowired;

/** Promises are settled and moved, and their request ends, at the same instant: each happens once, and nothing is lost. */
@StileTest
class PromiseRacesTest {

  private static final int TIMES = 5;
  private static final int STEPS = 14;
  private static final String LAST_STEP = "UserTask_ExplainWhyNot";

  @Autowired
  Requesting people;
  @Autowired
  Keeping keeping;
  @Autowired
  Promises promises;
  @Autowired
  Closing closing;
  @Autowired
  Completion completion;
  @Autowired
  Journal journal;
  @Autowired
  Consistency consistency;
  @Autowired
  UnitOfWork unitOfWork;
  @Autowired
  TestClock clock;

  private Request request;
  private String number;

  /** A request with one step left. */
  @BeforeEach
  void openARequest() {
    request = people.phoneSwap(people.customerWith(LocalDate.parse("2021-05-01"), 9_900L, DeviceClass.STANDARD), "front1");
    number = request.number().value();
  }

  private Promise give() {
    return keeping.give(new NewPromise(number, "call back", null, clock.now().plus(Duration.ofHours(3)), null, "front1"));
  }

  private Promise given() {
    return unitOfWork.of(this::give);
  }

  private Callable<Boolean> unit(Runnable work) {
    return () -> {
      try {
        unitOfWork.run(work);
        return true;
      } catch (PromiseRefused | RequestRefused | TaskRefused | ConcurrentChange refused) {
        return false;
      }
    };
  }

  private Callable<Boolean> kept(Promise promise) {
    return unit(() -> keeping.kept(promise.id(), "Called", "front1"));
  }

  private Callable<Boolean> keptFromItsTask(Promise promise) {
    Task task = people.task(request, PromiseSteps.KEEP);
    return unit(() -> completion.complete(task.id(), "front1", Map.of("result", "kept", "words", "Called")));
  }

  private Callable<Boolean> renewed(Promise promise) {
    return unit(() -> keeping.renew(promise.id(), null, clock.now().plus(Duration.ofHours(9)), "He asked for it", "front1"));
  }

  private Callable<Boolean> workDone() {
    Task task = people.task(request, LAST_STEP);
    return unit(() -> completion.complete(task.id(), "front1", Map.of()));
  }

  private void endWork() {
    people.complete(request, LAST_STEP, "front1", Map.of());
  }

  private static int succeeded(List<Callable<Boolean>> work) throws Exception {
    CyclicBarrier together = new CyclicBarrier(work.size());
    ExecutorService pool = Executors.newFixedThreadPool(work.size());
    try {
      List<Future<Boolean>> done = new ArrayList<>();
      work.forEach(each -> done.add(pool.submit(() -> {
        together.await(30, TimeUnit.SECONDS);
        return each.call();
      })));
      int count = 0;
      for (Future<Boolean> each : done) {
        count += each.get(60, TimeUnit.SECONDS) ? 1 : 0;
      }
      return count;
    } finally {
      pool.shutdownNow();
    }
  }

  private long told(JournalKind kind) {
    return journal.of(number).stream().map(JournalEntry::kind).filter(kind::equals).count();
  }

  private void assertNothingIsLost() {
    assertThat(consistency.check().findings()).as(number).noneMatch(finding -> number.equals(finding.request()));
  }

  @RepeatedTest(TIMES)
  void twoWhoSettleOneSettleItOnce() throws Exception {
    Promise promise = given();
    assertThat(succeeded(List.of(kept(promise), keptFromItsTask(promise), unit(() -> keeping.broken(promise.id(), "No", "front1")))))
        .isEqualTo(1);
    assertThat(told(JournalKind.PROMISE_KEPT) + told(JournalKind.PROMISE_BROKEN)).isEqualTo(1);
    assertThat(people.steps(request)).containsExactly(LAST_STEP);
    assertNothingIsLost();
    endWork();
  }

  @RepeatedTest(TIMES)
  void keptAndRenewedAtOnceIsKeptInTheEndOrMovedAndOpen() throws Exception {
    Promise promise = given();
    succeeded(List.of(kept(promise), renewed(promise)));
    Promise now = promises.byId(promise.id()).orElseThrow();
    assertThat(now.state()).as("whoever renews first is followed by whoever keeps").isEqualTo(Promise.State.KEPT);
    assertThat(people.steps(request)).containsExactly(LAST_STEP);
    assertNothingIsLost();
    endWork();
  }

  @RepeatedTest(TIMES)
  void theLastTwoSettledAtOnceCloseTheRequestOnce() throws Exception {
    Promise one = given();
    Promise two = given();
    endWork();
    assertThat(people.now(request).onlyPromisesLeft()).isTrue();
    assertThat(succeeded(List.of(kept(one), kept(two)))).isEqualTo(2);
    assertClosed(Request.State.CLOSED);
  }

  @RepeatedTest(TIMES)
  void keptWhileTheWorkEndsClosesItWhicheverIsFirst() throws Exception {
    Promise promise = given();
    assertThat(succeeded(List.of(kept(promise), workDone()))).isEqualTo(2);
    assertClosed(Request.State.CLOSED);
  }

  @RepeatedTest(TIMES)
  void keptWhileTheRequestIsWithdrawnEndsItOnce() throws Exception {
    Promise promise = given();
    succeeded(List.of(kept(promise), unit(() -> closing.withdraw(number, "front1", "Found another", LeftOver.KEEP))));
    assertClosed(Request.State.WITHDRAWN);
  }

  @RepeatedTest(TIMES)
  void promisedWhileTheWorkEndsKeepsItOpenOrIsRefused() throws Exception {
    int done = succeeded(List.of(workDone(), unit(this::give)));
    assertThat(people.now(request).onlyPromisesLeft()).isEqualTo(done == 2);
    assertNothingIsLost();
    promises.ofRequest(number).stream().filter(Promise::isOpen).forEach(promise -> assertThat(call(kept(promise))).isTrue());
    assertClosed(Request.State.CLOSED);
  }

  private static boolean call(Callable<Boolean> work) {
    try {
      return work.call();
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  private void assertClosed(Request.State state) {
    assertThat(people.now(request).state()).isEqualTo(state);
    assertThat(told(JournalKind.CLOSED)).isEqualTo(state == Request.State.CLOSED ? 1 : 0);
    assertThat(promises.ofRequest(number)).noneMatch(Promise::isOpen);
    assertThat(people.steps(request)).isEmpty();
    assertNothingIsLost();
  }

  /** Whatever is done in whatever order: the request is open exactly while its work or a promise is, and nothing is lost. */
  @RepeatedTest(8)
  void noSequenceLosesAPromiseOrClosesARequestTooEarly(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    boolean working = true;
    for (int step = 0; step < STEPS; step++) {
      List<Promise> open = promises.ofRequest(number).stream().filter(promise -> promise.isOpen() && !promise.ofRequest()).toList();
      Promise any = open.isEmpty() ? null : open.get(random.nextInt(open.size()));
      switch (random.nextInt(8)) {
        case 0, 1 -> call(unit(this::give));
        case 2 -> call(any == null ? unit(this::give) : kept(any));
        case 3 -> call(any == null ? unit(this::give) : renewed(any));
        case 4 -> call(any == null ? unit(this::give) : unit(() -> keeping.broken(any.id(), "No", "front1")));
        case 5 -> call(any == null ? unit(this::give) : unit(() -> keeping.takeOver(any.id(), "front2", "front1")));
        case 6 -> call(any == null ? unit(this::give) : unit(() -> keeping.tried(any.id(), null, null, "front1")));
        default -> {
          if (working && random.nextInt(3) == 0) {
            working = !call(workDone());
          }
        }
      }
      boolean left = promises.ofRequest(number).stream().anyMatch(promise -> promise.isOpen() && !promise.ofRequest());
      assertThat(people.now(request).isOpen()).as("seed %d, step %d", repetition.getCurrentRepetition(), step).isEqualTo(working || left);
      assertThat(people.now(request).onlyPromisesLeft()).isEqualTo(!working && left);
    }
    assertNothingIsLost();
    if (people.now(request).isOpen()) {
      if (working) {
        call(workDone());
      }
      promises.ofRequest(number).stream().filter(promise -> promise.isOpen() && !promise.ofRequest()).forEach(promise -> call(kept(promise)));
    }
    assertClosed(Request.State.CLOSED);
  }
}
