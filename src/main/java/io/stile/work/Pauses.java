package io.stile.work;

import io.stile.engine.CaseKey;
import io.stile.engine.Models;
import io.stile.engine.Processes;
import io.stile.engine.StepDates.Dates;
import io.stile.engine.Timers;
import io.stile.request.Clocks;
import io.stile.request.Journal;
import io.stile.request.JournalKind;
import io.stile.sla.ClockFact;
import io.stile.sla.SlaClock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Begins and ends the wait of a task: its clock, its row, the engine's timers and the process that watches its review date,
 * in one transaction. Callers hold the request and the task. The end is planned from the beginning: until somebody ends the
 * wait earlier, the due date is what holds at the review date, so that row, clock and timer are one instant all along.
 */
@Component
class Pauses {

  private static final String PROCESS = "waiting";
  private static final String OVER = "waiting.over";
  private static final String WAITING_TASK = "waitingTask";

  private final TaskTable tasks;
  private final Clocks clocks;
  private final Models models;
  private final Timers timers;
  private final Processes processes;
  private final Journal journal;

  Pauses(TaskTable tasks, Clocks clocks, Models models, Timers timers, Processes processes, Journal journal) {
    this.tasks = tasks;
    this.clocks = clocks;
    this.models = models;
    this.timers = timers;
    this.processes = processes;
    this.journal = journal;
  }

  /**
   * The instant that counts as now for a task: never before what has happened to its clock already, even if another node, on
   * which that happened, is some milliseconds ahead.
   */
  Instant notBefore(Task task, Instant now) {
    return clocks.clock(task.request(), task.clock()).stream().flatMap(clock -> clock.facts().stream())
        .map(ClockFact::at).filter(at -> !task.isWaiting() || !at.equals(task.waiting().until()))
        .filter(now::isBefore).max(Comparator.naturalOrder()).orElse(now);
  }

  /** Has a task wait; one that waits already waits for something else, or until another date, from now on. */
  void begin(Task task, Waiting waiting) {
    if (task.isWaiting()) {
      stop(task, waiting.since());
    }
    if (hasClock(task)) {
      clocks.pause(task.request(), task.clock(), waiting.since(), waiting.until(), waiting.label());
    }
    Optional<Dates> dates = dates(task);
    tasks.await(task.id(), waiting, dates.map(Dates::due).orElse(null), dates.map(Dates::warnAt).orElse(null));
    dates.ifPresent(found -> pauseTimers(task, found, waiting.since()));
    processes.start(PROCESS, new CaseKey(task.request()), Map.of(WAITING_TASK, String.valueOf(task.id())));
  }

  /** What was due already but had not gone off goes into the journal; nobody is told any more. */
  private void pauseTimers(Task task, Dates dates, Instant now) {
    boolean warningMissed = timers.pause(task.step(), dates);
    if (warningMissed) {
      journal.add(task.request(), JournalKind.TASK_WARNED, null, Map.of("task", task.name()));
    }
    if (task.lateAt() == null && !dates.due().isAfter(now)) {
      tasks.late(task.step(), now);
      journal.add(task.request(), JournalKind.TASK_LATE, null, Map.of("task", task.name()));
    }
  }

  /**
   * Has a task that waits go on.
   *
   * @param now an instant from the review date on counts as the review date
   */
  void end(Task task, Instant now) {
    stop(task, now);
    setTimers(task);
  }

  /** As {@link #end}, for the process that watches the review date: it ends by itself. */
  void endAtReviewDate(Task task) {
    goOn(task, task.waiting().until());
    setTimers(task);
  }

  /** Ends the wait of a task whose timers need not be set, because it is over, too. */
  void stop(Task task, Instant now) {
    goOn(task, now);
    processes.tell(OVER, new CaseKey(task.request()), Map.of(WAITING_TASK, String.valueOf(task.id())), Map.of());
  }

  private void goOn(Task task, Instant now) {
    clocks.resume(task.request(), task.clock(), notBefore(task, now));
    Optional<Dates> dates = dates(task);
    tasks.goOn(task.id(), dates.map(Dates::due).orElse(null), dates.map(Dates::warnAt).orElse(null));
  }

  /** What goes on as planned has its timers already, unless it was late: then they were taken away. */
  private void setTimers(Task task) {
    dates(task).filter(found -> !found.due().equals(task.dueAt()) || !found.due().isAfter(task.waiting().since()))
        .ifPresent(found -> timers.resume(task.step(), found));
  }

  private boolean hasClock(Task task) {
    return task.dueAt() != null;
  }

  private Optional<Dates> dates(Task task) {
    return clocks.clock(task.request(), task.clock()).map(clock -> dates(task, clock));
  }

  private Dates dates(Task task, SlaClock clock) {
    int percent = models.version(task.model()).step(task.stepKey()).map(StepProjection::warnAtOf)
        .orElse(StepProjection.DEFAULT_WARN_AT);
    return new Dates(clock.facts().get(0).at(), clock.due(), clock.warnAt(percent));
  }
}
