package io.stile.work;

import io.stile.catalogue.RequestType;
import io.stile.catalogue.RequestTypes;
import io.stile.engine.ActionCall;
import io.stile.engine.CaseKey;
import io.stile.engine.Processes;
import io.stile.engine.ProtocolDate;
import io.stile.organisation.Calendars;
import io.stile.organisation.Department;
import io.stile.organisation.Organisation;
import io.stile.request.Journal;
import io.stile.request.JournalKind;
import io.stile.request.Requests;
import io.stile.sla.PromisedTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who does a task that two departments have returned to each other: both leads say it until {@code voicesUntil}; if they do
 * not agree, or one of them has said nothing, the owner decides. {@code bpmn/return.bpmn} draws it; here is what its steps
 * and actions mean. Meanwhile the task stays where it is and its clock runs on.
 */
@Component
class JointDecision implements StepTarget, ProtocolDate {

  static final String PROCESS = "return";
  /** Whether both leads say the same. */
  static final String AGREE = "leadsAgree";
  private static final String OVER = "return.settled";
  private static final String SUBJECT = "subject";
  private static final String OTHER_LEAD = "UserTask_SayWhoDoesItOther";
  /** How long both leads have, in open time of the request type's calendar. */
  private static final io.stile.sla.Target VOICES = io.stile.sla.Target.parse("PT4H");

  private final TaskTable tasks;
  private final ReturnTable table;
  private final Passing passing;
  private final ReturnRules rules;
  private final ReturnNews news;
  private final Requests requests;
  private final RequestTypes types;
  private final Organisation organisation;
  private final Calendars calendars;
  private final Processes processes;
  private final Journal journal;
  private final Clock clock;

  JointDecision(TaskTable tasks, ReturnTable table, Passing passing, ReturnRules rules, ReturnNews news, Requests requests,
      RequestTypes types, Organisation organisation, Calendars calendars, Processes processes, Journal journal, Clock clock) {
    this.tasks = tasks;
    this.table = table;
    this.passing = passing;
    this.rules = rules;
    this.news = news;
    this.requests = requests;
    this.types = types;
    this.organisation = organisation;
    this.calendars = calendars;
    this.processes = processes;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public String process() {
    return PROCESS;
  }

  @Override
  public String name() {
    return "voicesUntil";
  }

  @Override
  public Instant of(String subject) {
    return required(subject).voicesUntil();
  }

  /** The lead of one of the two; the owner speaks for himself. */
  @Override
  public Target of(String subject, String step) {
    TaskReturn disputed = required(subject);
    String department = OTHER_LEAD.equals(step) ? disputed.toDepartment() : disputed.fromDepartment();
    return Target.employee(Optional.ofNullable(department).flatMap(organisation::department).map(Department::lead)
        .orElseGet(() -> requests.byNumber(disputed.request()).orElseThrow().owner()));
  }

  private TaskReturn required(String subject) {
    return table.byId(Long.parseLong(subject)).orElseThrow(() -> new IllegalArgumentException("There is no return " + subject));
  }

  TaskReturn begin(Task task, TaskReturn asked, ReturnReason why, Instant now) {
    String calendar = types.byKey(task.type()).map(RequestType::calendar).orElseThrow();
    Instant until = PromisedTime.roundUpToQuarterHour(calendars.byKey(calendar).due(now, VOICES), calendars.byKey(calendar).zone());
    TaskReturn disputed = new TaskReturn(0, asked.task(), asked.request(), asked.step(), asked.fromDepartment(), asked.toDepartment(),
        asked.reason(), asked.words(), asked.by(), now, asked.homeDepartment(), asked.homeRole(), asked.homeLateAt(), until,
        TaskReturn.State.DISPUTED, null, null, null, null, null);
    long id = table.insert(disputed, why.key());
    processes.start(PROCESS, new CaseKey(task.request()), Map.of(SUBJECT, String.valueOf(id)));
    return table.byId(id).orElseThrow();
  }

  /** Ends what runs about a task that needs no decision any more; the caller holds the request. */
  void drop(Task task, Instant now) {
    table.ofTask(task.id()).stream().filter(TaskReturn::isRunning).forEach(running -> {
      table.ended(running.id(), now);
      if (running.state() == TaskReturn.State.DISPUTED) {
        processes.tell(OVER, new CaseKey(task.request()), Map.of(SUBJECT, String.valueOf(running.id())), Map.of());
      }
    });
  }

  /** What both leads have said: whether it is the same. */
  void weigh(ActionCall call) {
    Object one = call.fact("returningLeadSays");
    call.setFact(AGREE, one != null && Objects.equals(one, call.fact("otherLeadSays")));
  }

  /** Gives the task to whoever does it. Whoever ended it before has ended the process, too. */
  void settle(ActionCall call) {
    requests.lock(call.caseKey().value());
    TaskReturn disputed = required(call.subject());
    Object owner = call.fact("ownerSays");
    String doer = String.valueOf(owner == null ? call.fact("returningLeadSays") : owner);
    tasks.lock(disputed.task()).filter(Task::isLive).ifPresent(task -> settle(task, disputed, doer, owner == null));
  }

  private void settle(Task task, TaskReturn disputed, String doer, boolean agreed) {
    Instant now = passing.notBefore(task, clock.instant());
    String department = Receivers.OWNER.equals(doer) ? null : doer;
    String by = agreed ? null : requests.byNumber(task.request()).orElseThrow().owner();
    table.decided(disputed.id(), doer, by, now);
    if (task.isReturned()) {
      table.ended(task.returned(), now);
    }
    boolean ownerIsHome = department == null && Receivers.OWNER.equals(disputed.homeRole());
    if (ownerIsHome || department != null && department.equals(disputed.homeDepartment())) {
      passing.home(task, disputed, now);
    } else {
      passing.elsewhere(task, disputed, department, now);
    }
    journal.add(task.request(), JournalKind.RETURN_DECIDED, by,
        Map.of("task", task.name(), "where", rules.placeOf(department, task.request())));
    news.decided(task, disputed, doer, now);
  }
}
