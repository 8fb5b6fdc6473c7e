package io.stile.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stile.engine.CaseKey;
import io.stile.engine.Timers.Pending;
import io.stile.request.Answers;
import io.stile.request.Clocks;
import io.stile.request.JournalKind;
import io.stile.request.Request;
import io.stile.sla.ClockState;
import io.stile.work.Claims;
import io.stile.work.TakeBack;
import io.stile.work.Task;
import io.stile.work.TaskForms;
import io.stile.work.TaskRefused;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A completion that was a mistake. */
class TakeBackTest extends DisputeStory {

  private static final String AGREE = "UserTask_AgreePlanChange";
  private static final String RESERVE = "UserTask_ReserveHandset";
  private static final String PLAN = "UserTask_ChangePlanAndDataOption";
  private static final String ALTERNATIVE = "UserTask_AgreeAlternative";
  private static final String ACTIVATE = "UserTask_ActivateSim";

  @Autowired
  TakeBack takeBack;
  @Autowired
  Claims claims;
  @Autowired
  Answers answers;
  @Autowired
  TaskForms forms;
  @Autowired
  JdbcClient jdbc;

  @Test
  void theSameTaskWaitsAgainAsItWas() {
    Request swap = swap();
    Task before = claims.claim(people.task(swap, AGREE).id(), "front1");
    agree(swap);
    time.advance(Duration.ofMinutes(5));

    takeBack(before, "front1");

    Task again = people.task(swap, AGREE);
    assertThat(people.steps(swap)).containsExactly(AGREE);
    assertThat(again.id()).isEqualTo(before.id());
    assertThat(again.assignee()).isEqualTo("front1");
    assertThat(again.state()).isEqualTo(Task.State.CLAIMED);
    assertThat(again.dueAt()).isEqualTo(before.dueAt());
    assertThat(again.endedAt()).isNull();
    assertThat(again.version()).isGreaterThan(before.version());
    assertThat(clocks.clock(swap.number().value(), Clocks.ofTask(before.id())).orElseThrow().state(clock.now()))
        .isEqualTo(ClockState.RUNNING);
    assertDates(swap);
    assertThat(journal(swap, JournalKind.TASK_TAKEN_BACK)).singleElement()
        .satisfies(entry -> assertThat(entry.actor()).isEqualTo("front1"));
    assertThat(count(swap, JournalKind.TASK_CANCELLED, "Reserve the handset")).isEqualTo(1);
    assertThat(count(swap, JournalKind.TASK_STARTED, again.name())).isEqualTo(1);
  }

  @Test
  void goesOnAsIfItHadNeverBeenDone() {
    Request swap = swap();
    Task agree = claims.claim(people.task(swap, AGREE).id(), "front1");
    agree(swap);
    takeBack(agree, "front1");

    complete(swap, AGREE, "front1", Map.of("newPlan", "small", "dataOption", "none"));

    assertThat(people.steps(swap)).containsExactly(PLAN, RESERVE);
    assertThat(answers.latest(swap.number().value())).containsEntry("newPlan", "small");
    assertThat(answers.of(swap.number().value())).hasSize(2);
    takeBack(agree, "front1");
    agree(swap);
    complete(swap, RESERVE, "logistics1", Map.of("inStock", "yes"));
    complete(swap, PLAN, "billing1", Map.of());
    assertThat(people.steps(swap)).containsExactly(ACTIVATE);
  }

  @Test
  void whatWasEnteredStandsInTheFormAgainButCountsNoMore() {
    Request swap = swap();
    Task agree = claims.claim(people.task(swap, AGREE).id(), "front1");
    agree(swap);

    takeBack(agree, "front1");

    assertThat(forms.shown(people.task(swap, AGREE))).containsEntry("newPlan", "medium");
    assertThat(answers.latest(swap.number().value())).doesNotContainKey("newPlan");
  }

  @Test
  void theNamesThatTheCompletionChangedAreAsBefore() {
    Request swap = standingOn(ALTERNATIVE);
    Task reserve = task(swap, RESERVE);
    assertThat(variables(swap)).containsEntry("inStock", "no");

    takeBack(reserve, "logistics1");

    assertThat(people.steps(swap)).containsExactly(PLAN, RESERVE);
    assertThat(variables(swap).get("inStock")).isNull();
    complete(swap, RESERVE, "logistics1", Map.of("inStock", "yes"));
    assertThat(people.steps(swap)).containsExactly(PLAN);
  }

  @Test
  void oneBranchIsTakenBackWhileTheOtherGoesOn() {
    Request swap = standingOn(RESERVE);
    Task plan = claims.claim(people.task(swap, PLAN).id(), "billing1");
    complete(swap, RESERVE, "logistics1", Map.of("inStock", "yes"));

    takeBack(task(swap, RESERVE), "logistics1");

    assertThat(people.steps(swap)).containsExactly(PLAN, RESERVE);
    assertThat(tasks.byId(plan.id())).contains(plan);
    assertDates(swap);
    complete(swap, PLAN, "billing1", Map.of());
    assertThat(people.steps(swap)).containsExactly(RESERVE);
    complete(swap, RESERVE, "logistics1", Map.of("inStock", "yes"));
    assertThat(people.steps(swap)).containsExactly(ACTIVATE);
  }

