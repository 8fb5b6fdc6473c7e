package io.stile.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.customer.Customer;
import io.stile.customer.DeviceClass;
import io.stile.demonstration.TimeTravel;
import io.stile.engine.CaseKey;
import io.stile.engine.Timers;
import io.stile.engine.Timers.Pending;
import io.stile.engine.UnitOfWork;
import io.stile.promise.Promise;
import io.stile.promise.Promises;
import io.stile.request.Closing;
import io.stile.request.Clocks;
import io.stile.request.Journal;
import io.stile.request.JournalEntry;
import io.stile.request.JournalKind;
import io.stile.request.Ownership;
import io.stile.request.Request;
import io.stile.sla.ClockState;
import io.stile.sla.SlaClock;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.testkit.TestClock;
import io.stile.work.Task;
import io.stile.work.TaskLookup;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/** What the tests of the models share: a request that is driven to a step, time that passes, and a look at what runs. */
@StileTest
@ExtendWith(ModelCoverage.class)
abstract class ModelStory {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  static final String LEAD_DECIDES = "UserTask_DecideAboutLateTask";
  static final String RENEW = "UserTask_RenewPromise";

  @Autowired
  Requesting people;
  @Autowired
  TestClock clock;
  @Autowired
  TimeTravel time;
  @Autowired
  Timers timers;
  @Autowired
  Clocks clocks;
  @Autowired
  TaskLookup tasks;
  @Autowired
  Journal journal;
  @Autowired
  Promises promises;
  @Autowired
  Closing closing;
  @Autowired
  Ownership ownership;
  @Autowired
  UnitOfWork unitOfWork;
  @Autowired
  RuntimeService runtime;
  @Autowired
  HistoryService history;
  @Autowired
  ProcessEngine engine;

