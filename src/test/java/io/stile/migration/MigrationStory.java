package io.stile.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.consistency.Consistency;
import io.stile.consistency.ConsistencyReport;
import io.stile.customer.Interaction.Channel;
import io.stile.demonstration.TimeTravel;
import io.stile.engine.CaseKey;
import io.stile.engine.Inventory;
import io.stile.engine.Inventory.RunningProcess;
import io.stile.engine.Inventory.WaitingAlarm;
import io.stile.engine.Models;
import io.stile.engine.Tasks;
import io.stile.engine.UnitOfWork;
import io.stile.migration.MigrationItem.Outcome;
import io.stile.migration.MigrationPlans.Wanted;
import io.stile.request.Clocks;
import io.stile.request.Journal;
import io.stile.request.JournalKind;
import io.stile.request.Opening;
import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.testkit.TestClock;
import io.stile.work.Task;
import io.stile.work.TaskLookup;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;

/** What the tests of moving requests share: two versions of a phone swap of their own, requests on the first, and a look at both. */
@StileTest
abstract class MigrationStory {

  private static final AtomicInteger KEYS = new AtomicInteger();

  static final String AGREE = "UserTask_AgreePlanChange";
  static final String RESERVE = "UserTask_ReserveHandset";
  static final String CHANGE_PLAN = "UserTask_ChangePlanAndDataOption";
  static final String ACTIVATE = "UserTask_ActivateSim";
  static final String SHIP = "UserTask_ShipOrHandOutHandset";
  static final String CALL = "UserTask_CallCustomer";
  static final String DELIVER = "UserTask_DeliverPhone";

  @Autowired
  Requesting people;
  @Autowired
  Requests requests;
  @Autowired
  TestClock clock;
  @Autowired
  TimeTravel time;
  @Autowired
  Models models;
  @Autowired
  Inventory inventory;
  @Autowired
  Clocks clocks;
  @Autowired
  TaskLookup tasks;
  @Autowired
  Tasks steps;
  @Autowired
  Journal journal;
  @Autowired
  Consistency consistency;
  @Autowired
  UnitOfWork unitOfWork;
  @Autowired
  MigrationPlans plans;
  @Autowired
  RunningMigrations migrations;
  @Autowired
  MigrationWork work;

  /** A type of its own for one test, in its first version. */
  SwapModel published() {
    SwapModel swap = SwapModel.of("swap-" + (char) ('a' + KEYS.get() / 26) + (char) ('a' + KEYS.getAndIncrement() % 26));
    publish(swap);
    return swap;
  }

  void publish(SwapModel swap) {
    models.publish(swap.key(), swap.bytes());
  }

  Request open(SwapModel type) {
    return unitOfWork.of(() -> requests.open(new Opening(type.key(), people.customerInGoodStanding().id(), "front1", Channel.PHONE,
        "My phone is too slow.", null, Map.of("wantedDevice", "aurora-5", "delivery", "ship"))));
  }

  /** A request that has come as far as a step. */
  Request standingOn(SwapModel type, String step) {
    Request request = open(type);
    List<Runnable> way = List.of(() -> agree(request),
        () -> people.complete(request, RESERVE, "logistics1", Map.of("inStock", "yes")),
        () -> people.complete(request, CHANGE_PLAN, "billing1", Map.of()),
        () -> people.complete(request, ACTIVATE, "network1", Map.of("activated", "yes")),
        () -> people.complete(request, SHIP, "logistics1", Map.of()));
    for (int i = 0; i < way.size() && !people.steps(request).contains(step); i++) {
      way.get(i).run();
    }
    assertThat(people.steps(request)).contains(step);
    return request;
  }

  void agree(Request request) {
    people.complete(request, AGREE, "front1", Map.of("newPlan", "medium", "dataOption", "none"));
  }

