package io.stile.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stile.organisation.Employee;
import io.stile.organisation.NewEmployee;
import io.stile.organisation.Organisation;
import io.stile.request.Journal;
import io.stile.request.JournalKind;
import io.stile.request.Request;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.web.Refused.Kind;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@StileTest
class ClaimsTest {

  private static final String AGREE = "UserTask_AgreePlanChange";
  private static final Map<String, Object> AGREED = Map.of("newPlan", "medium", "dataOption", "none");

  @Autowired Claims claims;
  @Autowired Completion completion;
  @Autowired Requesting people;
  @Autowired Organisation organisation;
  @Autowired Journal journal;
  @Autowired TaskTable tasks;
  @Autowired JdbcClient jdbc;

  private final List<String> temps = new ArrayList<>();
  private WorkRows rows;

  @AfterEach
  void leaveNothingInTheQueues() {
    if (rows != null) {
      rows.removeAll();
    }
    temps.forEach(temp -> {
      jdbc.sql("delete from membership where employee = ?").param(temp).update();
      organisation.setActive(temp, false);
    });
  }

  @Test
  void exactlyOneOfFiftySimultaneousClaimsWinsAndTheOthersAreToldWhoDid() throws Exception {
    List<String> fifty = employTemps(50, "front-office");
    Request swap = people.phoneSwap();
    long task = people.task(swap, AGREE).id();

    List<Object> outcomes = atOnce(fifty.stream().<Callable<Object>>map(temp -> () -> claim(task, temp)).toList());

    assertThat(outcomes).filteredOn(Task.class::isInstance).hasSize(1);
    String winner = ((Task) outcomes.stream().filter(Task.class::isInstance).findFirst().orElseThrow()).assignee();
    String name = organisation.employee(winner).map(Employee::name).orElseThrow();
    assertThat(outcomes).filteredOn(TaskRefused.class::isInstance).hasSize(49).allSatisfy(refused -> {
      assertThat(((TaskRefused) refused).kind()).isEqualTo(Kind.CONFLICT);
      assertThat(((TaskRefused) refused).getMessage()).endsWith(name + " has it");
    });
    assertThat(journal.of(swap.number().value())).filteredOn(entry -> entry.kind() == JournalKind.TASK_CLAIMED)
        .singleElement().satisfies(entry -> assertThat(entry.actor()).isEqualTo(winner));
  }

  @Test
  void tenWhoTakeTheNextTaskAtOnceGetTenDifferentOnes() throws Exception {
    List<String> ten = employTemps(10, "front-office");
    IntStream.range(0, 10).forEach(i -> people.phoneSwap());

    List<Object> taken = atOnce(ten.stream().<Callable<Object>>map(temp ->
        () -> claims.claimNext(temp).orElseThrow()).toList());

    assertThat(taken).extracting(task -> ((Task) task).id()).doesNotHaveDuplicates();
    assertThat(taken).extracting(task -> ((Task) task).assignee()).containsExactlyInAnyOrderElementsOf(ten);
  }

  @Test
  void onlyThePresentAssigneeCompletes() {
    Request swap = people.phoneSwap();
    Task task = people.task(swap, AGREE);
    refusedCompletion(task.id(), "front1", "nobody has claimed it");
    claims.claim(task.id(), "front1");
    refusedCompletion(task.id(), "front2", "Amara Diallo has it");
    refusedCompletion(task.id(), "front.lead", "Amara Diallo has it");
    claims.reassign(task.id(), "front2", "front.lead", "He knows the customer");
    refusedCompletion(task.id(), "front1", "Lukas Brandt has it");

    completion.complete(task.id(), "front2", AGREED);

    refusedCompletion(task.id(), "front2", "Lukas Brandt has completed it");
  }

  private void refusedCompletion(long task, String employee, String happened) {
    assertThatExceptionOfType(TaskRefused.class).isThrownBy(() -> completion.complete(task, employee, AGREED))
        .withMessageContaining(happened).satisfies(refused -> assertThat(refused.kind()).isEqualTo(Kind.CONFLICT));
  }

  @Test
  void aTaskThatWentAndCameBackIsNotCompletedFromTheOldPage() {
    Request swap = people.phoneSwap();
    Task seen = claims.claim(people.task(swap, AGREE).id(), "front1");
    claims.release(seen.id(), "front1");
    Task present = claims.claim(seen.id(), "front1");

    assertThatExceptionOfType(TaskRefused.class)
        .isThrownBy(() -> completion.complete(seen.id(), seen.version(), "front1", AGREED))
        .withMessageContaining("came back").satisfies(refused -> assertThat(refused.kind()).isEqualTo(Kind.CONFLICT));
    assertThat(people.task(swap, AGREE).state()).isEqualTo(Task.State.CLAIMED);

    completion.complete(present.id(), present.version(), "front1", AGREED);
    assertThat(people.steps(swap)).doesNotContain(AGREE);
  }

