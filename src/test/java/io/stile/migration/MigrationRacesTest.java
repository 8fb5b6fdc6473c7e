package io.stile.migration;

import static io.stile.testkit.AtOnce.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stile.migration.MigrationPlans.Wanted;
import io.stile.request.JournalKind;
import io.stile.request.Request;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several at the same instant, and requests wherever they stand. */
class MigrationRacesTest extends MigrationStory {

  private SwapModel changed(SwapModel swap) {
    return swap.replaced("Put the activated SIM in before it leaves us.", "Put the SIM in.");
  }

  @Test
  void twoNodesMoveEachRequestOnce() {
    SwapModel swap = published();
    Request[] all = IntStream.range(0, 6).mapToObj(each -> open(swap)).toArray(Request[]::new);
    publish(changed(swap));
    Migration started = migrations.start(plans.plan(swap.key(), Wanted.newest()), "owner.phone-swap");

    List<Integer> worked = atOnce(() -> work.work(100), () -> work.work(100));
    work.work(100);

    assertThat(worked.stream().mapToInt(Integer::intValue).sum()).isEqualTo(6);
    assertMoved(migrations.byId(started.id()).orElseThrow(), all);
    assertConsistent(all);
  }

  @Test
  void aClerkWhoCompletesAtTheSameInstantGoesFirstOrSecond() {
    SwapModel swap = published();
    Request request = standingOn(swap, SHIP);
    publish(changed(swap));
    Migration started = migrations.start(plans.plan(swap.key(), Wanted.newest()), "owner.phone-swap");

    atOnce(() -> {
      people.complete(request, SHIP, "logistics1", Map.of());
      return 0;
    }, () -> work.work(10));
    work.work(10);

    assertThat(people.steps(request)).containsExactly(CALL);
    assertMoved(migrations.byId(started.id()).orElseThrow(), request);
    assertConsistent(request);
    finish(request);
  }

  @Test
  void whatEndsBeforeItsTurnStaysAndSaysSo() {
    SwapModel swap = published();
    Request request = standingOn(swap, CALL);
    publish(changed(swap));
    Migration started = migrations.start(plans.plan(swap.key(), Wanted.newest()), "owner.phone-swap");
    finish(request);

    work.work(10);

    assertThat(reason(migrations.byId(started.id()).orElseThrow(), request)).isEqualTo("Its work ended before its turn came.");
  }

  @Test
  void aRequestWhoseNodeDiesWhileItMovesIsAsItWasAndMovesLater() {
    SwapModel swap = published();
    Request request = standingOn(swap, SHIP);
    List<Alarm> alarms = alarms(request);
    publish(changed(swap));
    Migration started = migrations.start(plans.plan(swap.key(), Wanted.newest()), "owner.phone-swap");

    assertThatThrownBy(() -> unitOfWork.run(() -> {
      work.work(1);
      assertThat(people.now(request).model()).isEqualTo(started.target());
      throw new IllegalStateException("gone before the end of the transaction");
    })).hasMessageContaining("gone before");

    assertThat(people.now(request).model()).isEqualTo(request.model());
    assertThat(people.task(request, SHIP).model()).isEqualTo(request.model());
    assertThat(migrations.byId(started.id()).orElseThrow().pending()).isEqualTo(1);
    work.work(10);
    assertMoved(migrations.byId(started.id()).orElseThrow(), request);
    assertThat(alarms(request)).isEqualTo(alarms);
    assertConsistent(request);
  }

  @Test
  void noRequestMovesWhileItIsPaused() {
    SwapModel swap = published();
    Request[] all = {open(swap), open(swap), open(swap)};
    publish(changed(swap));
    Migration started = migrations.start(plans.plan(swap.key(), Wanted.newest()), "owner.phone-swap");
    assertThat(work.work(1)).isEqualTo(1);

    unitOfWork.run(() -> migrations.pause(started.id()));
    assertThat(work.work(10)).isZero();
    assertThat(migrations.byId(started.id()).orElseThrow().pending()).isEqualTo(2);
    assertThatThrownBy(() -> migrations.pause(started.id())).isInstanceOf(MigrationRefused.class).hasMessageContaining("paused already");

    unitOfWork.run(() -> migrations.goOn(started.id()));
    work.work(10);
    assertMoved(migrations.byId(started.id()).orElseThrow(), all);
  }

  @Test
  void ofOneTypeOnlyOneGoesOnAtATime() {
    SwapModel swap = published();
    open(swap);
    publish(changed(swap));
    MigrationPlan plan = plans.plan(swap.key(), Wanted.newest());

    List<Object> both = atOnce(() -> begun(plan), () -> begun(plan));

    assertThat(both).filteredOn(Migration.class::isInstance).hasSize(1);
    assertThat(both).filteredOn(MigrationRefused.class::isInstance).hasSize(1);
    work.work(10);
  }

  private Object begun(MigrationPlan plan) {
    try {
      return unitOfWork.of(() -> migrations.start(plan, "owner.phone-swap"));
    } catch (MigrationRefused refused) {
      return refused;
    }
  }

  @Test
  void severalOldVersionsMoveAtOnce() {
    SwapModel swap = published();
    Request first = open(swap);
    publish(changed(swap));
    Request second = open(swap);
    publish(changed(swap).property(SHIP, "sla", "PT2H"));
    MigrationPlan plan = plans.plan(swap.key(), Wanted.newest());
    assertThat(plan.legs()).extracting(MigrationPlan.Leg::number).containsExactly(2, 1);

    assertMoved(move(swap), first, second);
  }

  @Test
  void whereverTheyStandTheyMoveAndFinish() {
    SwapModel swap = published();
    Random random = new Random(20_260_302);
    Request[] all = IntStream.range(0, 20).mapToObj(each -> standingOn(swap,
        List.of(AGREE, RESERVE, CHANGE_PLAN, ACTIVATE, SHIP, CALL).get(random.nextInt(6)))).toArray(Request[]::new);
    letRunLate(all[0], people.steps(all[0]).get(0));
    publish(MoveRequestsTest.withoutShipping(changed(swap)).property(ACTIVATE, "sla", "PT6H"));

    Migration done = move(swap, new Wanted(null, random.nextBoolean(), Map.of(1, Map.of(SHIP, "UserTask_DeliverPhone"))));

    assertMoved(done, all);
    assertConsistent(all);
    for (Request request : all) {
      finish(request);
      assertThat(ladders(request)).isZero();
      assertThat(entries(request, JournalKind.CLOSED)).isEqualTo(1);
    }
    assertConsistent(all);
  }
}
