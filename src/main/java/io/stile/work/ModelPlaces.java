package io.stile.work;

import io.stile.engine.CaseKey;
import io.stile.engine.ModelStep;
import io.stile.engine.Models;
import io.stile.engine.StepContext;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Where the model puts a task. After its request has moved to another version that can be another department than the one in which
 * somebody has the task: nobody's work is taken away, but nobody finds it in the old queue either once it is put back.
 */
@Component
class ModelPlaces {

  private final Models models;
  private final Receivers receivers;
  private final TaskTable tasks;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ModelPlaces(Models models, Receivers receivers, TaskTable tasks, ApplicationEventPublisher events, Clock clock) {
    this.models = models;
    this.receivers = receivers;
    this.tasks = tasks;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Whom the model means, if that is somebody else than a place; empty if it is the same, or the model has no such step.
   *
   * @param department of the place, or null
   * @param role       the role word of the place, or null
   */
  Optional<Receiver> otherThan(Task task, String department, String role) {
    String here = role == null ? department : role;
    return models.version(task.model()).step(task.stepKey()).filter(step -> step.group() != null && !step.group().equals(here))
        .map(step -> receivers.of(context(task, step)));
  }

  /** Whom the model means, if the task lies somewhere else though nobody sent it there: returned and decided work stays where it was sent. */
  Optional<Receiver> otherThanNow(Task task) {
    return task.isReturned() || task.clockOf() != null ? Optional.empty() : otherThan(task, task.department(), task.role());
  }

  private StepContext context(Task task, ModelStep step) {
    return new StepContext(new CaseKey(task.request()), task.model(), task.process(), step, task.subject(), null, clock.instant());
  }

  /** Puts a task back into the queue in which it lies, or where the model puts it by now; it is due when it was. Callers hold the task. */
  void putBack(Task task) {
    otherThanNow(task).ifPresentOrElse(to -> lay(task, to), () -> tasks.release(task.id()));
  }

  /** Has a task lie with somebody from now on; it is due when it was. Callers hold the task. */
  void lay(Task task, Receiver to) {
    int version = tasks.lay(task.id(), to, clock.instant());
    if (to.assignee() != null && !to.assignee().equals(task.assignee())) {
      events.publishEvent(new TaskAssigned(task.id(), task.name(), task.request(), to.assignee(), null, version, clock.instant()));
    }
  }
}