  @Test
  void behindAJoinWhatFollowedTheJoinCounts() {
    Request swap = standingOn(RESERVE);
    complete(swap, RESERVE, "logistics1", Map.of("inStock", "yes"));
    complete(swap, PLAN, "billing1", Map.of());
    assertThat(people.steps(swap)).containsExactly(ACTIVATE);

    refused(task(swap, RESERVE), "logistics1", "has gone on");
    takeBack(task(swap, PLAN), "billing1");

    assertThat(people.steps(swap)).containsExactly(PLAN);
    assertDates(swap);
    complete(swap, PLAN, "billing1", Map.of());
    assertThat(people.steps(swap)).containsExactly(ACTIVATE);
    takeBack(task(swap, PLAN), "billing1");
    takeBack(task(swap, RESERVE), "logistics1");
    assertThat(people.steps(swap)).containsExactly(PLAN, RESERVE);
    complete(swap, PLAN, "billing1", Map.of());
    complete(swap, RESERVE, "logistics1", Map.of("inStock", "yes"));
    assertThat(people.steps(swap)).containsExactly(ACTIVATE);
    claims.claim(people.task(swap, ACTIVATE).id(), "network1");
    refused(task(swap, RESERVE), "logistics1", "“Activate SIM and move the number” is not untouched");
  }

  @Test
  void aLeadMayButNobodyElse() {
    Request swap = swap();
    agree(swap);
    Task agree = task(swap, AGREE);

    assertThatThrownBy(() -> takeBack(agree, "front2")).isInstanceOfSatisfying(TaskRefused.class,
        refused -> assertThat(refused.kind()).isEqualTo(TaskRefused.Kind.FORBIDDEN)).hasMessageContaining("Only Amara Diallo");
    assertThatThrownBy(() -> takeBack(agree, "logistics.lead")).isInstanceOf(TaskRefused.class);
    takeBack(agree, "front.lead");

    assertThat(people.task(swap, AGREE).assignee()).isEqualTo("front1");
  }

  @Test
  void notOnceSomebodyHasClaimedWhatFollowed() {
    Request swap = swap();
    agree(swap);
    Task reserve = claims.claim(people.task(swap, RESERVE).id(), "logistics1");

    refused(task(swap, AGREE), "front1", "“Reserve the handset” is not untouched any more");
    claims.release(reserve.id(), "logistics1");
    takeBack(task(swap, AGREE), "front1");

    assertThat(people.steps(swap)).containsExactly(AGREE);
  }

  @Test
  void notOnceSomebodyHasCompletedWhatFollowed() {
    Request swap = swap();
    agree(swap);
    complete(swap, RESERVE, "logistics1", Map.of("inStock", "yes"));

    refused(task(swap, AGREE), "front1", "has completed it");
  }

  @Test
  void whatTheOwnerIsGivenByItselfIsNotWorkedOnYet() {
    Request swap = standingOn(ALTERNATIVE);
    assertThat(people.task(swap, ALTERNATIVE).assignee()).isEqualTo("front1");

    takeBack(task(swap, RESERVE), "logistics1");

    assertThat(people.steps(swap)).contains(RESERVE).doesNotContain(ALTERNATIVE);
  }

  @Test
  void notOnceTheCustomerWasGrantedACredit() {
    Request dispute = disputeOn(INVESTIGATE);
    investigate(dispute, true);
    complete(dispute, POST, "billing1", Map.of());
    assertThat(granted(dispute)).isNotEmpty();
    Task last = tasks.ofRequest(dispute.number().value()).stream().filter(task -> task.state() == Task.State.DONE)
        .filter(task -> takeBack.whyNot(task).orElse("").contains("granted")).findFirst().orElseThrow();

    refused(last, last.assignee(), "the customer was granted a credit");
  }

  @Test
  void notOnceTheRequestHasEnded() {
    Request swap = swap(customerWhoOwesUs());
    complete(swap, "UserTask_ExplainWhyNot", "front1", Map.of());
    assertThat(people.now(swap).isOpen()).isFalse();

    refused(task(swap, "UserTask_ExplainWhyNot"), "front1", "a request that has ended is not opened again");
  }

  @Test
  void notOnceThePauseAfterItIsOver() {
    Request swap = waitingToCallAgain(Duration.ofHours(2));
    Task call = task(swap, "UserTask_CallCustomer");
    takeBack(call, "front1");
    assertThat(people.steps(swap)).containsExactly("UserTask_CallCustomer");
    assertThat(timers.pending(new CaseKey(swap.number().value()))).extracting(Pending::element)
        .noneMatch(element -> element.contains("CallAgain"));

    Request other = waitingToCallAgain(Duration.ofHours(1));
    time.advance(Duration.ofHours(2));
    Task first = tasks.ofRequest(other.number().value()).stream().filter(task -> task.stepKey().equals("UserTask_CallCustomer"))
        .findFirst().orElseThrow();
    refused(first, "front1", "has gone on by itself");
  }

