package io.stile.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stile.desk.RequestViews;
import io.stile.draft.DraftOf;
import io.stile.draft.DraftSave;
import io.stile.draft.Drafts;
import io.stile.engine.Inventory.WaitingAlarm;
import io.stile.migration.MigrationPlans.Wanted;
import io.stile.request.Closing;
import io.stile.request.JournalKind;
import io.stile.request.Request;
import io.stile.work.Claims;
import io.stile.work.Returns;
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

  private static final String REMINDER = """
      <bpmn:subProcess id="SubProcess_Reminder" name="Reminder" triggeredByEvent="true">
        <bpmn:startEvent id="StartEvent_TimeOver" name="Half an hour is over" isInterrupting="false"><bpmn:outgoing>Flow_Reminder</bpmn:outgoing>
          <bpmn:timerEventDefinition id="Timer_TimeOver"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT30M</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:startEvent>
        <bpmn:endEvent id="EndEvent_Reminded" name="Reminded"><bpmn:extensionElements><camunda:properties><camunda:property name="outcome" value="none" /></camunda:properties></bpmn:extensionElements><bpmn:incoming>Flow_Reminder</bpmn:incoming></bpmn:endEvent>
        <bpmn:sequenceFlow id="Flow_Reminder" sourceRef="StartEvent_TimeOver" targetRef="EndEvent_Reminded" />
      </bpmn:subProcess>
      <bpmn:subProcess id="SubProcess_Withdrawal\"""";

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
  @Autowired
  Drafts drafts;
  @Autowired
  Returns returns;
  @Autowired
  StepDifferences differences;

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
    publish(reservedElsewhere(swap));

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

  /** The reservation is work of network operations from now on. */
  static SwapModel reservedElsewhere(SwapModel swap) {
    return swap.diagram(diagram -> diagram.replace(".reserve-handset\" camunda:formRefBinding=\"deployment\" camunda:candidateGroups=\"logistics\"",
        ".reserve-handset\" camunda:formRefBinding=\"deployment\" camunda:candidateGroups=\"network-operations\""));
  }

  @Test
  void takenWorkThatIsPutBackGoesToTheNewDepartment() {
    SwapModel swap = published();
    Request released = standingOn(swap, RESERVE);
    Request returned = standingOn(swap, RESERVE);
    long back = people.task(released, RESERVE).id();
    long away = people.task(returned, RESERVE).id();
    Instant due = people.task(released, RESERVE).dueAt();
    for (long taken : new long[] {back, away}) {
      unitOfWork.run(() -> claims.claim(taken, "logistics1"));
    }
    unitOfWork.run(() -> returns.giveBack(away, "information-missing", "Which colour?", "logistics1"));
    publish(reservedElsewhere(swap));
    MigrationPlan plan = plans.plan(swap.key(), Wanted.newest());
    assertThat(differences.between(plan.legs().get(0).from(), RESERVE, plan.target(), RESERVE)).singleElement().asString()
        .matches("For Network operations instead of Logistics; 1 that is taken stays until put back: 1 with .+\\.");
    assertMoved(move(swap), released, returned);
    assertThat(people.task(released, RESERVE).department()).isEqualTo("logistics");

    unitOfWork.run(() -> claims.release(back, "logistics1"));
    unitOfWork.run(() -> returns.sendOn(away, "Blue.", "front1"));

    assertThat(people.task(released, RESERVE)).satisfies(task -> {
      assertThat(task.department()).isEqualTo("network-operations");
      assertThat(task.state()).isEqualTo(Task.State.OPEN);
      assertThat(task.dueAt()).isEqualTo(due);
    });
    assertThat(people.task(returned, RESERVE).department()).isEqualTo("network-operations");
    assertConsistent(released, returned);
    people.complete(released, RESERVE, "network1", Map.of("inStock", "yes"));
    people.complete(returned, RESERVE, "network1", Map.of("inStock", "yes"));
  }

  @Test
  void whatWaitsInTheQueueGoesToTheNewDepartmentAndGoesOnWaiting() {
    SwapModel swap = published();
    Request request = standingOn(swap, RESERVE);
    long id = people.task(request, RESERVE).id();
    unitOfWork.run(() -> claims.claim(id, "logistics1"));
    unitOfWork.run(() -> waits.begin(id, WaitsFor.CUSTOMER, clock.now().plus(Duration.ofDays(1)), "Which colour?", "logistics1"));
    unitOfWork.run(() -> claims.release(id, "logistics1"));
    Task before = people.task(request, RESERVE);
    publish(reservedElsewhere(swap));

    assertMoved(move(swap), request);

    assertThat(people.task(request, RESERVE)).usingRecursiveComparison().ignoringFields("model", "department", "version").isEqualTo(before);
    assertThat(people.task(request, RESERVE).department()).isEqualTo("network-operations");
    assertConsistent(request);
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
    assertThat(views.diagram(people.now(request)).done()).contains(DELIVER).doesNotContain(SHIP);
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
  void whatBeginsAtAnInstantDoesNotBeginAgain() {
    SwapModel swap = SwapModel.of("swap-reminder").replaced("<bpmn:subProcess id=\"SubProcess_Withdrawal\"", REMINDER);
    publish(swap);
    Request request = standingOn(swap, RESERVE);
    assertThat(alarms(request)).extracting(Alarm::element).contains("SubProcess_Reminder");
    time.advance(Duration.ofMinutes(31));
    List<Alarm> alarms = alarms(request);
    assertThat(alarms).extracting(Alarm::element).doesNotContain("SubProcess_Reminder");
    publish(swap.replaced("Put the activated SIM in before it leaves us.", "Put the SIM in."));

    assertMoved(move(swap), request);

    assertThat(alarms(request)).isEqualTo(alarms);
    finish(request);
  }

  @Test
  void whatWasTypedAndIsNotAskedAnyMoreIsNotLostWithoutAWord() {
    SwapModel swap = published();
    Request request = standingOn(swap, RESERVE);
    Task task = people.task(request, RESERVE);
    unitOfWork.run(() -> claims.claim(task.id(), "logistics1"));
    drafts.keep(new DraftSave(drafts.newId(), DraftOf.task(request.customer(), request.number().value(), task.id()), "page", 1, 0,
        Map.of("alternatives", "Pebble 2")), "logistics1");
    publish(swap.form("reserve-handset", form -> form.replace("\"key\": \"alternatives\"", "\"key\": \"otherHandsets\"")));

    assertMoved(move(swap), request);

    assertThat(journal.of(request.number().value())).filteredOn(entry -> entry.kind() == JournalKind.VERSION_CHANGED)
        .singleElement().satisfies(entry -> assertThat(entry.details().get("changes")).contains("does not ask for", "had typed something"));
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
