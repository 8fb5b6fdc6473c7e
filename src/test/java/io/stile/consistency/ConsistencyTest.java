package io.stile.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.customer.Customer;
import io.stile.customer.DeviceClass;
import io.stile.customer.Tier;
import io.stile.engine.CaseKey;
import io.stile.engine.CaseKey;
import io.stile.handover.NewHandOver;
import io.stile.promise.NewPromise;
import io.stile.request.LeftOver;
import io.stile.request.Merging.Merge;
import io.stile.request.Request;
import io.stile.work.WaitsFor;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Each test breaks something in a transaction that is rolled back, and looks at the findings about its own request. Those that move
 * the clock are outside of it: a clock whose move is rolled back would go back.
 */
class ConsistencyTest extends Breakage {

  @Test
  void findsNothingInRequestsAtWork() {
    Request open = people.phoneSwap();
    Request going = swapWithPlanAgreed();
    Request withdrawn = people.phoneSwap();
    closing.withdraw(number(withdrawn), "front1", "Does not want it any more.");
    Request dispute = people.billingDispute(people.customerOf(Tier.STANDARD, "EUR"), "front1", 500_00);

    assertThat(List.of(open, going, withdrawn, dispute)).allSatisfy(request -> assertThat(findings(request)).isEmpty());
  }

  @Test
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  void findsNothingWhileWarningsLateTasksAndLaddersRun() {
    Request request = people.phoneSwap();
    for (int hour = 0; hour < 30; hour++) {
      clock.advance(Duration.ofHours(1));
      engine.runDue(clock.now());
      assertThat(findings(request)).as("after hour " + hour).isEmpty();
    }
    assertThat(people.steps(request)).contains("UserTask_DecideAboutLateTask");
  }

  @Test
  void findsAContactThatWasLeftWithAMergedRequest() {
    Customer customer = people.customerInGoodStanding();
    Request merged = people.phoneSwap(customer, "front1");
    Request into = people.phoneSwap(customer, "front1");
    merging.merge(new Merge(number(merged), number(into), "", false), "front1");
    assertThat(findings(into)).isEmpty();
    expectFound("requests-merged", merged, "update interaction set request_number = ? where id = ?", number(merged),
        merged.interaction());
  }

  @Test
  void findsARequestThatIsOpenAgainWithoutARecordOfIt() {
    Request request = people.phoneSwap(people.customerWith(LocalDate.parse("2021-05-01"), 9_900L, DeviceClass.STANDARD), "front1");
    people.complete(request, "UserTask_ExplainWhyNot", "front1", Map.of());
    reopenings.reopen(number(request), "front1", "Does not work", null);
    assertThat(findings(request)).isEmpty();
    assertThat(jdbc.sql("update reopening set ended_at = at where request = ?").param(number(request)).update()).isEqualTo(1);
    assertThat(findings(request)).extracting(Finding::check).contains("requests-reopened", "requests-run", "reopened-run");
  }

  @Test
  void findsAnOpenRequestWhoseProcessHasGone() {
    Request request = people.phoneSwap();
    Request other = people.phoneSwap();
    assertThat(jdbc.sql("update act_ru_execution set business_key_ = ? where business_key_ = ?")
        .params(number(other), number(request)).update()).isPositive();

    assertThat(findings(request)).extracting(Finding::check).contains("requests-run", "promises-watched", "tasks-wait");
    assertThat(findings(other)).extracting(Finding::check).contains("requests-run");
  }

  @Test
  void findsAProcessOfARequestThatHasEnded() {
    Request request = people.phoneSwap();
    closing.withdraw(number(request), "front1", "Does not want it any more.");
    processes.start("phone-swap", new CaseKey(number(people.phoneSwap())), Map.of());
    jdbc.sql("update act_ru_execution set business_key_ = ? where id_ = (select max(id_) from act_ru_execution where parent_id_ is null)")
        .param(number(request)).update();

    assertThat(findings(request)).extracting(Finding::check).contains("requests-run");
  }

