package io.stile.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stile.desk.RequestViews;
import io.stile.engine.Inventory.WaitingAlarm;
import io.stile.migration.MigrationPlans.Wanted;
import io.stile.request.Closing;
import io.stile.request.JournalKind;
import io.stile.request.Request;
import io.stile.work.Claims;
import io.stile.work.TakeBack;
import io.stile.work.Task;
import io.stile.work.TaskRefused;
import io.stile.work.Waits;
import io.stile.work.WaitsFor;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What differs between two versions, and what a request brings along, one story each. */
class MoveTrapsTest extends MigrationStory {

  @Autowired
  Waits waits;
  @Autowired
  Closing closing;
  @Autowired
  TakeBack takeBack;
  @Autowired
  Claims claims;
  @Autowired
  RequestViews views;

  @Test
  void conditionsReadWhatWasAnsweredBeforeTheyExisted() {
    SwapModel swap = published();
    Request request = standingOn(swap, RESERVE);
    assertThat(steps.facts(people.task(request, RESERVE).step())).doesNotContainKey("delivery");
    publish(swap.replaced("${inStock == 'yes'}", "${inStock == 'yes' &amp;&amp; delivery == 'ship' &amp;&amp; shopAsked == null}"));

    assertMoved(move(swap), request);

    assertThat(steps.facts(people.task(request, RESERVE).step())).containsEntry("delivery", "ship");
    finish(request);
  }

  @Test
  void newTargetsHoldOnlyIfTheyAreWanted() {
    SwapModel swap = published();
    Request request = standingOn(swap, RESERVE);
    Task before = people.task(request, RESERVE);
    publish(swap.property(RESERVE, "sla", "PT1H"));
    assertMoved(move(swap), request);
    assertThat(people.task(request, RESERVE).dueAt()).isEqualTo(before.dueAt());
    assertConsistent(request);

    publish(swap.property(RESERVE, "sla", "PT2H"));
    Migration done = move(swap, new Wanted(null, true, Map.of()));

    assertThat(done.moved()).isEqualTo(1);
    Task after = people.task(request, RESERVE);
    assertThat(after.dueAt()).isEqualTo(before.dueAt().minus(Duration.ofHours(2)));
    assertThat(alarms(request)).filteredOn(alarm -> alarm.element().contains("ReserveHandset")).extracting(Alarm::due)
        .containsExactly(after.warnAt(), after.dueAt());
    assertConsistent(request);
    letRunLate(request, RESERVE);
    assertThat(ladders(request)).isEqualTo(1);
    assertConsistent(request);
  }

  @Test
  void openWorkGoesToTheNewDepartmentAndTakenWorkStays() {
    SwapModel swap = published();
    Request open = standingOn(swap, RESERVE);
    Request taken = standingOn(swap, RESERVE);
    unitOfWork.run(() -> claims.claim(people.task(taken, RESERVE).id(), "logistics1"));
    Instant due = people.task(open, RESERVE).dueAt();
    publish(swap.diagram(diagram -> diagram.replace(".reserve-handset\" camunda:formRefBinding=\"deployment\" camunda:candidateGroups=\"logistics\"",
        ".reserve-handset\" camunda:formRefBinding=\"deployment\" camunda:candidateGroups=\"network-operations\"")));

    assertMoved(move(swap), open, taken);

    assertThat(people.task(open, RESERVE)).satisfies(task -> {
      assertThat(task.department()).isEqualTo("network-operations");
      assertThat(task.dueAt()).isEqualTo(due);
    });
    assertThat(people.task(taken, RESERVE)).satisfies(task -> {
      assertThat(task.department()).isEqualTo("logistics");
      assertThat(task.assignee()).isEqualTo("logistics1");
    });
    assertConsistent(open, taken);
    people.complete(open, RESERVE, "network1", Map.of("inStock", "yes"));
    people.complete(taken, RESERVE, "logistics1", Map.of("inStock", "yes"));
  }

