package io.stile.work;

import io.stile.engine.ConcurrentChange;
import io.stile.engine.ModelStep;
import io.stile.engine.ProtocolDate;
import io.stile.engine.StepContext;
import io.stile.engine.StepDates;
import io.stile.engine.StepId;
import io.stile.engine.StepObserver;
import io.stile.organisation.Calendars;
import io.stile.organisation.Department;
import io.stile.organisation.Organisation;
import io.stile.request.Clocks;
import io.stile.request.Journal;
import io.stile.request.JournalKind;
import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.sla.SlaClock;
import io.stile.sla.ClockFact;
import io.stile.sla.Target;
import io.stile.sla.WorkingCalendar;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Keeps the work list in step with the engine: a row for each step that begins, in the engine's transaction. The dates of
 * a step are computed here, once, over the calendar of whoever receives it.
 */
@Component
class StepProjection implements StepDates, StepObserver {

  /** Percent of the target at which a worker is warned if the model does not say. */
  static final int DEFAULT_WARN_AT = 75;

  private final Receivers receivers;
  private final TaskTable tasks;
  private final Requests requests;
  private final Organisation organisation;
  private final Calendars calendars;
  private final Clocks clocks;
  private final Journal journal;
  private final Pauses pauses;
  private final WaitEnds waitEnds;
  private final JointDecision decision;
  private final Passing passing;
  private final ObjectProvider<ProtocolDate> dates;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  StepProjection(Receivers receivers, TaskTable tasks, Requests requests, Organisation organisation,
      Calendars calendars, Clocks clocks, Journal journal, Pauses pauses, WaitEnds waitEnds,
      JointDecision decision, Passing passing,
      ObjectProvider<ProtocolDate> dates, ApplicationEventPublisher events, Clock clock) {
    this.receivers = receivers;
    this.tasks = tasks;
    this.requests = requests;
    this.organisation = organisation;
    this.calendars = calendars;
    this.clocks = clocks;
    this.journal = journal;
    this.pauses = pauses;
    this.waitEnds = waitEnds;
    this.decision = decision;
    this.passing = passing;
    this.dates = dates;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public Optional<Dates> datesOf(StepContext context) {
    if (context.again() != null) {
      return tasks.byStep(context.again()).filter(task -> task.dueAt() != null)
          .map(task -> new Dates(task.createdAt(), task.dueAt(), task.warnAt()));
    }
    return givenDue(context).<ClockFact>map(due -> new ClockFact.Fixed(context.at(), due, calendarOf(context)))
        .or(() -> targetOf(context).map(target -> new ClockFact.Started(context.at(), target, calendarOf(context))))
        .map(SlaClock::of).map(running ->
            new Dates(context.at(), running.due(), running.warnAt(warnAtOf(context.step()))));
  }

  private WorkingCalendar calendarOf(StepContext context) {
    return calendars.byKey(receivers.of(context).calendar());
  }

  /** The instant that a person gave, where a protocol names it instead of a target; one that has passed is now. */
  private Optional<Instant> givenDue(StepContext context) {
    return context.step().property("due").map(name -> dates.stream().filter(date -> date.name().equals(name)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("The step '%s' is due at '%s', which nobody knows"
            .formatted(context.step().key(), name))).of(context.subject()))
        .map(due -> due.isAfter(context.at()) ? due : context.at().plusMillis(1));
  }

  private static Optional<Target> targetOf(StepContext context) {
    return context.step().property("sla").map(Target::parse);
  }

  /** Percent of the target at which the worker of a step is warned. */
  static int warnAtOf(ModelStep step) {
    return step.property("warnAt").map(Integer::parseInt).orElse(DEFAULT_WARN_AT);
  }

  @Override
  public void started(StepId step, StepContext context, Optional<Dates> dates) {
    if (context.again() != null) {
      tasks.reopen(context.again(), step);
      return;
    }
    Request request = requests.byNumber(context.caseKey().value()).orElseThrow();
    requireOpen(request, context);
    Receiver receiver = receivers.of(context);
    Instant now = clock.instant();
    Task task = new Task(0, step, request.number().value(), request.type(), request.customer(), context.model(),
        context.process(), context.step().key(), context.step().name(), context.step().form(), receiver.department(),
        receiver.role(), receiver.assignee(), receiver.assignee() == null ? Task.State.OPEN : Task.State.CLAIMED,
        context.subject(), context.step().property("notBy").orElse(null), now,
        receiver.assignee() == null ? null : now, null, dates.map(Dates::due).orElse(null),
        dates.map(Dates::warnAt).orElse(null), null, null, null, null, 0, null);
    long id = tasks.insert(task);
    dates.ifPresent(found -> startClock(task.request(), Clocks.ofTask(id), found, targetOf(context), receiver.calendar()));
    journal.add(task.request(), JournalKind.TASK_STARTED, null, started(task));
    if (task.assignee() != null) {
      events.publishEvent(new TaskAssigned(id, task.name(), task.request(), task.assignee(), null, 0, now));
    }
  }

  /** A step that begins while its request is merged was read before: done once more, it begins with the other request. */
  private static void requireOpen(Request request, StepContext context) {
    if (!request.isOpen()) {
      throw new ConcurrentChange(new IllegalStateException("“%s” cannot begin: %s is %s".formatted(context.step().name(),
          request.number(), request.state().word())));
    }
  }

  private void startClock(String request, String of, Dates dates, Optional<Target> target, String calendar) {
    target.ifPresentOrElse(found -> clocks.start(request, of, dates.from(), found, calendar),
        () -> clocks.fix(request, of, dates.from(), dates.due(), calendar, null));
  }

  private Map<String, String> started(Task task) {
    Map<String, String> details = new HashMap<>(Map.of("task", task.name(), "step", task.stepKey()));
    details.put("where", task.assignee() == null
        ? organisation.department(task.department()).map(Department::name).orElse(task.department())
        : task.assignee());
    return details;
  }

  @Override
  public void warned(StepId step) {
    catchUp(step);
    ifLive(step, task -> {
      String tell = task.assignee() != null ? task.assignee()
          : organisation.department(task.department()).orElseThrow().lead();
      journal.add(task.request(), JournalKind.TASK_WARNED, null, Map.of("task", task.name(), "whom", tell));
      events.publishEvent(new TaskWarned(task.id(), task.name(), task.request(), tell, task.dueAt(), clock.instant()));
    });
  }

  /** The timer takes the request before the task, as everybody does: whoever completes the task meanwhile goes first. */
  @Override
  public void late(StepId step) {
    ifLive(step, task -> requests.lock(task.request()));
    catchUp(step);
    ifLive(step, task -> {
      if (task.lateAt() != null) {
        return; // It was late before it waited, or before it was taken back, and everybody knows.
      }
      Instant now = clock.instant();
      tasks.late(step, now);
      journal.add(task.request(), JournalKind.TASK_LATE, null, Map.of("task", task.name()));
      events.publishEvent(new TaskLate(task.id(), task.name(), task.request(), task.department(), task.assignee(),
          task.dueAt(), now));
    });
  }

  /** The timers of a step that waits lie behind its review date: if they go off, the wait is over, noticed or not. */
  private void catchUp(StepId step) {
    tasks.byStep(step).filter(Task::isWaiting).ifPresent(task -> {
      requests.lock(task.request());
      tasks.lock(task.id()).filter(Task::isWaiting).ifPresent(waitEnds::catchUp);
    });
  }

  @Override
  public void completed(StepId step) {
    end(step, Task.State.DONE);
  }

  @Override
  public void cancelled(StepId step) {
    ifLive(step, task -> requests.lock(task.request()));
    ifLive(step, task ->
        journal.add(task.request(), JournalKind.TASK_CANCELLED, null, Map.of("task", task.name())));
    end(step, Task.State.CANCELLED);
  }

  private void end(StepId step, Task.State state) {
    ifLive(step, task -> {
      Instant now = clock.instant();
      if (task.isWaiting()) {
        pauses.stop(task, now);
      }
      decision.drop(task, now);
      tasks.end(step, state, now);
      passing.end(task, now);
      if (task.dueAt() != null) {
        clocks.meet(task.request(), Clocks.ofTask(task.id()), now);
      }
      events.publishEvent(new TaskEnded(task.id(), task.name(), task.request(), state, now));
    });
  }

  private void ifLive(StepId step, Consumer<Task> then) {
    tasks.byStep(step).filter(Task::isLive).ifPresent(then);
  }
}
