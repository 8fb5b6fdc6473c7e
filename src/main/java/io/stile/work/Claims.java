package io.stile.work;

import io.stile.organisation.Department;
import io.stile.organisation.Deputies;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.request.Journal;
import io.stile.request.JournalKind;
import io.stile.web.Refused.Kind;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who does a task: claiming it, putting it back, giving it to somebody. */
@Service
public class Claims {

  private static final int MAX_REASON = 10_000;

  private final TaskTable tasks;
  private final Queues queues;
  private final Organisation organisation;
  private final Deputies deputies;
  private final Journal journal;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Claims(TaskTable tasks, Queues queues, Organisation organisation, Deputies deputies, Journal journal,
      ApplicationEventPublisher events, Clock clock) {
    this.tasks = tasks;
    this.queues = queues;
    this.organisation = organisation;
    this.deputies = deputies;
    this.journal = journal;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Takes an open task of one of the employee's departments. Of many who try at the same instant exactly one gets it;
   * claiming what one has already, or somebody for whom one stands in, changes nothing.
   *
   * @throws TaskRefused if somebody else has it (the message says who), or the employee is not of its department
   */
  @Transactional
  public Task claim(long id, String employee) {
    Task task = required(id);
    requireWorker(task, employee);
    if (tasks.claim(id, employee, clock.instant())) {
      journal.add(task.request(), JournalKind.TASK_CLAIMED, employee, Map.of("task", task.name()));
      return required(id);
    }
    Task now = required(id);
    if (has(now, employee)) {
      return now;
    }
    throw new TaskRefused(Kind.CONFLICT, "“%s” cannot be claimed: %s".formatted(now.name(), standing(now)));
  }

  /** Takes the open task of the employee's departments that is due first; empty if there is none. */
  @Transactional
  public Optional<Task> claimNext(String employee) {
    return queues.nextFor(employee).map(id -> claim(id, employee));
  }

  /**
   * Puts a task back into its queue.
   *
   * @throws TaskRefused if the employee does not have it, or it is for him alone
   */
  @Transactional
  public Task release(long id, String employee) {
    Task task = locked(id);
    requireAssignee(task, employee);
    if (task.role() != null && !(task.role().equals(Receivers.TARGET) && task.department() != null)) {
      throw new TaskRefused(Kind.CONFLICT, "“%s” is for you personally; there is no queue to put it back into"
          .formatted(task.name()));
    }
    tasks.release(id);
    journal.add(task.request(), JournalKind.TASK_RELEASED, employee, naming(task, employee, Map.of("task", task.name())));
    return required(id);
  }

  /**
   * Gives a task to another member of its department; only its lead may.
   *
   * @param reason why, or null
   * @throws TaskRefused if the task has ended, the decider does not lead the department, or the other may not do it
   */
  @Transactional
  public Task reassign(long id, String to, String by, String reason) {
    Task task = locked(id);
    if (task.department() == null || !organisation.isLead(by, task.department())) {
      throw new TaskRefused(Kind.FORBIDDEN, "Only the lead of its department may give “%s” to somebody"
          .formatted(task.name()));
    }
    if (reason != null && (reason.length() > MAX_REASON || reason.indexOf('\0') >= 0)) {
      throw new TaskRefused(Kind.INVALID,
          "'reason' has %d characters; expected text of at most %d".formatted(reason.length(), MAX_REASON));
    }
    return give(task, to, by, reason);
  }

  /** Gives a task to somebody because the lead decided so in an escalation; the model has checked that he may. */
  @Transactional
  public Task giveAfterDecision(Task task, String to, String by) {
    return give(locked(task.id()), to, by, null);
  }

  private Task give(Task task, String to, String by, String reason) {
    if (!task.isLive()) {
      throw new TaskRefused(Kind.CONFLICT, "“%s” cannot be given to anybody: %s".formatted(task.name(), standing(task)));
    }
    requireWorker(task, to);
    Instant now = clock.instant();
    int version = tasks.assign(task.id(), to, now);
    Map<String, String> details = new HashMap<>(Map.of("task", task.name(), "to", to));
    details.put("reason", reason);
    journal.add(task.request(), JournalKind.TASK_REASSIGNED, by, details);
    if (!to.equals(by)) {
      events.publishEvent(new TaskAssigned(task.id(), task.name(), task.request(), to, by, version, now));
    }
    return required(task.id());
  }

  /** Whether an employee may give a task to somebody: it is live, lies in a queue, and he leads its department. */
  public boolean mayReassign(Task task, String employee) {
    return task.isLive() && task.department() != null && organisation.isLead(employee, task.department());
  }

  /** The members of its department to whom a task could be given, by name, without the one who has it. */
  public List<Employee> receivers(Task task) {
    List<Employee> members = task.department() == null ? List.of() : organisation.membersOf(task.department());
    return members.stream().filter(member -> !member.signIn().equals(task.assignee()))
        .filter(member -> mayWork(task, member.signIn())).toList();
  }

  /** Whether an employee may do a task: of its department, and not the one who did the step that excludes him. */
  boolean mayWork(Task task, String employee) {
    return whyNot(task, employee).isEmpty();
  }

  private void requireWorker(Task task, String employee) {
    whyNot(task, employee).ifPresent(reason -> {
      throw new TaskRefused(Kind.FORBIDDEN, reason);
    });
  }

  /** Why an employee may not do a task, in a sentence; empty if he may. Whether somebody else has it is another question. */
  public Optional<String> whyNot(Task task, String employee) {
    if (organisation.employee(employee).filter(Employee::active).isEmpty()) {
      return Optional.of("'%s' is no active employee".formatted(employee));
    }
    boolean instead = has(task, employee) && !employee.equals(task.assignee());
    if (!instead && task.department() != null && !organisation.isMember(employee, task.department())) {
      String department = organisation.department(task.department()).map(Department::name).orElse(task.department());
      return Optional.of("“%s” is work of %s; %s does not belong to it"
          .formatted(task.name(), department, nameOf(employee)));
    }
    if (!instead && task.department() == null && task.role() != null && !employee.equals(task.assignee())
        && !task.role().equals(Receivers.OWNER)) {
      return Optional.of("“%s” is for %s".formatted(task.name(), nameOf(task.assignee())));
    }
    if (task.notBy() != null && !task.isReturned() && tasks.workerOf(task.request(), task.notBy()).filter(employee::equals).isPresent()) {
      return Optional.of("“%s” must be done by somebody else than the step before it".formatted(task.name()));
    }
    return Optional.empty();
  }

  void requireAssignee(Task task, String employee) {
    if (!has(task, employee)) {
      throw new TaskRefused(Kind.CONFLICT, "“%s” is not yours: %s".formatted(task.name(), standing(task)));
    }
  }

  /** Where a task stands, in words: who has it, who has completed it. */
  public String standing(Task task) {
    return switch (task.state()) {
      case OPEN -> "nobody has claimed it";
      case CLAIMED -> nameOf(task.assignee()) + " has it";
      case DONE -> nameOf(task.assignee()) + " has completed it";
      case CANCELLED -> "it is not needed any more";
    };
  }

  private String nameOf(String employee) {
    return organisation.employee(employee).map(Employee::name).orElse(employee);
  }

  /** Whether an employee has a task, or stands in now for who has it. */
  public boolean has(Task task, String employee) {
    return task.state() == Task.State.CLAIMED
        && (employee.equals(task.assignee()) || deputies.standsIn(employee, task.assignee()));
  }

  /** What the journal keeps, and for whom it was done if somebody stands in for the assignee: it names both. */
  Map<String, String> naming(Task task, String employee, Map<String, String> details) {
    if (employee.equals(task.assignee()) || !has(task, employee)) {
      return details;
    }
    Map<String, String> both = new HashMap<>(details);
    both.put("insteadOf", task.assignee());
    return both;
  }

  /** Whoever finishes a task is the one who did it: a deputy has it from now on, so that nobody else answers for it. */
  void takeOver(Task task, String employee) {
    if (!employee.equals(task.assignee())) {
      tasks.assign(task.id(), employee, clock.instant());
    }
  }

  Task required(long id) {
    return tasks.byId(id).orElseThrow(() -> unknown(id));
  }

  Task locked(long id) {
    return tasks.lock(id).orElseThrow(() -> unknown(id));
  }

  private static TaskRefused unknown(long id) {
    return new TaskRefused(Kind.UNKNOWN, "There is no task " + id);
  }
}
