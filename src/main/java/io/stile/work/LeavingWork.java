package io.stile.work;

import io.stile.organisation.Department;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.request.Journal;
import io.stile.request.JournalKind;
import io.stile.request.Request;
import io.stile.request.Requests;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tasks of somebody who leaves, or who may not do them any more: each goes to somebody else, or back into its queue. */
@Service
public class LeavingWork {

  private final TaskTable tasks;
  private final ModelPlaces places;
  private final Claims claims;
  private final TargetTasks targets;
  private final Requests requests;
  private final Organisation organisation;
  private final Journal journal;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  LeavingWork(TaskTable tasks, ModelPlaces places, Claims claims, TargetTasks targets, Requests requests, Organisation organisation, Journal journal,
      ApplicationEventPublisher events, Clock clock) {
    this.tasks = tasks;
    this.places = places;
    this.claims = claims;
    this.targets = targets;
    this.requests = requests;
    this.organisation = organisation;
    this.journal = journal;
    this.events = events;
    this.clock = clock;
  }

  /** What somebody has, the one due first first. */
  public List<Task> of(String employee) {
    return tasks.ofAssignee(employee);
  }

  /** How many tasks somebody has. */
  public int countOf(String employee) {
    return tasks.countOf(employee);
  }

  /**
   * Takes a task from somebody who leaves. A step for the owner goes to the owner, one for a lead to whoever leads now, an answer that he
   * owes personally to whom its protocol says; work of a department to the successor, if he may do it, and otherwise back into the queue.
   * A clock that runs keeps its due time.
   *
   * @param from      sign-in name of who leaves
   * @param successor of the employees who could take it over, as sign-in name, asked with the task; empty for nobody
   * @param by        sign-in name of who decides it
   * @param reason    why
   * @return sign-in name of who has it now; empty if it lies in its queue, or is not needed any more
   * @throws TaskRefused if it cannot go to anybody; the message says why, nothing of it has changed, and the caller's transaction can go on
   */
  @Transactional(noRollbackFor = TaskRefused.class)
  public Optional<String> passOn(long id, String from, Function<Task, Optional<String>> successor, String by, String reason) {
    Task task = claims.held(id);
    if (!task.isLive() || !from.equals(task.assignee())) {
      return Optional.empty();
    }
    if (Receivers.TARGET.equals(task.role()) && task.department() == null) {
      return toWhomeverItConcerns(task, by);
    }
    Optional<String> next = next(task, from, successor);
    next.ifPresentOrElse(to -> give(task, to, by, reason), () -> putBack(task, by, reason));
    return next;
  }

  private Optional<String> next(Task task, String from, Function<Task, Optional<String>> successor) {
    if (Receivers.OWNER.equals(task.role())) {
      return requests.byNumber(task.request()).map(Request::owner).filter(owner -> !owner.equals(from)).or(() -> successor.apply(task));
    }
    if (Receivers.LEAD.equals(task.role())) {
      return Optional.ofNullable(task.department()).flatMap(organisation::department).map(Department::lead)
          .filter(lead -> !lead.equals(from)).filter(lead -> organisation.isMember(lead, task.department()))
          .or(() -> organisation.managers().stream().map(Employee::signIn).filter(manager -> !manager.equals(from)).findFirst())
          .or(() -> successor.apply(task));
    }
    return successor.apply(task).filter(to -> claims.mayWork(task, to));
  }

  private Optional<String> toWhomeverItConcerns(Task task, String by) {
    if (!targets.passOn(task, by)) {
      throw new TaskRefused(TaskRefused.Kind.CONFLICT, "“%s” of %s was asked of him alone; it has to be answered or ended first"
          .formatted(task.name(), task.request()));
    }
    return tasks.byId(task.id()).filter(Task::isLive).map(Task::assignee);
  }

  private void give(Task task, String to, String by, String reason) {
    Instant now = clock.instant();
    int version = tasks.assign(task.id(), to, now);
    journal.add(task.request(), JournalKind.TASK_REASSIGNED, by, details(task, "to", to, reason));
    if (!to.equals(by)) {
      events.publishEvent(new TaskAssigned(task.id(), task.name(), task.request(), to, by, version, now));
    }
  }

  private void putBack(Task task, String by, String reason) {
    if (task.department() == null) {
      throw new TaskRefused(TaskRefused.Kind.CONFLICT, "Nobody can take over “%s” of %s; choose somebody who may do it"
          .formatted(task.name(), task.request()));
    }
    places.putBack(task);
    journal.add(task.request(), JournalKind.TASK_RELEASED, by, details(task, "from", task.assignee(), reason));
  }

  private static Map<String, String> details(Task task, String name, String who, String reason) {
    return new HashMap<>(Map.of("task", task.name(), name, who, "reason", reason));
  }
}
