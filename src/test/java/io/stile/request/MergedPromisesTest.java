package io.stile.request;

import static io.stile.testkit.AtOnce.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import io.stile.consistency.Consistency;
import io.stile.consistency.Finding;
import io.stile.customer.Customer;
import io.stile.engine.CaseKey;
import io.stile.engine.ConcurrentChange;
import io.stile.promise.Keeping;
import io.stile.promise.NewPromise;
import io.stile.promise.Promise;
import io.stile.promise.PromiseRefused;
import io.stile.request.Merging.Merge;
import io.stile.work.Task;
import io.stile.work.TaskLookup;
import io.stile.work.TaskRefused;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was promised for a request that is merged is kept with the one as which it goes on. */
class MergedPromisesTest extends TwoRequests {

  private static final Map<String, Object> KEPT = Map.of("result", "kept", "words", "Told her that it is on its way");

  @Autowired
  Keeping keeping;
  @Autowired
  TaskLookup tasks;
  @Autowired
  Consistency consistency;

  private Promise promised() {
    return unitOfWork.of(() -> keeping.give(new NewPromise(number(one), "call back", clock.now().plus(Duration.ofHours(1)),
        clock.now().plus(Duration.ofHours(3)), "+49 30 1234567", "front3")));
  }

  @Test
  void anOpenPromiseGoesOnAsItIs() {
    Promise promise = unitOfWork.of(() -> keeping.tried(promised().id(), null, "no answer", "front3"));
    Task task = people.task(one, "UserTask_KeepPromise");

    merge(one, other, "front1");

    Promise moved = promises.byId(promise.id()).orElseThrow();
    assertThat(moved).usingRecursiveComparison().ignoringFields("request").isEqualTo(promise);
    assertThat(moved.request()).isEqualTo(number(other));
    assertThat(promises.attempts(promise.id())).hasSize(1);
    assertThat(tasks.byId(task.id()).orElseThrow()).usingRecursiveComparison().ignoringFields("request", "version").isEqualTo(task);
    assertThat(people.task(other, "UserTask_KeepPromise").id()).isEqualTo(task.id());
    assertThat(timers.pending(new CaseKey(number(one)))).isEmpty();
    assertThat(timers.pending(new CaseKey(number(other))))
        .filteredOn(timer -> timer.element().equals("BoundaryEvent_KeepPromiseLate"))
        .singleElement().satisfies(timer -> assertThat(timer.due()).isEqualTo(promise.dueAt()));
    assertSound();
  }

  @Test
  void bothJournalsTellWhereItWentAndItsKeeperIsTold() {
    promised();
    merge(one, other, "front1");
    assertThat(journal.of(number(one))).filteredOn(entry -> entry.kind() == JournalKind.PROMISE_GOES_ON).singleElement()
        .satisfies(entry -> assertThat(entry.told()).isEqualTo("“call back” is kept with %s from now on".formatted(number(other))));
    assertThat(journal.of(number(other))).extracting(JournalEntry::kind).contains(JournalKind.PROMISE_CAME);
    assertThat(journal.of(number(other))).filteredOn(entry -> entry.kind() == JournalKind.TOLD).singleElement()
        .satisfies(entry -> assertThat(entry.details()).containsEntry("whom", "front3"));
  }

  @Test
  void itIsKeptAndTheRequestEndsAfterIt() {
    Promise promise = promised();
    merge(one, other, "front1");
    unitOfWork.run(() -> closing.withdraw(number(other), "front2", "No longer wanted", LeftOver.KEEP));
    assertThat(people.now(other).onlyPromisesLeft()).isTrue();
    people.complete(other, "UserTask_KeepPromise", "front3", KEPT);
    assertThat(promises.byId(promise.id()).orElseThrow().state()).isEqualTo(Promise.State.KEPT);
    assertThat(people.now(other).state()).isEqualTo(Request.State.WITHDRAWN);
    assertSound();
  }

  @Test
  void whatWasPromisedToAnotherCustomerKeepsItFromBeingMerged() {
    Customer neighbour = people.customerInGoodStanding();
    Request foreign = people.phoneSwap(neighbour, "front1");
    promised();
    assertRefused("was promised to " + customer.name(), () -> unitOfWork.run(
        () -> merging.merge(new Merge(number(one), number(foreign), "One household", true), "front.lead")));
    assertThat(people.now(one).isOpen()).isTrue();
  }

  @RepeatedTest(TIMES)
  void aPromiseThatIsKeptWhileItsRequestIsMergedIsKeptOnce() {
    Promise promise = promised();
    Task task = people.task(one, "UserTask_KeepPromise");
    List<Boolean> done = atOnce(
        () -> tried(() -> merging.merge(new Merge(number(one), number(other), "", false), "front1")),
        () -> tried(() -> completion.complete(task.id(), "front3", KEPT)),
        () -> tried(() -> keeping.renew(promise.id(), null, clock.now().plus(Duration.ofHours(5)), "Later suits her", "front3")));
    assertThat(done.get(0)).as("merged").isTrue();
    Promise after = promises.byId(promise.id()).orElseThrow();
    assertThat(after.isOpen()).as("%s", done).isEqualTo(done.get(2) && !done.get(1));
    assertThat(people.steps(one)).isEmpty();
    assertThat(timers.pending(new CaseKey(number(one)))).isEmpty();
    assertSound();
  }

  private boolean tried(Runnable work) {
    try {
      unitOfWork.run(work);
      return true;
    } catch (TaskRefused | PromiseRefused | ConcurrentChange refused) {
      return false;
    }
  }

  private void assertSound() {
    List<String> mine = List.of(number(one), number(other));
    assertThat(consistency.check().findings()).extracting(Finding::request).doesNotContainAnyElementsOf(mine);
  }
}