  @Test
  void whatWaitsForTheCustomerGoesOnWaiting() {
    SwapModel swap = published();
    Request request = standingOn(swap, RESERVE);
    unitOfWork.run(() -> claims.claim(people.task(request, RESERVE).id(), "logistics1"));
    Instant until = clock.now().plus(Duration.ofDays(1));
    unitOfWork.run(() -> waits.begin(people.task(request, RESERVE).id(), WaitsFor.CUSTOMER, until, "Which colour?", "logistics1"));
    List<Alarm> alarms = alarms(request);
    publish(swap.property(RESERVE, "sla", "PT1H"));

    move(swap, new Wanted(null, true, Map.of()));

    assertThat(alarms(request)).isEqualTo(alarms);
    assertConsistent(request);
    unitOfWork.run(() -> waits.resume(people.task(request, RESERVE).id(), "logistics1"));
    assertConsistent(request);
    letRunLate(request, RESERVE);
    assertThat(ladders(request)).isEqualTo(1);
    finish(request);
  }

  @Test
  void anInstantThatIsAwaitedComesOnce() {
    SwapModel swap = published();
    Request request = standingOn(swap, CALL);
    Instant again = clock.now().plus(Duration.ofHours(3));
    people.complete(request, CALL, "front1", Map.of("callOutcome", "no-answer", "tryAgainAt", again.atOffset(ZoneOffset.ofHours(1)).toString()));
    List<Alarm> alarms = alarms(request);
    publish(swap.replaced("Put the activated SIM in before it leaves us.", "Put the SIM in."));

    assertMoved(move(swap), request);

    assertThat(alarms(request)).isEqualTo(alarms).extracting(Alarm::element).contains("CatchEvent_TimeToCallAgain");
    while (clock.now().isBefore(again)) {
      time.advance(Duration.between(clock.now(), again));
    }
    assertThat(people.steps(request)).containsExactly(CALL);
    finish(request);
    assertConsistent(request);
  }

  @Test
  void theWithdrawalEndsItOnce() {
    SwapModel swap = published();
    Request request = standingOn(swap, CHANGE_PLAN);
    letRunLate(request, CHANGE_PLAN);
    publish(swap.replaced("Put the activated SIM in before it leaves us.", "Put the SIM in."));
    assertMoved(move(swap), request);

    unitOfWork.run(() -> closing.withdraw(request.number().value(), "front1", "The customer has changed her mind"));

    assertThat(people.now(request).state()).isEqualTo(Request.State.WITHDRAWN);
    assertThat(entries(request, JournalKind.WITHDRAWN)).isEqualTo(1);
    assertThat(ladders(request)).isZero();
    assertThat(alarms(request)).isEmpty();
    assertConsistent(request);
  }

