package io.stile.engine.camunda;

import io.stile.engine.Migrations.Route;
import io.stile.engine.StepDates;
import io.stile.engine.StepId;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.springframework.stereotype.Component;

/**
 * Keeps dates and alarms of the steps of a process while it moves to another version: the engine would compute a date anew
 * where a step gets an alarm that it did not have, and has alarms of event subprocesses go off again that have gone off. Uses
 * the engine's internals: jobs are told apart by what they belong to.
 */
@Component
class StepsMoving {

  private final PlatformNames platformNames;
  private final StepTimers timers;
  private final Places places;

  StepsMoving(PlatformNames platformNames, StepTimers timers, Places places) {
    this.platformNames = platformNames;
    this.timers = timers;
    this.places = places;
  }

  /**
   * What was before.
   *
   * @param dates   the dates that are to hold afterwards, by step
   * @param changed steps whose date is another one afterwards
   * @param late    steps whose late alarm stood, or which had none that could
   * @param warned  steps whose warning stood
   * @param goneOff timers at the start of event subprocesses that have gone off, by the ids of their elements
   */
  record Before(Map<StepId, StepDates.Dates> dates, Set<StepId> changed, Set<StepId> late, Set<StepId> warned,
                Set<String> goneOff) {}

  /** Steps whose alarm would be lost without a word, because what they go to has none. */
  List<String> hindrances(CommandContext context, String instance, Route route) {
    Places.Drawn source = places.of(route.from());
    Places.Drawn target = places.of(route.to());
    return context.getTaskManager().findTasksByProcessInstanceId(instance).stream()
        .filter(task -> task.getDueDate() != null)
        .map(TaskEntity::getTaskDefinitionKey).distinct()
        .filter(step -> route.places().containsKey(step) && !target.lateTimers().containsKey(route.places().get(step)))
        .map(step -> "It stands at %s and is due at an instant; %s has nothing that tells when it is late."
            .formatted(source.label(step), target.label(route.places().get(step))))
        .toList();
  }

  Before before(CommandContext context, String instance, Map<StepId, StepDates.Dates> dates) {
    List<TaskEntity> tasks = context.getTaskManager().findTasksByProcessInstanceId(instance);
    tasks.forEach(task -> Optional.ofNullable(dates.get(idOf(task)))
        .ifPresent(found -> platformNames.provide(task.getExecution(), found)));
    return new Before(dates, ids(tasks.stream().filter(task -> isChanged(task, dates.get(idOf(task))))),
        ids(tasks.stream().filter(task -> lateAlarms(task).findAny().isPresent() || !timers.tellsWhenLate(task))),
        ids(tasks.stream().filter(task -> warnings(task).findAny().isPresent())), goneOff(context, instance));
  }

  private static boolean isChanged(TaskEntity task, StepDates.Dates dates) {
    return dates != null && (task.getDueDate() == null || !task.getDueDate().toInstant().equals(dates.due()));
  }

  /** Has dates and alarms be what they were, or what they are to be. */
  void after(CommandContext context, String instance, MovePlans.Plan plan, Before before) {
    for (TaskEntity task : context.getTaskManager().findTasksByProcessInstanceId(instance)) {
      ActivityImpl step = task.getExecution().getActivity();
      ModelElements.stepOf(step).ifPresent(drawn -> task.setName(drawn.name()));
      StepDates.Dates dates = before.dates().get(idOf(task));
      if (before.changed().contains(idOf(task))) {
        timers.set(idOf(task), dates, true);
      } else if (dates != null) {
        task.setDueDate(Date.from(dates.due()));
        timers.keep(task, dates, before.late().contains(idOf(task)), before.warned().contains(idOf(task)));
      }
    }
    Set<String> goneOff = before.goneOff().stream().map(plan.elements()::get).filter(Objects::nonNull).collect(Collectors.toSet());
    // What the engine has just made is not in its tables yet, only with its execution.
    List.copyOf(context.getExecutionManager().findExecutionById(instance).getJobs()).stream()
        .filter(job -> job instanceof TimerEntity && goneOff.contains(job.getActivityId())).forEach(JobEntity::delete);
  }

  /** The process carries a job for each of its event subprocesses that begins at an instant, until it has begun. */
  private static Set<String> goneOff(CommandContext context, String instance) {
    ExecutionEntity process = context.getExecutionManager().findExecutionById(instance);
    Set<String> declared = new HashSet<>(TimerDeclarationImpl
        .getDeclarationsForScope(process.getProcessDefinition()).keySet());
    context.getJobManager().findJobsByProcessInstanceId(instance).forEach(job -> declared.remove(job.getActivityId()));
    return declared;
  }

  private static Stream<TimerEntity> lateAlarms(TaskEntity task) {
    return alarms(task).filter(timer -> !isWarning(timer)).filter(timer -> ModelElements.isLateTimer(
        (ActivityImpl) task.getExecution().getProcessDefinition().findActivity(timer.getActivityId())));
  }

  private static Stream<TimerEntity> warnings(TaskEntity task) {
    return alarms(task).filter(StepsMoving::isWarning);
  }

  private static boolean isWarning(TimerEntity timer) {
    return timer.getJobHandlerConfigurationRaw().endsWith(SafeParse.WARNING);
  }

  private static Stream<TimerEntity> alarms(TaskEntity task) {
    return task.getExecution().getJobs().stream().filter(TimerEntity.class::isInstance).map(TimerEntity.class::cast);
  }

  private static Set<StepId> ids(Stream<TaskEntity> tasks) {
    return tasks.map(StepsMoving::idOf).collect(Collectors.toSet());
  }

  private static StepId idOf(TaskEntity task) {
    return new StepId(task.getId());
  }
}