  @Test
  void findsAProcessForNoRequest() {
    Request request = people.phoneSwap();
    jdbc.sql("update act_ru_execution set business_key_ = 'SR-0' where business_key_ = ?").param(number(request)).update();

    assertThat(consistency.check(ALL).findings()).anySatisfy(finding -> {
      assertThat(finding.check()).isEqualTo("requests-run");
      assertThat(finding.found()).isEqualTo("'SR-0'");
    });
  }

  @Test
  void findsARequestThatRunsOnAnotherVersion() {
    Request request = people.phoneSwap();
    expectFound("requests-run", request, "update request set model = 'phone-swap:0:old' where number = ?", number(request));
  }

  private Request offered() {
    Request request = people.phoneSwap();
    handOvers.offer(new NewHandOver(number(request), null, "billing1", "I am on leave", null, "front1"));
    return request;
  }

  @Test
  void findsAnOfferWhoseProcessIsAboutAnotherOne() {
    Request request = offered();
    assertThat(findings(request)).isEmpty();
    assertThat(jdbc.sql("update act_ru_variable set text_ = '0' where name_ = 'subject' and proc_inst_id_ in "
        + "(select id_ from act_ru_execution where business_key_ = ?)").param(number(request)).update()).isPositive();
    assertThat(findings(request)).extracting(Finding::check).contains("hand-overs-run");
  }

  @Test
  void findsAnOfferOfSomebodyWhoIsNotTheOwner() {
    Request request = offered();
    expectFound("hand-overs-of-owners", request, "update hand_over set giver = 'front2' where request = ?", number(request));
  }

  @Test
  void findsAPromiseThatNobodyWatches() {
    Request request = people.phoneSwap();
    expectFound("promises-watched", request, "update act_ru_variable set text_ = '0' where name_ = 'promise' and proc_inst_id_ in "
        + "(select id_ from act_ru_execution where business_key_ = ?)", number(request));
  }

  @Test
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  void findsALadderWhoseTaskIsNotLate() {
    Request request = people.phoneSwap();
    clock.advance(Duration.ofHours(5));
    engine.runDue(clock.now());
    assertThat(findings(request)).isEmpty();

    transaction.executeWithoutResult(status -> {
      status.setRollbackOnly();
      jdbc.sql("update task set late_at = null, due_at = due_at + interval '1 day' where request = ? and step_key = 'UserTask_AgreePlanChange'")
          .param(number(request)).update();
      assertThat(findings(request)).extracting(Finding::check).contains("ladders-climbed", "alarms-of-tasks", "journal-of-tasks");
    });
  }

  @Test
  void findsATaskWithoutStepAndAStepWithoutTask() {
    Request request = people.phoneSwap();
    expectFound("tasks-wait", request, "update act_ru_task set due_date_ = due_date_ + interval '1 ms' where id_ = ?",
        people.task(request, "UserTask_AgreePlanChange").step().value());
    jdbc.sql("update task set step = 'gone' where request = ? and step_key = 'UserTask_AgreePlanChange'").param(number(request)).update();

    assertThat(findings(request)).filteredOn(finding -> finding.check().equals("tasks-wait")).extracting(Finding::found)
        .containsOnly("none").hasSize(2);
  }

  @Test
  void findsALateAlarmAtAnotherInstant() {
    Request request = people.phoneSwap();
    expectFound("alarms-of-tasks", request, "update act_ru_job set duedate_ = duedate_ + interval '1 ms' "
        + "where handler_type_ = 'timer-transition' and process_instance_id_ in (select id_ from act_ru_execution where business_key_ = ?)",
        number(request));
  }

  @Test
  void findsAWarningThatIsMissing() {
    Request request = people.phoneSwap();
    expectFound("alarms-of-tasks", request, "delete from act_ru_job where handler_type_ = 'timer-task-listener' "
        + "and process_instance_id_ in (select id_ from act_ru_execution where business_key_ = ?)", number(request));
  }

