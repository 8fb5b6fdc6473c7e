package io.stile.work;

import io.stile.engine.Models;
import io.stile.engine.ProtocolDate;
import io.stile.engine.StepDates.Dates;
import io.stile.engine.Timers;
import io.stile.request.Clocks;
import io.stile.sla.SlaClock;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves the due dates of steps of protocols that are due when a person said, after he has said otherwise. */
@Service
public class MovedDates {

  private final TaskTable tasks;
  private final Clocks clocks;
  private final Timers timers;
  private final Models models;
  private final Clock clock;

  MovedDates(TaskTable tasks, Clocks clocks, Timers timers, Models models, Clock clock) {
    this.tasks = tasks;
    this.clocks = clocks;
    this.timers = timers;
    this.models = models;
    this.clock = clock;
  }

  /**
   * Has the live steps of a protocol that are due at an instant be due at what it is now: row, clock and timers. One that was
   * late is late again only then. Joins the caller's transaction, which holds the request.
   *
   * @param date     name of the instant, as {@link ProtocolDate#name} says it
   * @param due      what it is now; lies in the future
   * @param calendar key of the calendar in which the time until then is counted
   * @param reason   why, as the explanation of the due date shows it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void move(String process, String subject, String date, Instant due, String calendar, String reason) {
    tasks.liveAbout(process, subject).stream().filter(task -> isDueAt(task, date))
        .forEach(task -> move(task, due, calendar, reason));
  }

  private boolean isDueAt(Task task, String date) {
    return models.version(task.model()).step(task.stepKey()).flatMap(step -> step.property("due"))
        .filter(date::equals).isPresent();
  }

  private void move(Task task, Instant due, String calendar, String reason) {
    clocks.fix(task.request(), Clocks.ofTask(task.id()), clock.instant(), due, calendar, reason);
    SlaClock moved = clocks.clock(task.request(), Clocks.ofTask(task.id())).orElseThrow();
    int percent = models.version(task.model()).step(task.stepKey()).map(StepProjection::warnAtOf).orElseThrow();
    Dates dates = new Dates(moved.facts().get(0).at(), moved.due(), moved.warnAt(percent));
    tasks.move(task.id(), dates.due(), dates.warnAt());
    timers.resume(task.step(), dates);
  }
}
