package io.stile.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.request.JournalKind;
import io.stile.request.Request;
import io.stile.work.Task;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Requests that move keep what they have: tasks, dates, alarms, escalations. */
class MoveRequestsTest extends MigrationStory {

  @Test
  void keepTasksAndAlarmsWhereOnlyWordsHaveChanged() {
    SwapModel swap = published();
    Request parallel = standingOn(swap, CHANGE_PLAN);
    Request late = standingOn(swap, SHIP);
    List<Alarm> alarms = alarms(parallel);
    Task before = people.task(parallel, CHANGE_PLAN);
    publish(swap.replaced("Change plan and data option of the contract to what was agreed with the customer.", "Change them."));

    Migration done = move(swap);

    assertMoved(done, parallel, late);
    assertThat(alarms(parallel)).isEqualTo(alarms).isNotEmpty();
    Task after = people.task(parallel, CHANGE_PLAN);
    assertThat(after.model()).isEqualTo(done.target());
    assertThat(after).usingRecursiveComparison().ignoringFields("model").isEqualTo(before);
    assertConsistent(parallel, late);
    finish(parallel);
    finish(late);
    assertConsistent(parallel, late);
  }

  @Test
  void startNoEscalationTwiceAndRingNoAlarmAgainThatHasGoneOff() {
    SwapModel swap = published();
    Request request = standingOn(swap, AGREE);
    letRunLate(request, AGREE);
    assertThat(ladders(request)).isEqualTo(1);
    List<Alarm> alarms = alarms(request);
    publish(swap.replaced("Agree plan and data option that go with the new handset.", "Agree them."));

    assertMoved(move(swap), request);

    assertThat(alarms(request)).isEqualTo(alarms);
    time.advance(java.time.Duration.ofMinutes(1));
    assertThat(ladders(request)).isEqualTo(1);
    assertThat(entries(request, JournalKind.TASK_LATE)).isEqualTo(1);
    assertConsistent(request);
    agree(request);
    assertThat(ladders(request)).isZero();
    finish(request);
    assertConsistent(request);
  }

  @Test
  void areLateOnceAfterTheyHaveMoved() {
    SwapModel swap = published();
    Request request = standingOn(swap, AGREE);
    publish(swap.replaced("Agree plan and data option that go with the new handset.", "Agree them."));
    assertMoved(move(swap), request);

    letRunLate(request, AGREE);

    assertThat(ladders(request)).isEqualTo(1);
    assertThat(entries(request, JournalKind.TASK_LATE)).isEqualTo(1);
    assertThat(entries(request, JournalKind.TASK_WARNED)).isEqualTo(1);
    assertConsistent(request);
    finish(request);
  }

  @Test
  void stayAndSayWhyWhereTheirStepIsGone() {
    SwapModel swap = published();
    Request gone = standingOn(swap, SHIP);
    Request moves = standingOn(swap, CALL);
    publish(withoutShipping(swap));
    DryRun dryRun = plans.dryRun(plans.plan(swap.key(), MigrationPlans.Wanted.newest()));

    Migration done = move(swap);

    assertThat(dryRun.summary()).isEqualTo("1 of 2 requests move to version 2; 1 stays. "
        + "1: It stands at “Ship or hand out the handset”, which is gone.");
    assertThat(done.moved()).isEqualTo(1);
    assertThat(reason(done, gone)).isEqualTo("It stands at “Ship or hand out the handset”, which is gone.");
    assertThat(people.now(gone).model()).isNotEqualTo(done.target());
    assertConsistent(gone, moves);
    finish(gone);
    finish(moves);
  }

  /** The step is called otherwise, by id and by label. */
  static SwapModel withoutShipping(SwapModel swap) {
    return swap.replaced("ShipOrHandOutHandset", "DeliverPhone").replaced("Ship or hand out the handset", "Deliver the phone")
        .diagram(diagram -> diagram.replace("camunda:formRef=\"" + swap.key() + ".ship-or-hand-out-handset\"",
            "camunda:formRef=\"" + swap.key() + ".call-customer\""));
  }

  @Test
  void goToTheStepThatTheyAreSentTo() {
    SwapModel swap = published();
    Request request = standingOn(swap, SHIP);
    Task before = people.task(request, SHIP);
    List<Alarm> alarms = alarms(request);
    publish(withoutShipping(swap));

    Migration done = move(swap, new MigrationPlans.Wanted(null, false, Map.of(1, Map.of(SHIP, "UserTask_DeliverPhone"))));

    assertMoved(done, request);
    Task after = people.task(request, "UserTask_DeliverPhone");
    assertThat(after.name()).isEqualTo("Deliver the phone");
    assertThat(after.id()).isEqualTo(before.id());
    assertThat(after.dueAt()).isEqualTo(before.dueAt());
    assertThat(alarms(request)).extracting(Alarm::due).isEqualTo(alarms.stream().map(Alarm::due).toList());
    assertConsistent(request);
    letRunLate(request, "UserTask_DeliverPhone");
    assertThat(ladders(request)).isEqualTo(1);
    assertConsistent(request);
  }
}
