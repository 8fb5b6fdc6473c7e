package io.stile.engine.camunda;

import io.stile.engine.CaseKey;
import io.stile.engine.ModelVersion;
import io.stile.engine.Processes;
import io.stile.engine.Reopened;
import io.stile.engine.Sequel;
import io.stile.engine.StepId;
import io.stile.engine.Tasks;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** What runs in the engine. */
@Component
class CamundaProcesses implements Processes, Tasks {

  private final ProcessEngine engine;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final RepositoryService repository;
  private final UsedNames usedNames;
  private final StepFacts facts;
  private final TakingBack takingBack;
  private final FactCorrection factCorrection;

  CamundaProcesses(ProcessEngine engine, RuntimeService runtime, TaskService tasks, RepositoryService repository,
      UsedNames usedNames, StepFacts facts, TakingBack takingBack, FactCorrection factCorrection) {
    this.engine = engine;
    this.runtime = runtime;
    this.tasks = tasks;
    this.repository = repository;
    this.usedNames = usedNames;
    this.facts = facts;
    this.takingBack = takingBack;
    this.factCorrection = factCorrection;
  }

  @Override
  public ModelVersion start(String process, CaseKey caseKey, Map<String, ?> facts) {
    ProcessDefinition newest = repository.createProcessDefinitionQuery().processDefinitionKey(process).latestVersion()
        .singleResult();
    if (newest == null) {
      throw new IllegalArgumentException("No process '" + process + "' was published");
    }
    Map<String, Object> variables = usedNames.keep(newest.getId(), facts);
    return guarded(() -> {
      runtime.startProcessInstanceById(newest.getId(), caseKey.value(), variables);
      return new ModelVersion(newest.getId());
    });
  }

  @Override
  public int tell(String message, CaseKey caseKey, Map<String, ?> matching, Map<String, ?> facts) {
    return guarded(() -> {
      MessageCorrelationBuilder correlation = runtime.createMessageCorrelation(message)
          .processInstanceBusinessKey(caseKey.value());
      matching.forEach(correlation::processInstanceVariableEquals);
      facts.forEach(correlation::setVariable);
      return correlation.correlateAllWithResult().size();
    });
  }

  @Override
  public int move(String process, CaseKey from, Map<String, ?> matching, CaseKey to) {
    return guarded(() -> {
      ProcessInstanceQuery running = runtime.createProcessInstanceQuery().processDefinitionKey(process)
          .processInstanceBusinessKey(from.value());
      matching.forEach(running::variableValueEquals);
      List<String> found = running.list().stream().map(ProcessInstance::getId).toList();
      ProcessEngineConfigurationImpl configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
      configuration.getCommandExecutorTxRequired().execute(context -> {
        found.forEach(id -> context.getExecutionManager().findExecutionById(id).setProcessBusinessKey(to.value()));
        return null;
      });
      return found.size();
    });
  }

  @Override
  public void correct(String process, CaseKey caseKey, Map<String, ?> wrong, Map<String, ?> right) {
    guarded(() -> {
      factCorrection.correct(process, caseKey.value(), wrong, right);
      return null;
    });
  }

  @Override
  public List<String> decidedOn(String process, CaseKey caseKey, Set<String> facts) {
    return guarded(() -> factCorrection.decidedOn(process, caseKey.value(), facts));
  }

  @Override
  public Sequel complete(StepId step, Map<String, ?> answers) {
    return guarded(() -> {
      Task task = tasks.createTaskQuery().taskId(step.value()).singleResult();
      if (task == null) {
        throw new NullValueException("no step " + step);
      }
      Map<String, Object> names = usedNames.keep(task.getProcessDefinitionId(), answers);
      return takingBack.watched(task, () -> tasks.complete(step.value(), names));
    });
  }

  @Override
  public boolean isWhereItLed(Sequel sequel) {
    return guarded(() -> takingBack.isPossible(sequel));
  }

  @Override
  public Reopened takeBack(StepId step, Sequel sequel, Instant doneAt) {
    return guarded(() -> takingBack.undo(step, sequel, doneAt));
  }

  @Override
  public Map<String, Object> facts(StepId step) {
    return guarded(() -> facts.of(step));
  }

  /** The engine notices at the end of a command that somebody was faster, or that a step is gone. */
  static <T> T guarded(Supplier<T> command) {
    try {
      return command.get();
    } catch (ProcessEngineException failure) {
      throw EngineFailures.meaningOf(failure);
    }
  }
}
