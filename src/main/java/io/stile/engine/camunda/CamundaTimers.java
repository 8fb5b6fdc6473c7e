package io.stile.engine.camunda;

import io.stile.engine.CaseKey;
import io.stile.engine.StepDates;
import io.stile.engine.StepId;
import io.stile.engine.Timers;
import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** The engine's timers. Uses one internal type, to tell which element a timer belongs to. */
@Component
class CamundaTimers implements Timers {

  /** What an escalation hears when its late task is set to wait. */
  private static final String LATE_TASK_WAITS = "escalation.late-task-waits";

  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final ManagementService management;
  private final StepTimers stepTimers;

  CamundaTimers(RuntimeService runtime, RepositoryService repository, ManagementService management,
      StepTimers stepTimers) {
    this.runtime = runtime;
    this.repository = repository;
    this.management = management;
    this.stepTimers = stepTimers;
  }

  @Override
  public List<Pending> pending(CaseKey caseKey) {
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseKey.value()).list().stream()
        .flatMap(instance -> pending(instance).stream())
        .sorted(Comparator.comparing(Pending::due).thenComparing(Pending::element)).toList();
  }

  private List<Pending> pending(ProcessInstance instance) {
    String process = repository.getProcessDefinition(instance.getProcessDefinitionId()).getKey();
    return management.createJobQuery().processInstanceId(instance.getId()).timers().list().stream()
        .map(job -> pending(process, job)).toList();
  }

  private static Pending pending(String process, Job job) {
    String configuration = ((TimerEntity) job).getJobHandlerConfigurationRaw();
    String[] parts = configuration.split("\\$");
    return new Pending(process, parts[0], job.getDuedate().toInstant(),
        parts.length > 1 && parts[1].endsWith(SafeParse.WARNING));
  }

  @Override
  public boolean pause(StepId step, StepDates.Dates dates) {
    return CamundaProcesses.guarded(() -> {
      StepTimers.Set set = stepTimers.set(step, dates, false);
      runtime.createMessageCorrelation(LATE_TASK_WAITS).processInstanceBusinessKey(set.caseKey().value())
          .processInstanceVariableEquals(ModelElements.LATE_TASK, step.value()).correlateAll();
      return set.warningMissed();
    });
  }

  @Override
  public void resume(StepId step, StepDates.Dates dates) {
    CamundaProcesses.guarded(() -> stepTimers.set(step, dates, true));
  }
}