  @Test
  void aRenewedPromiseIsNotTakenBack() {
    Request swap = swap();
    travelTo(promise(swap).dueAt());
    complete(swap, RENEW, "front1", Map.of("newDue", clock.now().plus(Duration.ofDays(1)).toString(), "reason", "late"));

    refused(task(swap, RENEW), "front1", "the customer was promised a new time");
  }

  @Test
  void nobodyIsWarnedTwice() {
    Request swap = swap();
    Task agree = claims.claim(people.task(swap, AGREE).id(), "front1");
    travelTo(agree.warnAt());
    assertThat(count(swap, JournalKind.TASK_WARNED, agree.name())).isEqualTo(1);
    agree(swap);

    takeBack(agree, "front1");
    time.advance(Duration.ofSeconds(1));

    assertThat(count(swap, JournalKind.TASK_WARNED, agree.name())).isEqualTo(1);
    assertThat(timers.pending(new CaseKey(swap.number().value()))).filteredOn(timer -> timer.element().startsWith("BoundaryEvent_Agree"))
        .extracting(Pending::due).containsExactly(agree.dueAt());
  }

  @Test
  void aTaskWhoseTimeHasRunOutMeanwhileIsLateAtOnceWithItsLadder() {
    Request swap = swap();
    Task agree = claims.claim(people.task(swap, AGREE).id(), "front1");
    agree(swap);
    travelTo(agree.dueAt().plus(Duration.ofMinutes(1)));

    takeBack(agree, "front1");
    time.advance(Duration.ofMillis(1));

    assertThat(people.steps(swap)).containsExactly(AGREE, LEAD_DECIDES);
    assertThat(people.task(swap, AGREE).lateAt()).isNotNull();
    agree(swap);
    assertThat(people.steps(swap)).containsExactly(PLAN, RESERVE);
  }

  @Test
  void aTaskThatWasLateHasItsLadderAgainAndIsFoundLateOnce() {
    Request swap = swap();
    Task agree = claims.claim(people.task(swap, AGREE).id(), "front1");
    letRunLate(swap, AGREE);
    assertThat(people.steps(swap)).contains(LEAD_DECIDES);
    agree(swap);
    assertThat(people.steps(swap)).doesNotContain(LEAD_DECIDES);

    takeBack(agree, "front1");
    time.advance(Duration.ofMillis(1));

    assertThat(people.steps(swap)).containsExactly(AGREE, LEAD_DECIDES);
    assertThat(count(swap, JournalKind.TASK_LATE, agree.name())).isEqualTo(1);
    agree(swap);
    assertThat(people.steps(swap)).containsExactly(PLAN, RESERVE);
  }

  @Test
  void theLadderOfWhatFollowedEndsWithIt() {
    Request swap = swap();
    Task agree = claims.claim(people.task(swap, AGREE).id(), "front1");
    agree(swap);
    letRunLate(swap, RESERVE);
    assertThat(people.steps(swap)).contains(LEAD_DECIDES);

    takeBack(agree, "front1");

    assertThat(people.steps(swap)).containsExactly(AGREE);
    time.advance(Duration.ofMillis(1));
    assertThat(people.steps(swap)).contains(AGREE).doesNotContain(RESERVE, PLAN);
  }

  @Test
  void isRefusedForATaskThatIsNotDone() {
    Request swap = swap();

    assertThatThrownBy(() -> takeBack(people.task(swap, AGREE), "front1")).isInstanceOf(TaskRefused.class)
        .hasMessageContaining("nobody has completed it");
  }

  private void takeBack(Task task, String employee) {
    unitOfWork.run(() -> takeBack.takeBack(task.id(), employee));
  }

  private void refused(Task task, String employee, String because) {
    assertThat(takeBack.whyNot(task).orElseThrow()).contains(because);
    List<String> steps = tasks.ofRequest(task.request()).stream().map(each -> each.stepKey() + each.state()).toList();
    assertThatThrownBy(() -> takeBack(task, employee)).isInstanceOfSatisfying(TaskRefused.class,
        refused -> assertThat(refused.kind()).isEqualTo(TaskRefused.Kind.CONFLICT)).hasMessageContaining(because);
    assertThat(tasks.ofRequest(task.request()).stream().map(each -> each.stepKey() + each.state()).toList()).isEqualTo(steps);
  }

  /** The last task of a request on a step, in whatever state. */
  private Task task(Request request, String step) {
    return tasks.ofRequest(request.number().value()).stream().filter(task -> task.stepKey().equals(step))
        .reduce((first, last) -> last).orElseThrow();
  }

  private Map<String, Object> variables(Request request) {
    return runtime.getVariables(process(request, request.type()).getId());
  }
}
