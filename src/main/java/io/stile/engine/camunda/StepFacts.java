package io.stile.engine.camunda;

import io.stile.engine.StepId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the variables that a step sees. The engine's own way loads the step's executions and writes them back with a new
 * revision: whoever merely looked at a task would be in the way of who completes it, and of its timers.
 */
@Component
class StepFacts {

  /** The executions whose variables a step sees, its own first. */
  private static final String SCOPES = """
      with recursive scope (id, parent, depth) as (
        select e.id_, e.parent_id_, 0 from act_ru_task t join act_ru_execution e on e.id_ = t.execution_id_ where t.id_ = ?
        union all
        select e.id_, e.parent_id_, s.depth + 1 from act_ru_execution e join scope s on e.id_ = s.parent)
      select id from scope order by depth""";

  private final RuntimeService runtime;
  private final JdbcClient jdbc;

  StepFacts(RuntimeService runtime, JdbcClient jdbc) {
    this.runtime = runtime;
    this.jdbc = jdbc;
  }

  /** @throws NullValueException if the step is not open any more */
  Map<String, Object> of(StepId step) {
    List<String> scopes = jdbc.sql(SCOPES).param(step.value()).query(String.class).list();
    if (scopes.isEmpty()) {
      throw new NullValueException("no step " + step);
    }
    Map<String, Object> facts = new HashMap<>();
    runtime.createVariableInstanceQuery().executionIdIn(scopes.toArray(String[]::new)).list().stream()
        .sorted(Comparator.comparing((VariableInstance variable) -> scopes.indexOf(variable.getExecutionId())).reversed())
        .forEach(variable -> facts.put(variable.getName(), variable.getValue()));
    return facts;
  }
}
