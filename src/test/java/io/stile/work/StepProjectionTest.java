package io.stile.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stile.customer.DeviceClass;
import io.stile.engine.CaseKey;
import io.stile.engine.ModelStep;
import io.stile.engine.StepContext;
import io.stile.engine.StepDates;
import io.stile.engine.StepId;
import io.stile.organisation.Calendars;
import io.stile.request.Request;
import io.stile.sla.Target;
import io.stile.sla.WorkingCalendar;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.testkit.TestClock;
import io.stile.web.Refused.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of a step when it begins: who receives it, when it is due, and who may not do it. */
@StileTest
class StepProjectionTest {

  @Autowired
  StepProjection projection;
  @Autowired
  Requesting people;
  @Autowired
  Claims claims;
  @Autowired
  Completion completion;
  @Autowired
  TaskLookup tasks;
  @Autowired
  Calendars calendars;
  @Autowired
  TransactionTemplate transaction;
  @Autowired
  TestClock clock;

  private StepContext step(Request request, String group, Map<String, String> properties, Instant at) {
    return new StepContext(new CaseKey(request.number().value()), request.model(), request.type(),
        new ModelStep("UserTask_Check", "Check it", "", group, null, properties), null, null, at);
  }

  @ParameterizedTest
  @CsvSource({"billing,PT4H,billing", "network-operations,PT2H,network-operations", "finance,P2D,finance",
      "role-owner,PT4H,front-office"})
  void aStepIsDueByTheCalendarOfWhoeverReceivesIt(String group, String sla, String calendar) {
    Request request = people.phoneSwap();
    Instant friday = Instant.parse("2026-03-06T14:20:00Z");
    StepDates.Dates dates = projection.datesOf(step(request, group, Map.of("sla", sla), friday)).orElseThrow();
    WorkingCalendar working = calendars.byKey(calendar);
    assertThat(dates.from()).isEqualTo(friday);
    assertThat(dates.due()).isEqualTo(working.due(friday, Target.parse(sla)));
    assertThat(dates.warnAt()).isAfter(friday).isBefore(dates.due());
  }

  @Test
  void warningAndCalendarAreWhatTheStepSays() {
    Request request = people.phoneSwap();
    Instant morning = Instant.parse("2026-03-06T08:00:00Z");
    Map<String, String> properties = Map.of("sla", "PT4H", "warnAt", "50", "calendar", "logistics");
    StepDates.Dates dates = projection.datesOf(step(request, "billing", properties, morning)).orElseThrow();
    assertThat(dates.due()).isEqualTo(morning.plus(Duration.ofHours(4)));
    assertThat(dates.warnAt()).isEqualTo(morning.plus(Duration.ofHours(2)));
  }

  @Test
  void aStepWithoutATargetIsNeverLate() {
    Request request = people.phoneSwap();
    assertThat(projection.datesOf(step(request, "billing", Map.of(), clock.now()))).isEmpty();
  }

