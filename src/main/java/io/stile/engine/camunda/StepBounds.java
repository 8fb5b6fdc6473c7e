package io.stile.engine.camunda;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * How far a process may go without anybody. The gate refuses a model that goes round without waiting, but what it counts or how often it repeats can be a
 * matter of data, and a model can have come in behind the gate. The engine itself has no limit: it would go on until its memory ends. What is stopped here
 * fails like any other fault: the transaction is undone, and a job that meets it is tried again a few times and then reported as stuck.
 */
final class StepBounds {

  /** Elements that may be entered in one transaction. The longest way through a shipped model has about twenty. */
  static final int MOST_IN_A_TRANSACTION = 1_000;
  /** Elements that one process, with all that it calls, may enter in a minute on one node. */
  static final int MOST_IN_A_MINUTE = 5_000;
  /** How often something may be done at the same time, or one after the other. */
  static final int MOST_INSTANCES = 100;
  private static final int MOST_PROCESSES = 10_000;

  /** Only of those that were busy in the last minute; the oldest are forgotten, which is no loss. */
  private final Cache<String, AtomicInteger> lately;
  private final int most;

  StepBounds() {
    this(Duration.ofMinutes(1), MOST_IN_A_MINUTE);
  }

  StepBounds(Duration span, int most) {
    this.lately = Caffeine.newBuilder().expireAfterWrite(span).maximumSize(MOST_PROCESSES).build();
    this.most = most;
  }

  /** Counts that an element is entered. */
  void enter(DelegateExecution execution) {
    if (Context.getCommandContext().getSession(StepCount.class).next() > MOST_IN_A_TRANSACTION) {
      throw tooMany(execution, MOST_IN_A_TRANSACTION, "in one go");
    }
    String root = ((ExecutionEntity) execution).getRootProcessInstanceId();
    if (root != null && isTooBusy(root)) {
      throw tooMany(execution, most, "in one minute");
    }
  }

  /** Counts one element more of a process; answers whether that is too many. */
  boolean isTooBusy(String root) {
    return lately.get(root, key -> new AtomicInteger()).incrementAndGet() > most;
  }

  private static ProcessEngineException tooMany(DelegateExecution execution, int most, String when) {
    return new ProcessEngineException("The process '%s' of the case '%s' went through more than %,d elements %s without waiting for anybody, the last at '%s'"
        .formatted(execution.getProcessDefinitionId(), execution.getProcessBusinessKey(), most, when, execution.getCurrentActivityId()));
  }

  /** Looks how often something is to be done, before the engine makes room for it. */
  void repeat(DelegateExecution execution, MultiInstanceActivityBehavior several) {
    long times = times(execution, several);
    if (times > MOST_INSTANCES) {
      throw new ProcessEngineException("'%s' is to be done %,d times; at most %d are possible"
          .formatted(execution.getCurrentActivityId(), times, MOST_INSTANCES));
    }
  }

  private static long times(DelegateExecution execution, MultiInstanceActivityBehavior several) {
    Expression cardinality = several.getLoopCardinalityExpression();
    if (cardinality != null) {
      return number(cardinality.getValue(execution));
    }
    Expression collection = several.getCollectionExpression();
    Object items = collection != null ? collection.getValue(execution)
        : several.getCollectionVariable() == null ? null : execution.getVariable(several.getCollectionVariable());
    return items instanceof Collection<?> found ? found.size() : 0;
  }

  /** What is no number the engine refuses itself. */
  private static long number(Object value) {
    if (value instanceof Number number) {
      return number.longValue();
    }
    return value instanceof String text && text.strip().matches("\\d{1,18}") ? Long.parseLong(text.strip()) : 0;
  }
}
