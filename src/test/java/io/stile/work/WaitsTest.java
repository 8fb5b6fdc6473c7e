package io.stile.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stile.consistency.Consistency;
import io.stile.customer.DeviceClass;
import io.stile.customer.Interaction.Channel;
import io.stile.customer.Interaction.Direction;
import io.stile.customer.Interactions;
import io.stile.customer.NewInteraction;
import io.stile.engine.UnitOfWork;
import io.stile.request.Clocks;
import io.stile.request.Request;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.testkit.TestClock;
import io.stile.web.Refused.Kind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who may set a task to wait, until when, and where it stands in the lists meanwhile. */
@StileTest
class WaitsTest {

  private static final String RESERVE = "UserTask_ReserveHandset";
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Autowired
  Requesting people;
  @Autowired
  Waits waits;
  @Autowired
  ReviewDates reviewDates;
  @Autowired
  Claims claims;
  @Autowired
  Queues queues;
  @Autowired
  TaskLookup tasks;
  @Autowired
  Clocks clocks;
  @Autowired
  Interactions interactions;
  @Autowired
  Consistency consistency;
  @Autowired
  UnitOfWork unitOfWork;
  @Autowired
  TransactionTemplate transaction;
  @Autowired
  JdbcClient jdbc;
  @Autowired
  TestClock clock;

  private Request swap;
  private Task reserve;

  @BeforeEach
  void standOnAStepOfLogistics() {
    swap = people.phoneSwap();
    people.complete(swap, "UserTask_AgreePlanChange", "front1", Map.of("newPlan", "medium", "dataOption", "none"));
    reserve = people.task(swap, RESERVE);
  }

  private Task begin(String by, Instant until) {
    return unitOfWork.of(() -> waits.begin(reserve.id(), WaitsFor.CUSTOMER, until, "Which colour?", by));
  }

  private TaskRefused refused(String by, WaitsFor whom, Instant until, String reason) {
    return catchThrowableOfType(TaskRefused.class,
        () -> unitOfWork.of(() -> waits.begin(reserve.id(), whom, until, reason, by)));
  }

  private Instant tomorrow() {
    return clock.now().plus(Duration.ofDays(1));
  }

  @ParameterizedTest
  @CsvSource({"logistics1, true", "logistics.lead, true", "front1, true", "front2, false", "billing1, false",
      "front.lead, false", "nobody, false"})
  void whileNobodyHasItMembersOfItsDepartmentTheLeadAndTheOwnerMaySetItToWait(String employee, boolean may) {
    assertThat(waits.mayWait(reserve, employee)).isEqualTo(may);
    assertThat(refused(employee, WaitsFor.CUSTOMER, tomorrow(), "Which colour?") == null).isEqualTo(may);
  }

  @ParameterizedTest
  @CsvSource({"logistics1, true", "logistics2, false", "logistics.lead, true", "front1, true", "front2, false"})
  void onceSomebodyHasItHisColleaguesMayNot(String employee, boolean may) {
    Task claimed = unitOfWork.of(() -> claims.claim(reserve.id(), "logistics1"));

    assertThat(waits.mayWait(claimed, employee)).isEqualTo(may);
    TaskRefused refused = refused(employee, WaitsFor.CUSTOMER, tomorrow(), "Which colour?");
    assertThat(refused == null).isEqualTo(may);
    if (!may) {
      assertThat(refused.kind()).isEqualTo(Kind.FORBIDDEN);
      assertThat(refused).hasMessageContaining("whoever has it");
    }
  }

  @Test
  void whoeverMaySetItToWaitMayTakeItUpAgain() {
    begin("logistics1", tomorrow());

    assertThat(catchThrowableOfType(TaskRefused.class, () -> unitOfWork.of(() -> waits.resume(reserve.id(), "front2"))).kind())
        .isEqualTo(Kind.FORBIDDEN);
    assertThat(unitOfWork.of(() -> waits.resume(reserve.id(), "front1")).isWaiting()).isFalse();
    assertThat(catchThrowableOfType(TaskRefused.class, () -> unitOfWork.of(() -> waits.resume(reserve.id(), "front1"))))
        .hasMessage("“Reserve the handset” does not wait: nobody has claimed it");
  }