  /** From where it stands to its happy end, whoever has its tasks. */
  void finish(Request request) {
    Map<String, Map<String, Object>> answers = Map.of(
        AGREE, Map.of("newPlan", "medium", "dataOption", "none"), RESERVE, Map.of("inStock", "yes"), CHANGE_PLAN, Map.of(),
        ACTIVATE, Map.of("activated", "yes"), SHIP, Map.of(), DELIVER, Map.of("callOutcome", "works"), CALL, Map.of("callOutcome", "works"));
    Map<String, String> workers = Map.of(AGREE, "front1", RESERVE, "logistics1", CHANGE_PLAN, "billing1", ACTIVATE, "network1",
        SHIP, "logistics1", DELIVER, "logistics1", CALL, "front1");
    for (int done = 0; done < 10 && people.now(request).isOpen(); done++) {
      String step = people.steps(request).stream().filter(answers::containsKey).findFirst().orElseThrow();
      Task task = people.task(request, step);
      people.complete(request, step, task.assignee() == null ? workers.get(step) : task.assignee(), answers.get(step));
    }
    assertThat(people.now(request).outcome()).isEqualTo("Phone swapped");
  }

  /** Moves everything that runs of a type to its newest version. */
  Migration move(SwapModel type) {
    return move(type, Wanted.newest());
  }

  Migration move(SwapModel type, Wanted wanted) {
    Migration started = migrations.start(plans.plan(type.key(), wanted), "owner.phone-swap");
    work.work(1_000);
    Migration done = migrations.byId(started.id()).orElseThrow();
    assertThat(done.state()).isEqualTo(Migration.State.DONE);
    return done;
  }

  void assertMoved(Migration migration, Request... moved) {
    assertThat(migrations.items(migration.id(), Outcome.STAYED, 100)).isEmpty();
    assertThat(migration.moved()).isEqualTo(moved.length);
    for (Request request : moved) {
      assertThat(people.now(request).model()).isEqualTo(migration.target());
      assertThat(entries(request, JournalKind.VERSION_CHANGED)).isEqualTo(1);
    }
  }

  /** Why a request stayed. */
  String reason(Migration migration, Request request) {
    return migrations.items(migration.id(), Outcome.STAYED, 100).stream()
        .filter(item -> item.request().equals(request.number().value())).map(MigrationItem::reason).findFirst().orElseThrow();
  }

  long entries(Request request, JournalKind kind) {
    return journal.of(request.number().value()).stream().filter(entry -> entry.kind() == kind).count();
  }

  /** Everything that will go off for a request, as instant and element. */
  record Alarm(String process, String element, WaitingAlarm.Kind kind, Instant due) {}

  List<Alarm> alarms(Request request) {
    return unitOfWork.snapshot(() -> inventory.alarms()).stream().filter(alarm -> request.number().value().equals(alarm.caseKey()))
        .map(alarm -> new Alarm(alarm.process(), alarm.element(), alarm.kind(), alarm.due()))
        .sorted(Comparator.comparing(Alarm::due).thenComparing(Alarm::element)).toList();
  }

  long ladders(Request request) {
    return unitOfWork.snapshot(() -> inventory.processes()).stream()
        .filter(process -> request.number().value().equals(process.caseKey())).map(RunningProcess::process)
        .filter("escalation"::equals).count();
  }

  void letRunLate(Request request, String step) {
    Instant due = people.task(request, step).dueAt();
    Duration left = Duration.between(clock.now(), due);
    while (!left.isNegative() && !left.isZero()) {
      time.advance(left);
      left = Duration.between(clock.now(), due);
    }
    time.advance(Duration.ofMillis(1));
    assertThat(people.task(request, step).lateAt()).isEqualTo(due);
  }

  CaseKey caseOf(Request request) {
    return new CaseKey(request.number().value());
  }

  /** The program's own check finds nothing wrong with any of these requests. */
  void assertConsistent(Request... looked) {
    ConsistencyReport report = consistency.check();
    for (Request request : looked) {
      assertThat(report.findings()).filteredOn(finding -> request.number().value().equals(finding.request())).isEmpty();
    }
  }
}