  @Test
  void aStepForNobodyIsRefused() {
    Request request = people.phoneSwap();
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> projection.datesOf(step(request, "no-such", Map.of("sla", "PT1H"), clock.now())))
        .withMessageContaining("no-such").withMessageContaining("UserTask_Check");
  }

  private void undone(Runnable work) {
    transaction.executeWithoutResult(status -> {
      work.run();
      status.setRollbackOnly();
    });
  }

  private Task begin(Request request, String group, Map<String, String> properties) {
    StepId id = new StepId(UUID.randomUUID().toString());
    projection.started(id, step(request, group, properties, clock.now()), Optional.empty());
    return tasks.byStep(id).orElseThrow();
  }

  @Test
  void whoDidTheStepBeforeMayNotDoTheOneThatExcludesHim() {
    Request request = people.phoneSwap();
    people.complete(request, "UserTask_AgreePlanChange", "front2", Map.of("newPlan", "same", "dataOption", "none"));
    Map<String, String> notBy = new HashMap<>(Map.of("notBy", "UserTask_AgreePlanChange"));
    undone(() -> {
      Task task = begin(request, "front-office", notBy);
      assertThat(task.notBy()).isEqualTo("UserTask_AgreePlanChange");
      assertForbidden(() -> claims.claim(task.id(), "front2"));
      assertForbidden(() -> claims.reassign(task.id(), "front2", "front.lead", null));
      claims.claim(task.id(), "front3");
      assertThat(tasks.byId(task.id()).orElseThrow().assignee()).isEqualTo("front3");
    });
    undone(() -> {
      Task task = begin(request, "role-owner", Map.of("notBy", "UserTask_AgreePlanChange"));
      assertThat(task.assignee()).isEqualTo("front1");
    });
  }

  private static void assertForbidden(Runnable attempt) {
    assertThatExceptionOfType(TaskRefused.class).isThrownBy(attempt::run).withMessageContaining("somebody else")
        .satisfies(refused -> assertThat(refused.kind()).isEqualTo(Kind.FORBIDDEN));
  }

  @Test
  void whoeverIsExcludedCannotCompleteWhatHeHasSomehow() {
    Request request = people.phoneSwap(people.customerInGoodStanding(), "front2");
    people.complete(request, "UserTask_AgreePlanChange", "front2", Map.of("newPlan", "same", "dataOption", "none"));
    undone(() -> {
      Task task = begin(request, "role-owner", Map.of("notBy", "UserTask_AgreePlanChange"));
      assertThat(task.assignee()).isEqualTo("front2");
      assertThatExceptionOfType(TaskRefused.class).isThrownBy(() -> completion.complete(task.id(), "front2", Map.of()))
          .satisfies(refused -> assertThat(refused.kind()).isEqualTo(Kind.FORBIDDEN));
    });
  }

  @Test
  void theNextTaskIsNeverOneThatExcludesTheAsker() {
    Request request = people.phoneSwap();
    people.complete(request, "UserTask_AgreePlanChange", "front2", Map.of("newPlan", "same", "dataOption", "none"));
    undone(() -> {
      Task task = begin(request, "front-office", Map.of("notBy", "UserTask_AgreePlanChange"));
      Optional<Task> next = claims.claimNext("front2");
      while (next.isPresent()) {
        assertThat(next.get().id()).isNotEqualTo(task.id());
        next = claims.claimNext("front2");
      }
      assertThat(tasks.byId(task.id()).orElseThrow().state()).isEqualTo(Task.State.OPEN);
    });
  }

  @Test
  void aTaskOfAnotherDepartmentCannotBeTaken() {
    Request request = people.phoneSwap();
    long task = people.task(request, "UserTask_AgreePlanChange").id();
    assertThatExceptionOfType(TaskRefused.class).isThrownBy(() -> claims.claim(task, "billing1"))
        .withMessageContaining("does not belong to it").satisfies(refused -> assertThat(refused.kind()).isEqualTo(Kind.FORBIDDEN));
    assertThatExceptionOfType(TaskRefused.class).isThrownBy(() -> claims.claim(task, "nobody"));
    assertThatExceptionOfType(TaskRefused.class).isThrownBy(() -> claims.claim(-1, "front1"))
        .satisfies(refused -> assertThat(refused.kind()).isEqualTo(Kind.UNKNOWN));
  }

  @Test
  void onlyTheAssigneeReleasesAndWhatIsForOneAloneStaysHis() {
    Request request = people.phoneSwap(people.customerWith(LocalDate.parse("2021-05-01"), 9_900L,
        DeviceClass.STANDARD), "front1");
    long task = people.task(request, "UserTask_ExplainWhyNot").id();
    assertThatExceptionOfType(TaskRefused.class).isThrownBy(() -> claims.release(task, "front1"))
        .withMessageContaining("personally");
    assertThatExceptionOfType(TaskRefused.class).isThrownBy(() -> claims.release(task, "front2"))
        .withMessageContaining("has it");
  }

  @Test
  void reasonsOfAReassignmentAreText() {
    Request request = people.phoneSwap();
    long task = people.task(request, "UserTask_AgreePlanChange").id();
    assertThatExceptionOfType(TaskRefused.class).isThrownBy(() -> claims.reassign(task, "front2", "front.lead", "a\0b"))
        .satisfies(refused -> assertThat(refused.kind()).isEqualTo(Kind.INVALID));
    assertThat(people.task(request, "UserTask_AgreePlanChange").state()).isEqualTo(Task.State.OPEN);
  }
}
