package io.stile.engine.camunda;

import io.stile.engine.ProtocolDate;
import io.stile.engine.StepContext;
import io.stile.engine.StepDates;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The names that the platform itself provides to expressions: {@code stepDue}, {@code stepWarning} and those of every
 * {@link ProtocolDate}. They win over variables of the same name. The dates of a step are computed once, when the engine
 * creates its timers, and kept as transient variables until the step's own listener has read them: that is what makes
 * task date, clock and timer one instant. Uses the engine's internals to know which step is being entered.
 */
@Component
class PlatformNames {

  static final String STEP_DUE = "stepDue";
  static final String STEP_WARNING = "stepWarning";
  private static final Set<String> OF_STEPS = Set.of(STEP_DUE, STEP_WARNING);
  private static final String FROM = "stile:from";
  private static final String DUE = "stile:due";
  private static final String WARN_AT = "stile:warnAt";

  private final ObjectProvider<StepDates> stepDates;
  private final Supplier<Map<String, ProtocolDate>> ofProtocols;

  PlatformNames(ObjectProvider<StepDates> stepDates, ObjectProvider<ProtocolDate> protocolDates) {
    this.stepDates = stepDates;
    this.ofProtocols = SingletonSupplier.of(
        () -> protocolDates.stream().collect(Collectors.toMap(ProtocolDate::name, Function.identity())));
  }

  boolean provides(String name) {
    return OF_STEPS.contains(name) || ofProtocols.get().containsKey(name);
  }

  Date value(String name, VariableScope scope) {
    if (!(scope instanceof ExecutionEntity execution)) {
      throw new ProcessEngineException("'" + name + "' is only known inside a running process");
    }
    if (!OF_STEPS.contains(name)) {
      return Date.from(ofProtocols.get().get(name).of(subjectOf(name, execution)));
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

  private static String subjectOf(String name, ExecutionEntity execution) {
    String subject = ModelElements.subjectOf(execution);
    if (subject == null) {
      throw new ProcessEngineException("'" + name + "' is only known inside a protocol");
    }
    return subject;
  }

  private static Instant instant(ExecutionEntity execution, String name) {
    return Instant.ofEpochMilli((Long) execution.getVariableLocal(name));
  }

  private static void remember(ExecutionEntity execution, String name, Instant instant) {
    execution.setVariableLocal(name, Variables.longValue(instant.toEpochMilli(), true));
  }
}