  @Test
  void onlyTheLeadGivesATaskAndOnlyToWhoeverMayDoIt() {
    Task task = people.task(people.phoneSwap(), AGREE);

    assertThat(claims.mayReassign(task, "front.lead")).isTrue();
    assertThat(claims.mayReassign(task, "front1")).isFalse();
    assertThat(claims.receivers(task)).extracting(Employee::signIn).contains("front1", "front2").doesNotContain("billing1");
    assertThatExceptionOfType(TaskRefused.class).isThrownBy(() -> claims.reassign(task.id(), "front2", "front1", null))
        .withMessageContaining("Only the lead");
    assertThatExceptionOfType(TaskRefused.class)
        .isThrownBy(() -> claims.reassign(task.id(), "billing1", "front.lead", null))
        .withMessage("“Agree the plan change with the customer” is work of Front office; Priya Raman does not belong to it");
  }

  @Test
  void whoeverDidTheStepThatExcludesHimCanNeitherClaimNorBeGivenTheTask() {
    Request swap = people.phoneSwap();
    people.complete(swap, AGREE, "front1", AGREED);
    rows = new WorkRows(tasks, jdbc, swap, "four-eyes");
    long task = rows.openNotBy("front-office", AGREE);

    assertThatExceptionOfType(TaskRefused.class).isThrownBy(() -> claims.claim(task, "front1"))
        .withMessageContaining("must be done by somebody else")
        .satisfies(refused -> assertThat(refused.kind()).isEqualTo(Kind.FORBIDDEN));
    assertThatExceptionOfType(TaskRefused.class).isThrownBy(() -> claims.reassign(task, "front1", "front.lead", null))
        .withMessageContaining("must be done by somebody else");
    assertThat(claims.receivers(tasks.byId(task).orElseThrow())).extracting(Employee::signIn)
        .contains("front2").doesNotContain("front1");
    assertThat(claims.claim(task, "front2").assignee()).isEqualTo("front2");
  }

  @Test
  void whoeverDidTheStepThatExcludesHimCannotCompleteTheTaskEither() {
    Request swap = people.phoneSwap();
    people.complete(swap, AGREE, "front1", AGREED);
    rows = new WorkRows(tasks, jdbc, swap, "four-eyes");
    long task = rows.openNotBy("front-office", AGREE);
    jdbc.sql("update task set state = 'CLAIMED', assignee = 'front1', claimed_at = created_at where id = ?")
        .param(task).update();

    assertThatExceptionOfType(TaskRefused.class).isThrownBy(() -> completion.complete(task, "front1", Map.of()))
        .satisfies(refused -> assertThat(refused.kind()).isEqualTo(Kind.FORBIDDEN));
  }

  @Test
  void nextInQueuePassesByWhatTheEmployeeMayNotDo() {
    Request swap = people.phoneSwap();
    people.complete(swap, AGREE, "front1", AGREED);
    rows = new WorkRows(tasks, jdbc, swap, "four-eyes");
    long excluded = rows.openNotBy("front-office", AGREE);
    jdbc.sql("update task set sort_at = '2000-01-01' where id = ?").param(excluded).update();

    assertThat(claims.claimNext("front1")).map(Task::id).isNotEqualTo(Optional.of(excluded));
    assertThat(claims.claimNext("front2")).map(Task::id).contains(excluded);
  }

  private Object claim(long task, String employee) {
    try {
      return claims.claim(task, employee);
    } catch (TaskRefused refused) {
      return refused;
    }
  }

  private List<String> employTemps(int number, String department) {
    IntStream.range(0, number).forEach(i -> {
      String temp = "temp-%d-%d".formatted(System.identityHashCode(this), i);
      organisation.add(new NewEmployee(temp, "Temp Number " + i, "-", ZoneId.of("Europe/Berlin"), Set.of()));
      jdbc.sql("insert into membership (department, employee) values (?, ?)").params(department, temp).update();
      temps.add(temp);
    });
    return List.copyOf(temps);
  }

  private static List<Object> atOnce(List<Callable<Object>> calls) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(calls.size());
    CountDownLatch start = new CountDownLatch(1);
    try {
      List<Future<Object>> futures = calls.stream().map(call -> threads.submit(() -> {
        start.await();
        return call.call();
      })).toList();
      start.countDown();
      List<Object> results = new ArrayList<>();
      for (Future<Object> future : futures) {
        results.add(future.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
