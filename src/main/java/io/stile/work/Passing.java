package io.stile.work;

import io.stile.engine.Models;
import io.stile.engine.StepDates.Dates;
import io.stile.engine.Timers;
import io.stile.organisation.Department;
import io.stile.organisation.Organisation;
import io.stile.request.Clocks;
import io.stile.request.Journal;
import io.stile.request.JournalKind;
import io.stile.request.Requests;
import io.stile.catalogue.RequestType;
import io.stile.catalogue.RequestTypes;
import io.stile.sla.SlaClock;
import io.stile.sla.Target;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Puts a live task somewhere else than the model does, and back: its row, its clock and the engine's timers, in one
 * transaction. Where the model puts it the task has its own clock, which stands still while the task is somewhere else; there
 * it is measured by the clock of the return. Callers hold the request and the task.
 */
@Component
class Passing {

  /** What the department has to which a task was returned, in open time, if the step's property {@code answerWithin} says nothing else. */
  static final String DEFAULT_ANSWER = "PT2H";

  private final TaskTable tasks;
  private final ModelPlaces places;
  private final Pauses pauses;
  private final Clocks clocks;
  private final Models models;
  private final Timers timers;
  private final Organisation organisation;
  private final Requests requests;
  private final RequestTypes types;
  private final Journal journal;

  Passing(TaskTable tasks, ModelPlaces places, Pauses pauses, Clocks clocks, Models models, Timers timers, Organisation organisation,
      Requests requests, RequestTypes types, Journal journal) {
    this.tasks = tasks;
    this.places = places;
    this.pauses = pauses;
    this.clocks = clocks;
    this.models = models;
    this.timers = timers;
    this.organisation = organisation;
    this.requests = requests;
    this.types = types;
    this.journal = journal;
  }

  /** Puts the task where it was returned to, until the return is answered. */
  void away(Task task, TaskReturn given, Instant now) {
    markLate(task, now);
    leave(task, "returned: " + given.reason(), now);
    String target = property(task, "answerWithin").orElse(DEFAULT_ANSWER);
    put(task, to(task, given.toDepartment(), given.id(), given.id()), target, now);
  }

  /** Puts the task back where the model puts it by now, with the time that it had left. */
  void home(Task task, TaskReturn given, Instant now) {
    if (task.clockOf() == null) {
      return;
    }
    leave(task, null, now);
    if (task.dueAt() != null) {
      clocks.goOnAt(task.request(), Clocks.ofTask(task.id()), now);
    }
    Receiver home = places.otherThan(task, given.homeDepartment(), given.homeRole())
        .orElseGet(() -> new Receiver(given.homeDepartment(), given.homeRole(), personOf(task, given), null));
    set(task, new Passed(home.department(), home.role(), home.assignee(), null, null, null, null, given.homeLateAt()),
        Clocks.ofTask(task.id()), now);
  }

  /** Gives the task to a department that does it in place of the one where the model puts it, with the target of the step. */
  void elsewhere(Task task, TaskReturn decided, String department, Instant now) {
    markLate(task, now);
    leave(task, "decided that another department does it", now);
    put(task, to(task, department, null, decided.id()), property(task, "sla").orElse(DEFAULT_ANSWER), now);
  }

  /** Ends the clocks of a task that has ended somewhere else. */
  void end(Task task, Instant now) {
    if (task.clockOf() != null && task.dueAt() != null) {
      clocks.meet(task.request(), task.clock(), now);
    }
  }

  /** Never before anything that has happened to the clocks of the task already. */
  Instant notBefore(Task task, Instant now) {
    Instant here = pauses.notBefore(task, now);
    return clocks.clock(task.request(), Clocks.ofTask(task.id())).map(own -> own.facts().get(own.facts().size() - 1).at())
        .filter(at -> task.clockOf() != null && here.isBefore(at)).orElse(here);
  }

  /** Stops the clock that measures the task now: its own stands still, that of a return has been met. */
  private void leave(Task task, String reason, Instant now) {
    if (task.isWaiting()) {
      pauses.stop(task, now);
    }
    if (task.dueAt() == null) {
      return;
    }
    if (task.clockOf() == null) {
      clocks.stop(task.request(), Clocks.ofTask(task.id()), now, reason);
    } else {
      clocks.meet(task.request(), task.clock(), now);
    }
  }

  /** What was due already, and whose timer had not gone off, goes into the journal. */
  private void markLate(Task task, Instant now) {
    if (task.lateAt() == null && task.isLate(now)) {
      journal.add(task.request(), JournalKind.TASK_LATE, null, Map.of("task", task.name()));
    }
  }

  private void put(Task task, Passed place, String target, Instant now) {
    String clock = Clocks.ofReturn(place.clockOf());
    if (task.dueAt() != null) {
      clocks.start(task.request(), clock, now, Target.parse(target), calendarOf(task, place));
    }
    set(task, place, clock, now);
  }

  /** Row and timers. An escalation that has begun where the task was ends; one that is late where it comes to begins anew. */
  private void set(Task task, Passed place, String clock, Instant now) {
    Optional<Dates> dates = clocks.clock(task.request(), clock).map(running -> dates(task, running));
    tasks.pass(task.id(), place.due(dates.orElse(null)), now);
    dates.ifPresent(found -> {
      timers.pause(task.step(), found);
      if (!found.due().isAfter(now)) {
        timers.resume(task.step(), found);
      }
    });
  }

  private Dates dates(Task task, SlaClock clock) {
    int percent = models.version(task.model()).step(task.stepKey()).map(StepProjection::warnAtOf)
        .orElse(StepProjection.DEFAULT_WARN_AT);
    return new Dates(clock.facts().get(0).at(), clock.due(), clock.warnAt(percent));
  }

  private Passed to(Task task, String department, Long returned, long clockOf) {
    return department == null
        ? new Passed(null, Receivers.OWNER, ownerOf(task), returned, clockOf, null, null, null)
        : new Passed(department, null, null, returned, clockOf, null, null, null);
  }

  /** For whom alone the task is where the model puts it, or null. */
  private String personOf(Task task, TaskReturn given) {
    if (Receivers.OWNER.equals(given.homeRole())) {
      return ownerOf(task);
    }
    return Receivers.LEAD.equals(given.homeRole())
        ? organisation.department(given.homeDepartment()).map(Department::lead).orElse(null) : null;
  }

  private String ownerOf(Task task) {
    return requests.byNumber(task.request()).orElseThrow().owner();
  }

  private String calendarOf(Task task, Passed place) {
    return Optional.ofNullable(place.department()).flatMap(organisation::department).map(Department::calendar)
        .orElseGet(() -> types.byKey(task.type()).map(RequestType::calendar).orElseThrow());
  }

  private Optional<String> property(Task task, String name) {
    return models.version(task.model()).step(task.stepKey()).flatMap(step -> step.property(name));
  }
}
