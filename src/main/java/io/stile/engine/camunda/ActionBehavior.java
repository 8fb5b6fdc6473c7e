package io.stile.engine.camunda;

import io.stile.engine.Action;
import io.stile.engine.ActionCall;
import io.stile.engine.CaseKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.bpmn.behavior.TaskActivityBehavior;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;

/** A service task that runs an action of the catalogue. Uses the engine's internals, as every behaviour does. */
final class ActionBehavior extends TaskActivityBehavior {

  private final Action action;
  private final Course course;

  ActionBehavior(Action action, Course course) {
    this.action = action;
    this.course = course;
  }

  @Override
  protected void performExecution(ActivityExecution execution) {
    action.run(new Call(execution));
    action.effect().ifPresent(course::effect);
    leave(execution);
  }

  private record Call(DelegateExecution execution) implements ActionCall {

    @Override
    public CaseKey caseKey() {
      return new CaseKey(execution.getProcessBusinessKey());
    }

    @Override
    public String process() {
      return ((ExecutionEntity) execution).getProcessDefinition().getKey();
    }

    @Override
    public String subject() {
      return ModelElements.subjectOf(execution);
    }

    @Override
    public Object fact(String name) {
      return execution.getVariable(name);
    }

    @Override
    public void setFact(String name, Object value) {
      execution.setVariable(name, value);
    }
  }
}