  @Test
  void findsAPromiseWithoutAlarm() {
    Request request = people.phoneSwap();
    expectFound("alarms-of-promises", request, "delete from act_ru_job where handler_type_ = 'timer-intermediate-transition' "
        + "and process_instance_id_ in (select id_ from act_ru_execution where business_key_ = ?)", number(request));
  }

  @Test
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  void findsNothingWhileATaskWaitsAndWhenItGoesOn() {
    Request request = people.phoneSwap();
    long task = task(request, "UserTask_AgreePlanChange");
    waits.begin(task, WaitsFor.CUSTOMER, wednesday(), "Asks his daughter first.", "front1");
    assertThat(findings(request)).as("while it waits").isEmpty();

    clock.advance(Duration.ofHours(2));
    waits.resume(task, "front1");
    assertThat(findings(request)).as("when it goes on").isEmpty();
  }

  @Test
  void findsNothingWhenACompletionIsTakenBack() {
    Request request = people.phoneSwap();
    long task = task(request, "UserTask_AgreePlanChange");
    people.complete(request, "UserTask_AgreePlanChange", "front1", Map.of("newPlan", "medium", "dataOption", "none"));
    takeBack.takeBack(task, "front1");

    assertThat(people.steps(request)).containsExactly("UserTask_AgreePlanChange");
    assertThat(findings(request)).isEmpty();
  }

  @Test
  void findsATaskThatWaitsForEver() {
    Request request = people.phoneSwap();
    waits.begin(task(request, "UserTask_AgreePlanChange"), WaitsFor.CUSTOMER, wednesday(),
        "Asks his daughter first.", "front1");
    expectFound("waits-end", request, "delete from act_ru_job where handler_cfg_ = 'CatchEvent_ReviewDateReached' "
        + "and process_instance_id_ in (select id_ from act_ru_execution where business_key_ = ?)", number(request));
  }

  @Test
  void findsAnAlarmThatWasGivenUp() {
    Request request = people.phoneSwap();
    expectFound("alarms-alive", request, "update act_ru_job set retries_ = 0 where handler_type_ = 'timer-task-listener' "
        + "and process_instance_id_ in (select id_ from act_ru_execution where business_key_ = ?)", number(request));
  }

  @Test
  void findsAnOwnerWhoHasLeft() {
    Request request = people.phoneSwap();
    expectFound("requests-owned", request, "update employee set active = false where sign_in = ?", request.owner());
  }

  @Test
  void findsATenureOfSomebodyElse() {
    Request request = people.phoneSwap();
    expectFound("requests-owned", request, "update tenure set owner = 'front2' where request = ?", number(request));
  }

  @Test
  void findsARequestWithoutItsPromise() {
    Request request = people.phoneSwap();
    expectFound("requests-promised", request, "update promise set of_request = false where request = ?", number(request));
  }

  private Request swapWithAPromise() {
    Request request = people.phoneSwap();
    keeping.give(new NewPromise(number(request), "call back", null, clock.now().plus(Duration.ofHours(3)), null, "front1"));
    return request;
  }

  @Test
  void findsNothingWhileOnlyPromisesAreLeft() {
    Request request = swapWithAPromise();
    assertThat(findings(request)).isEmpty();
    closing.withdraw(number(request), "front1", "Does not want it any more.", LeftOver.KEEP);
    assertThat(findings(request)).isEmpty();
  }

  @Test
  void findsARequestThatStaysOpenAlthoughNothingIsLeftOfIt() {
    Request request = swapWithAPromise();
    closing.withdraw(number(request), "front1", "Does not want it any more.", LeftOver.KEEP);
    jdbc.sql("update promise set state = 'KEPT', ended_at = now() where request = ? and state = 'OPEN'").param(number(request)).update();

    assertThat(findings(request)).extracting(Finding::check).contains("only-promises-left", "promises-watched", "journal-of-promises");
  }

  @Test
  void findsAnAttemptThatTheJournalDoesNotTell() {
    Request request = swapWithAPromise();
    expectFound("journal-of-promises", request,
        "insert into promise_attempt (promise, at, by, note) select max(id), now(), 'front1', 'no answer' from promise where request = ?",
        number(request));
  }
}