  @Test
  void theReviewDateLiesAheadButNotTooFar() {
    Instant now = clock.now();

    assertThat(refused("logistics1", WaitsFor.CUSTOMER, null, "x").field()).isEqualTo("until");
    assertThat(refused("logistics1", WaitsFor.CUSTOMER, now, "x")).hasMessageEndingWith(" (Europe/Berlin) has passed; a review date lies ahead.");
    assertThat(refused("logistics1", WaitsFor.CUSTOMER, now.plus(Duration.ofDays(90)).plusSeconds(1), "x"))
        .hasMessageContaining("at most 90 days ahead");
    assertThat(refused("logistics1", WaitsFor.CUSTOMER, Instant.MAX, "x").field()).isEqualTo("until");
    assertThat(tasks.byId(reserve.id())).contains(reserve);
  }

  @Test
  void theReviewDateIsATimeAtWhichSomebodyIsThere() {
    Instant sunday = clock.now().atZone(BERLIN).with(TemporalAdjusters.next(DayOfWeek.SUNDAY)).withHour(10).withMinute(0)
        .toInstant();
    Instant closing = sunday.atZone(BERLIN).minusDays(1).withHour(20).toInstant();

    assertThat(refused("logistics1", WaitsFor.CUSTOMER, sunday, "x")).hasMessageStartingWith("Logistics is closed on Sun ")
        .hasMessageContaining("opens Mon ").hasMessageContaining("06:00 (Europe/Berlin)");
    assertThat(refused("logistics1", WaitsFor.CUSTOMER, closing, "x")).as("closing itself is closed").isNotNull();
    assertThat(begin("logistics1", closing.minusMillis(1)).waiting().until()).isEqualTo(closing.minusMillis(1));
  }

  @Test
  void whatIsProposedIsAccepted() {
    Instant proposed = reviewDates.proposed(reserve, clock.now()).orElseThrow();

    assertThat(Duration.between(clock.now(), proposed)).isBetween(Duration.ofHours(20), Duration.ofDays(4));
    assertThat(begin("logistics1", proposed).waiting().until()).isEqualTo(proposed);
  }

  @Test
  void aReasonAndSomebodyToWaitForAreNeeded() {
    assertThat(refused("logistics1", null, tomorrow(), "x").field()).isEqualTo("for");
    assertThat(refused("logistics1", WaitsFor.CUSTOMER, tomorrow(), "  ").field()).isEqualTo("reason");
    assertThat(refused("logistics1", WaitsFor.CUSTOMER, tomorrow(), "a\0b").field()).isEqualTo("reason");
    assertThat(refused("logistics1", WaitsFor.CUSTOMER, tomorrow(), "x".repeat(2_001))).hasMessageContaining("2000");
    assertThat(tasks.byId(reserve.id())).contains(reserve);
  }

  @Test
  void anEndedTaskCannotWait() {
    people.complete(swap, RESERVE, "logistics1", Map.of("inStock", "yes"));

    assertThat(refused("logistics1", WaitsFor.CUSTOMER, tomorrow(), "x").kind()).isEqualTo(Kind.CONFLICT);
  }

  @Test
  void aStepForOnePersonCanWait() {
    Request refusal = people.phoneSwap(people.customerWith(LocalDate.parse("2021-05-01"), 9_900L, DeviceClass.STANDARD), "front1");
    Task explain = people.task(refusal, "UserTask_ExplainWhyNot");

    Task waiting = unitOfWork.of(() -> waits.begin(explain.id(), WaitsFor.CUSTOMER, tomorrow(), "Calls back", "front1"));

    assertThat(waiting.isWaiting()).isTrue();
    assertThat(waiting.dueAt()).isEqualTo(clocks.clock(refusal.number().value(), Clocks.ofTask(explain.id())).orElseThrow().due());
  }

