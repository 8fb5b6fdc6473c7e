package io.stile.engine.camunda;

import io.stile.engine.CaseKey;
import io.stile.engine.StepDates;
import io.stile.engine.StepId;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/**
 * Sets the timers of a running step anew: due date, late timer and warning are one set of dates again. A timer is taken away
 * and made again, never moved: one that a node has acquired already would go off whatever date it was given since, and one
 * that has gone off is not there to be moved. Uses the engine's internals, which alone know how a step declares its timers.
 */
@Component
class StepTimers {

  private final ProcessEngine engine;
  private final PlatformNames platformNames;

  StepTimers(ProcessEngine engine, PlatformNames platformNames) {
    this.engine = engine;
    this.platformNames = platformNames;
  }

  /**
   * What was set.
   *
   * @param caseKey       the case that the step belongs to
   * @param warningMissed whether a warning was taken away whose instant has come
   */
  record Set(CaseKey caseKey, boolean warningMissed) {}

  /**
   * Sets them, in the transaction of the caller.
   *
   * @param alsoLate whether the late timer is set if its instant has come already
   */
  Set set(StepId step, StepDates.Dates dates, boolean alsoLate) {
    ProcessEngineConfigurationImpl configuration =
        (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    return configuration.getCommandExecutorTxRequired().execute(context -> set(context, step, dates, alsoLate));
  }

  private Set set(CommandContext context, StepId step, StepDates.Dates dates, boolean alsoLate) {
    TaskEntity task = context.getTaskManager().findTaskById(step.value());
    if (task == null) {
      throw new NullValueException("no step " + step);
    }
    task.setDueDate(Date.from(dates.due()));
    ExecutionEntity execution = task.getExecution();
    platformNames.provide(execution, dates);
    Instant now = ClockUtil.getCurrentTime().toInstant();
    lateTimers(execution).forEach(timer -> setAnew(execution, timer, alsoLate || dates.due().isAfter(now)));
    boolean warn = dates.warnAt().isAfter(now);
    boolean pending = warnings(execution).stream().map(timer -> setAnew(execution, timer, warn)).toList().contains(true);
    return new Set(new CaseKey(execution.getProcessBusinessKey()), pending && !warn);
  }

  /** Whether anything is drawn at a step that goes off when it is late. */
  boolean tellsWhenLate(TaskEntity task) {
    return !lateTimers(task.getExecution()).isEmpty();
  }

  /**
   * Has the timers of a step stand at its dates, and those not stand that did not; what stands there already is left alone.
   *
   * @param late    whether the late timer is to stand, though its instant may have come
   * @param warning whether the warning is to stand
   */
  void keep(TaskEntity task, StepDates.Dates dates, boolean late, boolean warning) {
    ExecutionEntity execution = task.getExecution();
    platformNames.provide(execution, dates);
    lateTimers(execution).forEach(timer -> keep(execution, timer, dates.due(), late));
    warnings(execution).forEach(timer -> keep(execution, timer, dates.warnAt(), warning));
  }

  private static void keep(ExecutionEntity execution, TimerDeclarationImpl timer, Instant at, boolean wanted) {
    List<JobEntity> pending = pending(execution, timer);
    boolean right = pending.size() == (wanted ? 1 : 0)
        && pending.stream().allMatch(job -> job.getDuedate().toInstant().equals(at));
    if (!right) {
      setAnew(execution, timer, wanted);
    }
  }

  private static List<JobEntity> pending(ExecutionEntity execution, TimerDeclarationImpl timer) {
    return execution.getJobs().stream().filter(TimerEntity.class::isInstance)
        .filter(job -> job.getJobDefinitionId().equals(timer.getJobDefinitionId())).toList();
  }

  /** Takes a timer away and makes it again if it is wanted; answers whether it was there. */
  private static boolean setAnew(ExecutionEntity execution, TimerDeclarationImpl timer, boolean wanted) {
    List<JobEntity> pending = pending(execution, timer);
    pending.forEach(JobEntity::delete);
    if (wanted) {
      timer.createTimerInstance(execution);
    }
    return !pending.isEmpty();
  }

  private static List<TimerDeclarationImpl> lateTimers(ExecutionEntity execution) {
    return TimerDeclarationImpl.getDeclarationsForScope(execution.getActivity()).entrySet().stream()
        .filter(timer -> isLate(execution, timer.getKey())).map(Map.Entry::getValue).toList();
  }

  private static boolean isLate(ExecutionEntity execution, String timer) {
    return ModelElements.isLateTimer((ActivityImpl) execution.getProcessDefinition().findActivity(timer));
  }

  private static List<TimerDeclarationImpl> warnings(ExecutionEntity execution) {
    return TimerDeclarationImpl.getTimeoutListenerDeclarationsForScope(execution.getActivity()).values().stream()
        .map(timers -> timers.get(SafeParse.WARNING)).filter(timer -> timer != null).toList();
  }
}