  @BeforeEach
  void beginOnAMorningOnWhichEverybodyWorks() {
    BpmnAwareTests.init(engine);
    ZonedDateTime now = clock.now().atZone(BERLIN);
    LocalDate day = now.toLocalTime().isBefore(LocalTime.of(9, 0)) ? now.toLocalDate() : now.toLocalDate().plusDays(1);
    boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    LocalDate workday = weekend ? day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)) : day;
    travelTo(workday.atTime(9, 0).atZone(BERLIN).toInstant());
  }

  /** Lets time pass until an instant, and what is due until then happen. */
  void travelTo(Instant instant) {
    Duration step = Duration.between(clock.now(), instant);
    while (step.compareTo(Duration.ZERO) > 0) {
      time.advance(step);
      step = Duration.between(clock.now(), instant);
    }
  }

  Request swap() {
    return swap(people.customerInGoodStanding());
  }

  Request swap(Customer customer) {
    Request opened = people.phoneSwap(customer, "front1");
    ModelCoverage.follow(opened.number().value());
    assertDates(opened);
    return opened;
  }

  Customer customerWhoOwesUs() {
    return people.customerWith(LocalDate.parse("2021-05-01"), 9_900L, DeviceClass.STANDARD);
  }

  Customer customerWithoutFacts() {
    return people.customerWith(null, 0L, DeviceClass.STANDARD);
  }

  /** Completes a step, and looks at the dates of what begins by that. */
  void complete(Request request, String step, String employee, Map<String, Object> answers) {
    people.complete(request, step, employee, answers);
    assertDates(request);
  }

  /** A new request that stands on a step. */
  Request standingOn(String step) {
    if (step.equals("UserTask_ClarifyContract")) {
      return swap(customerWithoutFacts());
    }
    if (step.equals("UserTask_ExplainWhyNot")) {
      return swap(customerWhoOwesUs());
    }
    Request request = swap();
    List<Runnable> way = List.of(
        () -> agree(request),
        () -> complete(request, "UserTask_ReserveHandset", "logistics1", Map.of("inStock",
            step.equals("UserTask_AgreeAlternative") ? "no" : "yes")),
        () -> complete(request, "UserTask_ChangePlanAndDataOption", "billing1", Map.of()),
        () -> activate(request, !step.equals("UserTask_RepairActivation")),
        () -> complete(request, "UserTask_ShipOrHandOutHandset", "logistics1", Map.of()),
        () -> complete(request, "UserTask_CallCustomer", "front1",
            Map.of("callOutcome", "does-not-work", "whatFailed", "No data")));
    for (int i = 0; i < way.size() && !people.steps(request).contains(step); i++) {
      way.get(i).run();
    }
    assertThat(people.steps(request)).contains(step);
    return request;
  }

  void agree(Request request) {
    complete(request, "UserTask_AgreePlanChange", "front1", Map.of("newPlan", "medium", "dataOption", "none"));
  }

  /** A swap that waits for nobody until the customer is called again. */
  Request waitingToCallAgain(Duration pause) {
    Request swap = standingOn("UserTask_CallCustomer");
    complete(swap, "UserTask_CallCustomer", "front1", Map.of("callOutcome", "no-answer", "tryAgainAt",
        clock.now().plus(pause).atOffset(ZoneOffset.ofHours(1)).toString()));
    return swap;
  }

  void activate(Request request, boolean works) {
    complete(request, "UserTask_ActivateSim", "network1", works ? Map.of("activated", "yes")
        : Map.of("activated", "no", "whatFailed", "The number is blocked"));
  }

  /** Task date, clock and timer are one instant, and so are the warnings of task, clock and timer. */
  void assertDates(Request request) {
    List<Pending> pending = timers.pending(new CaseKey(request.number().value()));
    List<Task> live = tasks.ofRequest(request.number().value()).stream().filter(Task::isLive).toList();
    for (Task task : live) {
      SlaClock running = clocks.clock(request.number().value(), task.clock()).orElseThrow();
      assertThat(running.due()).as(task.name()).isEqualTo(task.dueAt());
      assertThat(running.warnAt(75)).as(task.name()).isEqualTo(task.warnAt());
      assertThat(engine.getTaskService().createTaskQuery().taskId(task.step().value()).singleResult().getDueDate().toInstant())
          .as(task.name()).isEqualTo(task.dueAt());
      if (clock.now().isBefore(task.warnAt())) {
        assertThat(pending).as("warning of %s", task.name()).filteredOn(timer -> timer.warning()
            && timer.element().equals(task.stepKey())).extracting(Pending::due).contains(task.warnAt())
            .hasSize(waiting(live, task, Task::warnAt));
      }
      if (clock.now().isBefore(task.dueAt())) {
        assertThat(pending).as("late timer of %s", task.name()).filteredOn(timer -> !timer.warning()
            && timer.element().equals(lateTimerOf(task.stepKey()))).extracting(Pending::due).contains(task.dueAt())
            .hasSize(waiting(live, task, Task::dueAt));
      }
    }
    Promise promise = promise(request);
    if (promise.state() == Promise.State.OPEN && clock.now().isBefore(promise.dueAt()) && !people.steps(request).contains(RENEW)) {
      assertThat(clocks.clock(request.number().value(), Clocks.ofPromise(promise.id())).orElseThrow().due())
          .isEqualTo(promise.dueAt());
      assertThat(pending).filteredOn(timer -> timer.element().equals("CatchEvent_PromiseDue")).extracting(Pending::due)
          .containsExactly(promise.dueAt());
    }
  }

  private int waiting(List<Task> live, Task like, Function<Task, Instant> timer) {
    return (int) live.stream().filter(task -> task.stepKey().equals(like.stepKey()))
        .filter(task -> clock.now().isBefore(timer.apply(task))).count();
  }

  static String lateTimerOf(String step) {
    return step.replace("UserTask_", "BoundaryEvent_") + "Late";
  }

  /** Lets the time of a step run out; nothing happens a moment before. */
  Task letRunLate(Request request, String step) {
    Task task = people.task(request, step);
    travelTo(task.dueAt().minusMillis(1));
    assertThat(people.task(request, step).lateAt()).isNull();
    assertThat(count(request, JournalKind.TASK_WARNED, task.name())).isEqualTo(1);
    travelTo(task.dueAt());
    Task late = people.task(request, step);
    assertThat(late.lateAt()).isEqualTo(task.dueAt());
    return late;
  }

  /** How often a thing happened to a task. */
  long count(Request request, JournalKind kind, String task) {
    return journal(request, kind).stream().filter(entry -> task.equals(entry.details().get("task"))).count();
  }

  List<JournalEntry> journal(Request request, JournalKind kind) {
    return journal.of(request.number().value()).stream().filter(entry -> entry.kind() == kind).toList();
  }

  /** Who was told of something. */
  List<String> told(Request request) {
    return journal(request, JournalKind.TOLD).stream().map(entry -> entry.details().get("whom")).toList();
  }

  Promise promise(Request request) {
    return promises.promiseOf(request.number().value()).orElseThrow();
  }

  /** The running process of a request, to be kept for what is asked about it when it has ended. */
  ProcessInstance process(Request request, String process) {
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(request.number().value())
        .processDefinitionKey(process).singleResult();
  }

  void withdraw(Request request) {
    unitOfWork.run(() -> closing.withdraw(request.number().value(), "front1", "The customer has changed her mind"));
  }

  /** Nothing waits or runs for a request any more, and nobody has a task of it. */
  void assertNothingRuns(Request request) {
    String number = request.number().value();
    assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).count()).isZero();
    assertThat(history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(number).unfinished().count()).isZero();
    assertThat(timers.pending(new CaseKey(number))).isEmpty();
    assertThat(engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number).count()).isZero();
    assertThat(people.steps(request)).isEmpty();
    assertThat(promise(request).state()).isNotEqualTo(Promise.State.OPEN);
    assertThat(clocks.clock(number, Clocks.END_TO_END).orElseThrow().state(clock.now())).isEqualTo(ClockState.MET);
  }
}