  @Test
  void aStepThatCouldNotBeLateBeforeIsLateWhenItWasDue() {
    SwapModel now = published();
    SwapModel before = now.diagram(diagram -> diagram.replaceFirst(
        "(?s)(TimerEventDefinition_AgreePlanChangeLate\">\\s*)<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">\\$\\{stepDue}</bpmn:timeDate>",
        "$1<bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">PT900H</bpmn:timeDuration>"));
    publish(before);
    Request request = open(before);
    Task task = people.task(request, AGREE);
    publish(now.replaced("Put the activated SIM in before it leaves us.", "Put the SIM in."));

    Migration done = move(now);

    assertMoved(done, request);
    assertThat(alarms(request)).filteredOn(alarm -> alarm.kind() == WaitingAlarm.Kind.BOUNDARY).extracting(Alarm::due)
        .containsExactly(task.dueAt());
    assertConsistent(request);
    letRunLate(request, AGREE);
    assertThat(ladders(request)).isEqualTo(1);
    finish(request);
  }

  @Test
  void aStepThatCouldNotBeLateAnyMoreKeepsRequestsOnTheirVersion() {
    SwapModel swap = published();
    Request request = open(swap);
    publish(swap.diagram(diagram -> diagram.replaceFirst(
        "(?s)(TimerEventDefinition_AgreePlanChangeLate\">\\s*)<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">\\$\\{stepDue}</bpmn:timeDate>",
        "$1<bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">PT900H</bpmn:timeDuration>")));

    Migration done = move(swap);

    assertThat(reason(done, request)).contains("has nothing that tells when it is late");
    assertConsistent(request);
    finish(request);
  }

  @Test
  void whoDidAStepThatIsCalledOtherwiseMayStillNotDoTheOther() {
    SwapModel swap = published();
    Request request = standingOn(swap, CALL);
    publish(MoveRequestsTest.withoutShipping(swap).diagram(diagram -> diagram.replaceFirst(
        "(?s)(<bpmn:userTask id=\"UserTask_CallCustomer\".*?)candidateGroups=\"role-owner\"(.*?<camunda:properties>)",
        "$1candidateGroups=\"logistics\"$2<camunda:property name=\"notBy\" value=\"UserTask_DeliverPhone\" />")));

    assertMoved(move(swap, new Wanted(null, false, Map.of(1, Map.of(SHIP, "UserTask_DeliverPhone")))), request);

    long call = people.task(request, CALL).id();
    assertThat(people.task(request, CALL).department()).isEqualTo("logistics");
    assertThatThrownBy(() -> unitOfWork.run(() -> claims.claim(call, "logistics1"))).isInstanceOf(TaskRefused.class)
        .hasMessageContaining("somebody else");
    assertConsistent(request);
  }

  @Test
  void whatWasDoneBeforeIsNotTakenBack() {
    SwapModel swap = published();
    Request request = open(swap);
    long agreed = people.task(request, AGREE).id();
    agree(request);
    assertThat(takeBack.whyNot(tasks.byId(agreed).orElseThrow())).isEmpty();
    publish(swap.replaced("Put the activated SIM in before it leaves us.", "Put the SIM in."));
    assertMoved(move(swap), request);

    assertThat(takeBack.whyNot(tasks.byId(agreed).orElseThrow())).hasValueSatisfying(
        reason -> assertThat(reason).contains("another version"));
    finish(request);
  }

  @Test
  void whatWasAnsweredAtTheOpeningIsStillReadInItsForm() {
    SwapModel swap = published();
    Request request = open(swap);
    publish(swap.replaced("camunda:formRef=\"" + swap.key() + ".start\"", "camunda:formRef=\"" + swap.key() + ".begin\"")
        .renamedForm("start", "begin"));

    assertMoved(move(swap), request);

    assertThat(views.of(people.now(request), ZoneId.of("Europe/Berlin")).story().answers()).isNotEmpty();
    finish(request);
  }

  @Test
  void whatWaitsForTheEngineItselfGoesOnInTheNewVersion() {
    SwapModel swap = published();
    publish(swap.replaced("<bpmn:userTask id=\"UserTask_AgreePlanChange\"", "<bpmn:userTask camunda:asyncBefore=\"true\" id=\"UserTask_AgreePlanChange\""));
    Request request = open(swap);
    assertThat(people.steps(request)).isEmpty();
    publish(swap.replaced("<bpmn:userTask id=\"UserTask_AgreePlanChange\"", "<bpmn:userTask camunda:asyncBefore=\"true\" id=\"UserTask_AgreePlanChange\"")
        .replaced("Put the activated SIM in before it leaves us.", "Put the SIM in."));

    Migration done = move(swap);
    time.advance(Duration.ofMillis(1));

    assertMoved(done, request);
    assertThat(people.task(request, AGREE).model()).isEqualTo(done.target());
    assertConsistent(request);
    finish(request);
  }

  @Test
  void stepsOfTheNewVersionStillWarnAfterOthersHaveMovedToIt() {
    SwapModel swap = published();
    Request moved = open(swap);
    publish(swap.replaced("Put the activated SIM in before it leaves us.", "Put the SIM in."));
    assertMoved(move(swap), moved);

    Request opened = open(swap);

    assertThat(alarms(opened)).filteredOn(alarm -> alarm.kind() == WaitingAlarm.Kind.WARNING).hasSize(1);
    assertConsistent(moved, opened);
  }
}
