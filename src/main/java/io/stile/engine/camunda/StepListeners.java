package io.stile.engine.camunda;

import io.stile.engine.StepContext;
import io.stile.engine.StepDates;
import io.stile.engine.StepId;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/**
 * Tells the observers what becomes of a step for people, and ends the ladder of a late one when it is done. Uses the
 * engine's internals: listeners that no model can leave out are added where it parses.
 */
@Component
class StepListeners {

  /** What an escalation waits for while its late task is open. */
  static final String LATE_TASK_DONE = "escalation.late-task-done";

  private final Observers observers;
  private final PlatformNames platformNames;
  private final TimerLateness lateness;
  private final Course course;

  StepListeners(Observers observers, PlatformNames platformNames, TimerLateness lateness, Course course) {
    this.observers = observers;
    this.platformNames = platformNames;
    this.lateness = lateness;
    this.course = course;
  }

  void addTo(TaskDefinition definition) {
    definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, this::started);
    definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, this::completed);
    definition.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, this::cancelled);
    definition.addTimeoutTaskListener(SafeParse.WARNING, this::warned);
  }

  private void started(DelegateTask task) {
    ExecutionEntity execution = ((TaskEntity) task).getExecution();
    StepContext context = ModelElements.contextOf(execution);
    Optional<StepDates.Dates> dates = platformNames.datesOf(execution);
    dates.ifPresent(found -> task.setDueDate(Date.from(found.due())));
    observers.tellOfStep(observer -> observer.started(idOf(task), context, dates));
    course.started(idOf(task));
  }

  private void completed(DelegateTask task) {
    observers.tellOfStep(observer -> observer.completed(idOf(task)));
    if (task.getDueDate() != null && !task.getDueDate().after(ClockUtil.getCurrentTime())) {
      task.getProcessEngineServices().getRuntimeService().createMessageCorrelation(LATE_TASK_DONE)
          .processInstanceBusinessKey(task.getExecution().getProcessBusinessKey())
          .processInstanceVariableEquals(ModelElements.LATE_TASK, task.getId()).correlateAll();
    }
  }

  private void cancelled(DelegateTask task) {
    observers.tellOfStep(observer -> observer.cancelled(idOf(task)));
    course.cancelled(task);
  }

  private void warned(DelegateTask task) {
    lateness.record();
    observers.tellOfStep(observer -> observer.warned(idOf(task)));
  }

  private static StepId idOf(DelegateTask task) {
    return new StepId(task.getId());
  }
}
