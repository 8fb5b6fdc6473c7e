package io.stile.engine.camunda;

import io.stile.engine.Action;
import io.stile.engine.CaseKey;
import io.stile.engine.StepId;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Binds each parsed model to the platform: steps and ends to their observers, service tasks to their actions, late timers
 * to the task that is late. Uses the engine's internals: it is called while the engine parses.
 */
@Component
class ModelListener extends AbstractBpmnParseListener {

  private final StepListeners stepListeners;
  private final Observers observers;
  private final TimerLateness lateness;
  private final Course course;
  private final ObjectProvider<Action> actions;

  ModelListener(StepListeners stepListeners, Observers observers, TimerLateness lateness, Course course,
      ObjectProvider<Action> actions) {
    this.stepListeners = stepListeners;
    this.observers = observers;
    this.lateness = lateness;
    this.course = course;
    this.actions = actions;
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    ModelElements.keepStep(element, activity);
    stepListeners.addTo(((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition());
  }

  @Override
  public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    if (activity.getActivityBehavior() != null) {
      return;
    }
    String name = ModelElements.propertiesOf(element).get("action");
    if (name != null) {
      activity.setActivityBehavior(new ActionBehavior(action(name, activity.getId()), course));
    }
  }

  private Action action(String name, String element) {
    return actions.stream().filter(action -> action.name().equals(name)).findFirst().orElseThrow(
        () -> new ProcessEngineException("'" + element + "' names the action '" + name + "', which does not exist"));
  }

  @Override
  public void parseBoundaryTimerEventDefinition(Element element, boolean interrupting, ActivityImpl activity) {
    ModelElements.keepTimer(element, activity);
    activity.addBuiltInListener(ExecutionListener.EVENTNAME_START,
        (ExecutionListener) execution -> timerWentOff((ExecutionEntity) execution, activity));
  }

  @Override
  public void parseIntermediateTimerEventDefinition(Element element, ActivityImpl activity) {
    activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) execution -> lateness.record());
  }

  private void timerWentOff(ExecutionEntity execution, ActivityImpl timer) {
    lateness.record();
    ActivityImpl attachedTo = (ActivityImpl) timer.getEventScope();
    // A timer at another instant, when the window of a promise begins for example, makes nobody late.
    if (ModelElements.stepOf(attachedTo).isEmpty() || !ModelElements.isLateTimer(timer)) {
      return;
    }
    taskOf(execution, attachedTo.getId()).ifPresent(task -> {
      if (ModelElements.subjectOf(execution) == null) {
        execution.setVariableLocal(ModelElements.LATE_TASK, task.getId());
      }
      observers.tellOfStep(observer -> observer.late(new StepId(task.getId())));
    });
  }

  private static Optional<TaskEntity> taskOf(ExecutionEntity execution, String step) {
    return Context.getCommandContext().getTaskManager()
        .findTasksByProcessInstanceId(execution.getProcessInstanceId()).stream()
        .filter(task -> task.getTaskDefinitionKey().equals(step)).findFirst();
  }

  @Override
  public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
    if ("none".equals(ModelElements.propertiesOf(element).get("outcome"))) {
      return;
    }
    String outcome = ModelElements.oneLine(element.attribute("name"));
    activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) execution ->
        observers.tellOfProcess(observer -> observer.reached(caseOf(execution), processOf(execution), outcome)));
  }

  @Override
  public void parseProcess(Element element, ProcessDefinitionEntity definition) {
    definition.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) execution ->
        observers.tellOfProcess(observer -> observer.ended(caseOf(execution), definition.getKey())));
  }

  private static CaseKey caseOf(DelegateExecution execution) {
    return new CaseKey(execution.getProcessBusinessKey());
  }

  private static String processOf(DelegateExecution execution) {
    return ((ExecutionEntity) execution).getProcessDefinition().getKey();
  }
}
