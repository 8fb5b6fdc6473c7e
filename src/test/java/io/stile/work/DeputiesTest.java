package io.stile.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stile.customer.DeviceClass;
import io.stile.engine.UnitOfWork;
import io.stile.organisation.Absence;
import io.stile.organisation.Absences;
import io.stile.organisation.Deputies;
import io.stile.request.Journal;
import io.stile.request.JournalEntry;
import io.stile.request.JournalKind;
import io.stile.request.Request;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** While somebody is absent, his work lies with his deputy, too; when he is back, it does not, whether anybody notices or not. */
@StileTest
class DeputiesTest {

  private static final String STEP = "UserTask_AgreePlanChange";

  @Autowired
  Requesting people;
  @Autowired
  Absences absences;
  @Autowired
  Deputies deputies;
  @Autowired
  Claims claims;
  @Autowired
  Waits waits;
  @Autowired
  Returns returns;
  @Autowired
  Queues queues;
  @Autowired
  TaskLookup tasks;
  @Autowired
  Journal journal;
  @Autowired
  UnitOfWork unitOfWork;
  @Autowired
  TestClock clock;

  private Request swap;
  private Task task;
  private Instant back;

  @BeforeEach
  void goOnHoliday() {
    swap = people.phoneSwap();
    task = unitOfWork.of(() -> claims.claim(people.task(swap, STEP).id(), "front4"));
    back = clock.now().plus(Duration.ofDays(2));
    absences.add(new Absence(null, "front4", clock.now(), back, Absence.Kind.VACATION, "front6"));
  }

  @AfterEach
  void comeBack() {
    List.of("front4", "front6").forEach(employee ->
        absences.notEndedOf(employee, Instant.EPOCH).forEach(absence -> absences.remove(absence.id())));
  }

  private List<Long> workOf(String employee) {
    return queues.page(QueueFilter.ofAssignee(employee).alsoOf(deputies.namesFor(employee)), null, 200).items().stream()
        .map(item -> item.task().id()).toList();
  }

  private Task now() {
    return tasks.byId(task.id()).orElseThrow();
  }

  private Map<String, String> last(JournalKind kind) {
    return journal.of(swap.number().value()).stream().filter(entry -> entry.kind() == kind).reduce((first, last) -> last)
        .map(JournalEntry::details).orElseThrow();
  }

  @Test
  @DisplayName("I-09: when the absence has ended, the substitute is no longer shown")
  void showsAtTheDeputyUntilTheAbsenceEnds() {
    assertThat(workOf("front6")).contains(task.id());
    assertThat(deputies.standsIn("front6", "front4")).isTrue();

    clock.advanceTo(back.minusMillis(1));
    assertThat(workOf("front6")).contains(task.id());
    clock.advanceTo(back);

    assertThat(workOf("front6")).doesNotContain(task.id());
    assertThat(workOf("front4")).contains(task.id());
    assertThat(deputies.absenceOf("front4")).isEmpty();
    assertThatExceptionOfType(TaskRefused.class)
        .isThrownBy(() -> people.complete(swap, STEP, "front6", Map.of("newPlan", "same", "dataOption", "none")))
        .withMessageContaining("is not yours");
    assertThat(now().assignee()).isEqualTo("front4");
  }

  @Test
  void theDeputyFinishesItAndTheJournalNamesBoth() {
    people.complete(swap, STEP, "front6", Map.of("newPlan", "same", "dataOption", "none"));

    assertThat(now().state()).isEqualTo(Task.State.DONE);
    assertThat(now().assignee()).as("who did it").isEqualTo("front6");
    assertThat(last(JournalKind.TASK_COMPLETED)).containsEntry("insteadOf", "front4");
  }

  @Test
  void theDeputyHasItWaitAndReturnsItAndPutsItBack() {
    unitOfWork.run(() -> waits.begin(task.id(), WaitsFor.CUSTOMER, clock.now().plus(Duration.ofDays(1)), "Which plan?", "front6"));
    assertThat(last(JournalKind.TASK_WAITS)).containsEntry("insteadOf", "front4");
    unitOfWork.run(() -> waits.resume(task.id(), "front6"));
    assertThat(unitOfWork.of(() -> claims.claim(task.id(), "front6")).assignee()).as("he has it already").isEqualTo("front4");
    unitOfWork.run(() -> claims.release(task.id(), "front6"));
    assertThat(last(JournalKind.TASK_RELEASED)).containsEntry("insteadOf", "front4");
    unitOfWork.run(() -> claims.claim(task.id(), "front4"));

    unitOfWork.run(() -> returns.giveBack(task.id(), "information-missing", "Which plan?", "front6"));

    assertThat(last(JournalKind.TASK_RETURNED)).containsEntry("insteadOf", "front4");
  }

  @Test
  void nobodyElseMayAndWhatIsTheDeputysOwnIsNotTheAbsentOnes() {
    assertThat(claims.has(task, "front2")).isFalse();
    Request other = people.phoneSwap();
    Task own = unitOfWork.of(() -> claims.claim(people.task(other, STEP).id(), "front6"));
    assertThat(claims.has(own, "front4")).isFalse();
    assertThat(workOf("front4")).doesNotContain(own.id());
  }

  @Test
  void aStepForTheOwnerIsTheDeputysToo() {
    Request owned = unitOfWork.of(() -> people.phoneSwap(people.customerWith(LocalDate.parse("2021-05-01"), 9_900L,
        DeviceClass.STANDARD), "front4"));
    Task explain = people.task(owned, "UserTask_ExplainWhyNot");

    assertThat(workOf("front6")).contains(explain.id());
    assertThat(claims.whyNot(explain, "front6")).isEmpty();
  }

  @Test
  void aDeputyOfADeputyGetsNothing() {
    absences.add(new Absence(null, "front6", back, back.plus(Duration.ofDays(1)), Absence.Kind.OTHER, "front3"));
    clock.advanceTo(back);

    assertThat(workOf("front3")).doesNotContain(task.id());
    assertThat(deputies.namesFor("front3")).containsExactly("front6");
  }
}
