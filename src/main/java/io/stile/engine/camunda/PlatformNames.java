package io.stile.engine.camunda;

import io.stile.engine.PromiseDates;
import io.stile.engine.StepContext;
import io.stile.engine.StepDates;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The names that the platform itself provides to expressions: {@code stepDue}, {@code stepWarning} and
 * {@code promiseDue}. They win over variables of the same name. The dates of a step are computed once, when the engine
 * creates its timers, and kept as transient variables until the step's own listener has read them: that is what makes
 * task date, clock and timer one instant. Uses the engine's internals to know which step is being entered.
 */
@Component
class PlatformNames {

  static final String STEP_DUE = "stepDue";
  static final String STEP_WARNING = "stepWarning";
  static final String PROMISE_DUE = "promiseDue";
  private static final String FROM = "stile:from";
  private static final String DUE = "stile:due";
  private static final String WARN_AT = "stile:warnAt";

  private final ObjectProvider<StepDates> stepDates;
  private final ObjectProvider<PromiseDates> promiseDates;

  PlatformNames(ObjectProvider<StepDates> stepDates, ObjectProvider<PromiseDates> promiseDates) {
    this.stepDates = stepDates;
    this.promiseDates = promiseDates;
  }

  boolean provides(String name) {
    return name.equals(STEP_DUE) || name.equals(STEP_WARNING) || name.equals(PROMISE_DUE);
  }

  Date value(String name, VariableScope scope) {
    if (!(scope instanceof ExecutionEntity execution)) {
      throw new ProcessEngineException("'" + name + "' is only known inside a running process");
    }
    if (name.equals(PROMISE_DUE)) {
      return Date.from(promiseDue(execution));
    }
    StepDates.Dates dates = datesOf(execution).orElseThrow(() -> new ProcessEngineException(
        "'" + name + "' is not known at '" + execution.getActivityId() + "': the step has no target (sla)"));
    return Date.from(name.equals(STEP_DUE) ? dates.due() : dates.warnAt());
  }

  /** The dates of the step that an execution stands in; the same answer for as long as the transaction lasts. */
  Optional<StepDates.Dates> datesOf(ExecutionEntity execution) {
    if (execution.hasVariableLocal(DUE)) {
      return Optional.of(new StepDates.Dates(instant(execution, FROM), instant(execution, DUE),
          instant(execution, WARN_AT)));
    }
    StepContext context = ModelElements.contextOf(execution);
    Optional<StepDates.Dates> dates = Optional.ofNullable(stepDates.getIfAvailable())
        .flatMap(source -> source.datesOf(context));
    dates.ifPresent(found -> {
      remember(execution, FROM, found.from());
      remember(execution, DUE, found.due());
      remember(execution, WARN_AT, found.warnAt());
    });
    return dates;
  }

  private Instant promiseDue(ExecutionEntity execution) {
    PromiseDates source = promiseDates.getIfAvailable(() -> {
      throw new ProcessEngineException("Nobody knows 'promiseDue'");
    });
    return source.dueOf(String.valueOf(execution.getVariable(ModelElements.PROMISE)));
  }

  private static Instant instant(ExecutionEntity execution, String name) {
    return Instant.ofEpochMilli((Long) execution.getVariableLocal(name));
  }

  private static void remember(ExecutionEntity execution, String name, Instant instant) {
    execution.setVariableLocal(name, Variables.longValue(instant.toEpochMilli(), true));
  }
}