  @Test
  void itStandsBehindWhatCanBeDoneAndIsNotCounted() {
    QueueFilter mine = new QueueFilter("logistics", null, null, null, false, false);
    Queues.Count before = queues.count(mine);

    Task waiting = begin("logistics1", tomorrow());

    assertThat(queues.count(mine)).isEqualTo(new Queues.Count(before.live() - 1, before.late(), before.waiting() + 1));
    assertThat(queues.countsOf(List.of("logistics")).get("logistics")).isEqualTo(queues.count(mine));
    List<Task> listed = queues.page(mine, null, 200).items().stream().map(QueueItem::task).toList();
    List<Boolean> waits = listed.stream().map(Task::isWaiting).toList();
    assertThat(waits).isEqualTo(waits.stream().sorted().toList()).contains(true);
    assertThat(listed).contains(waiting);
    assertThat(queues.page(mine.waiting(true), null, 200).items()).extracting(QueueItem::task).contains(waiting)
        .allMatch(Task::isWaiting);
    assertThat(queues.page(mine.waiting(false), null, 200).items()).extracting(QueueItem::task).noneMatch(Task::isWaiting);
  }

  @Test
  void pagesGoThroughWhatWaitsByReviewDate() {
    Task first = begin("logistics1", tomorrow());
    Request other = people.phoneSwap();
    people.complete(other, "UserTask_AgreePlanChange", "front1", Map.of("newPlan", "medium", "dataOption", "none"));
    long second = people.task(other, RESERVE).id();
    unitOfWork.run(() -> waits.begin(second, WaitsFor.THIRD_PARTY, first.waiting().until().minusSeconds(60), "Parts", "logistics1"));
    QueueFilter waiting = QueueFilter.ofDepartment("logistics").waiting(true);

    Page<QueueItem> page = queues.page(waiting, null, 1);
    List<Long> seen = new ArrayList<>(page.items().stream().map(item -> item.task().id()).toList());
    while (page.next() != null) {
      page = queues.page(waiting, page.next(), 1);
      seen.addAll(page.items().stream().map(item -> item.task().id()).toList());
    }

    assertThat(seen).doesNotHaveDuplicates().containsSubsequence(second, first.id());
  }

  @Test
  void theCheckFindsNothingInWhatWaitsAndAWaitThatNobodyWatches() {
    begin("logistics1", tomorrow());
    assertThat(findings()).isEmpty();

    transaction.executeWithoutResult(status -> {
      jdbc.sql("update act_ru_job set duedate_ = duedate_ + interval '1 s' where handler_cfg_ = 'CatchEvent_ReviewDateReached'"
          + " and process_instance_id_ in (select id_ from act_ru_execution where business_key_ = ?)")
          .param(swap.number().value()).update();
      assertThat(findings()).containsExactly("waits-end");
      status.setRollbackOnly();
    });
    transaction.executeWithoutResult(status -> {
      jdbc.sql("update clock_fact set at = at + interval '1 ms' where kind = 'RESUMED' and request = ?")
          .param(swap.number().value()).update();
      assertThat(findings()).containsExactly("due-dates-counted");
      status.setRollbackOnly();
    });
  }

  private List<String> findings() {
    return consistency.check().findings().stream().filter(finding -> swap.number().value().equals(finding.request()))
        .map(finding -> finding.check()).toList();
  }

  @Test
  void aNodeWhoseClockIsBehindEndsAWaitThatAnotherOneBegan() {
    begin("logistics1", tomorrow());
    jdbc.sql("update clock_fact set at = at + interval '50 ms' where request = ? and clock = ? and kind in ('STARTED', 'PAUSED')")
        .params(swap.number().value(), Clocks.ofTask(reserve.id())).update();

    Task goesOn = unitOfWork.of(() -> waits.resume(reserve.id(), "logistics1"));

    assertThat(goesOn.dueAt()).isEqualTo(reserve.dueAt().plusMillis(50));
    assertThat(begin("logistics1", tomorrow()).waiting().since()).isEqualTo(clock.now().plusMillis(50));
  }

  @Test
  void aContactAboutAnotherRequestEndsNothing() {
    begin("logistics1", tomorrow());
    Request other = people.phoneSwap();

    unitOfWork.run(() -> interactions.log(new NewInteraction(other.customer(), other.number().value(), Channel.MAIL,
        Direction.IN, null, "Hello")));
    unitOfWork.run(() -> interactions.log(new NewInteraction(swap.customer(), null, Channel.MAIL, Direction.IN, null, "Hello")));

    assertThat(tasks.byId(reserve.id()).orElseThrow().isWaiting()).isTrue();
  }
}
