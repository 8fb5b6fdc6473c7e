package io.stile.work;

import io.stile.engine.Sequel;
import io.stile.engine.Tasks;
import io.stile.organisation.Department;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.request.Answers;
import io.stile.request.Clocks;
import io.stile.request.Journal;
import io.stile.request.JournalKind;
import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.web.Refused.Kind;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a completion back that was a mistake, as long as nobody has worked on what followed and nothing left the house. The
 * task is open again as it was: same assignee, same due instant, its clock as if it had never stopped. A request that the
 * completion has closed is not opened again, because its customer was told.
 */
@Service
public class TakeBack {

  private final TaskTable tasks;
  private final SequelTable sequels;
  private final Claims claims;
  private final Requests requests;
  private final Organisation organisation;
  private final Tasks steps;
  private final Answers answers;
  private final Clocks clocks;
  private final Journal journal;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  TakeBack(TaskTable tasks, SequelTable sequels, Claims claims, Requests requests, Organisation organisation, Tasks steps,
      Answers answers, Clocks clocks, Journal journal, ApplicationEventPublisher events, Clock clock) {
    this.tasks = tasks;
    this.sequels = sequels;
    this.claims = claims;
    this.requests = requests;
    this.organisation = organisation;
    this.steps = steps;
    this.answers = answers;
    this.clocks = clocks;
    this.journal = journal;
    this.events = events;
    this.clock = clock;
  }

  /** Whether it is up to somebody to take a completion back: who completed the task, the lead of its department, or his. */
  public boolean mayTakeBack(Task task, String employee) {
    return task.state() == Task.State.DONE && (employee.equals(task.assignee())
        || task.department() != null && organisation.isLead(employee, task.department())
        || leads(employee, task.assignee()));
  }

  private boolean leads(String employee, String other) {
    return organisation.departments().stream().filter(department -> department.lead().equals(employee))
        .map(Department::key).anyMatch(department -> organisation.isMember(other, department));
  }

  /** What stands in the way of taking a completed task back now, in a sentence; empty if nothing does. */
  @Transactional(readOnly = true)
  public Optional<String> whyNot(Task task) {
    Request request = requests.byNumber(task.request()).orElseThrow();
    return sequels.of(task.id()).map(sequel -> whyNot(task, request, sequel, tasks.ofSteps(sequel.steps())))
        .orElseGet(() -> Optional.of("it was completed before completions could be taken back"));
  }

  private Optional<String> whyNot(Task task, Request request, Sequel sequel, List<Task> followed) {
    if (!request.isOpen()) {
      return Optional.of("%s is %s, and its customer was told; a request that has ended is not opened again"
          .formatted(request.number(), request.state().word()));
    }
    if (task.process().equals(request.type()) && !task.model().equals(request.model())) {
      return Optional.of("%s follows another version of its model since".formatted(request.number()));
    }
    if (!sequel.effects().isEmpty()) {
      return Optional.of("by it " + String.join(", and ", sequel.effects()));
    }
    Optional<String> worked = followed.stream().filter(TakeBack::isWorkedOn).findFirst()
        .map(next -> "of what followed, “%s” is not untouched any more: %s".formatted(next.name(), claims.standing(next)));
    if (worked.isPresent()) {
      return worked;
    }
    if (sequel.ended()) {
      return Optional.of("by it the whole process came to its end");
    }
    return steps.isWhereItLed(sequel) ? Optional.empty()
        : Optional.of("what followed has gone on by itself, because a time has come or the customer was heard");
  }

  /** What the model gives to a person, as to the owner, he has not taken himself. */
  private static boolean isWorkedOn(Task task) {
    return task.state() == Task.State.DONE || task.state() == Task.State.CLAIMED && task.role() == null;
  }

  /**
   * Takes a completion back.
   *
   * @throws TaskRefused if the task is not completed, the employee may not, or something stands in the way, which the
   *     message says
   */
  @Transactional
  public Task takeBack(long id, String employee) {
    Request request = requests.lock(claims.required(id).request());
    Task task = claims.locked(id);
    requireMayTakeBack(task, employee);
    Sequel sequel = sequels.of(id).orElseThrow(() -> cannot(task, whyNot(task).orElseThrow()));
    List<Task> followed = tasks.lockAll(sequel.steps());
    whyNot(task, request, sequel, followed).ifPresent(reason -> {
      throw cannot(task, reason);
    });
    Instant now = clock.instant();
    journal.add(task.request(), JournalKind.TASK_TAKEN_BACK, employee, Map.of("task", task.name(), "step", task.stepKey()));
    answers.takeBack(id);
    clocks.goOn(task.request(), Clocks.ofTask(id));
    clocks.goOn(task.request(), task.clock());
    sequels.rename(task.request(), steps.takeBack(task.step(), sequel, task.endedAt()).renamed());
    events.publishEvent(new TaskTakenBack(id, task.request(), followed.stream().map(Task::id).toList(), employee, now));
    tell(claims.required(id), employee, now);
    return claims.required(id);
  }

  private void requireMayTakeBack(Task task, String employee) {
    if (task.state() != Task.State.DONE) {
      throw cannot(task, "nobody has completed it; " + claims.standing(task));
    }
    if (!mayTakeBack(task, employee)) {
      throw new TaskRefused(Kind.FORBIDDEN, "Only %s, who has completed “%s”, or a lead of his may take it back".formatted(
          organisation.employee(task.assignee()).map(Employee::name).orElse(task.assignee()), task.name()));
    }
  }

  private static TaskRefused cannot(Task task, String reason) {
    return new TaskRefused(Kind.CONFLICT, "“%s” cannot be taken back: %s".formatted(task.name(), reason));
  }

  /** Whoever has a task again that he had done learns of it, unless he took it back himself. */
  private void tell(Task task, String by, Instant now) {
    if (!task.assignee().equals(by)) {
      events.publishEvent(
          new TaskAssigned(task.id(), task.name(), task.request(), task.assignee(), by, task.version(), now));
    }
  }
}
