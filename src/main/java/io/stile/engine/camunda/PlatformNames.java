package io.stile.engine.camunda;

import io.stile.engine.PromiseDates;
import io.stile.engine.StepContext;
import io.stile.engine.StepDates;
import io.stile.engine.WaitDates;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The names that the platform itself provides to expressions: {@code stepDue}, {@code stepWarning}, {@code promiseDue}
 * and {@code waitUntil}. They win over variables of the same name. The dates of a step are computed once, when the engine
 * creates its timers, and kept as transient variables until the step's own listener has read them: that is what makes
 * task date, clock and timer one instant. Uses the engine's internals to know which step is being entered.
 */
@Component
class PlatformNames {

  static final String STEP_DUE = "stepDue";
  static final String STEP_WARNING = "stepWarning";
  static final String PROMISE_DUE = "promiseDue";
  static final String WAIT_UNTIL = "waitUntil";
  private static final Set<String> NAMES = Set.of(STEP_DUE, STEP_WARNING, PROMISE_DUE, WAIT_UNTIL);
  private static final String FROM = "stile:from";
  private static final String DUE = "stile:due";
  private static final String WARN_AT = "stile:warnAt";

  private final ObjectProvider<StepDates> stepDates;
  private final ObjectProvider<PromiseDates> promiseDates;
  private final ObjectProvider<WaitDates> waitDates;

  PlatformNames(ObjectProvider<StepDates> stepDates, ObjectProvider<PromiseDates> promiseDates,
      ObjectProvider<WaitDates> waitDates) {
    this.stepDates = stepDates;
    this.promiseDates = promiseDates;
    this.waitDates = waitDates;
  }

  boolean provides(String name) {
    return NAMES.contains(name);
  }

  Date value(String name, VariableScope scope) {
    if (!(scope instanceof ExecutionEntity execution)) {
      throw new ProcessEngineException("'" + name + "' is only known inside a running process");
    }
    if (name.equals(PROMISE_DUE)) {
      return Date.from(promiseDue(execution));
    }
    if (name.equals(WAIT_UNTIL)) {
      return Date.from(waitUntil(execution));
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
    dates.ifPresent(found -> provide(execution, found));
    return dates;
  }

  /** Has {@code stepDue} and {@code stepWarning} mean these dates for as long as the transaction lasts. */
  void provide(ExecutionEntity execution, StepDates.Dates dates) {
    remember(execution, FROM, dates.from());
    remember(execution, DUE, dates.due());
    remember(execution, WARN_AT, dates.warnAt());
  }

  private Instant promiseDue(ExecutionEntity execution) {
    PromiseDates source = promiseDates.getIfAvailable(() -> {
      throw new ProcessEngineException("Nobody knows 'promiseDue'");
    });
    return source.dueOf(String.valueOf(execution.getVariable(ModelElements.PROMISE)));
  }

  private Instant waitUntil(ExecutionEntity execution) {
    WaitDates source = waitDates.getIfAvailable(() -> {
      throw new ProcessEngineException("Nobody knows 'waitUntil'");
    });
    return source.waitUntil(String.valueOf(execution.getVariable(ModelElements.WAITING_TASK)));
  }

  private static Instant instant(ExecutionEntity execution, String name) {
    return Instant.ofEpochMilli((Long) execution.getVariableLocal(name));
  }

  private static void remember(ExecutionEntity execution, String name, Instant instant) {
    execution.setVariableLocal(name, Variables.longValue(instant.toEpochMilli(), true));
  }
}
