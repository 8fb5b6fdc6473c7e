package io.stile.engine.camunda;

import io.stile.engine.ConcurrentChange;
import java.sql.SQLException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * What a failed command of the engine means to its caller. The engine wraps what its listeners throw, and what its own
 * statements throw, so that neither a refusal of ours nor a conflict could be told from a fault.
 */
final class EngineFailures {

  /** Class 40 of the SQL states: the transaction was rolled back, by a deadlock or because others were faster. */
  private static final String ROLLED_BACK = "40";
  private static final String REFERENCE_BROKEN = "23503";
  /** How the engine's own foreign keys are called. */
  private static final String OF_THE_ENGINE = "act_fk_";

  private EngineFailures() {}

  /** The exception to throw instead: a conflict as {@link ConcurrentChange}, a refusal of ours as it was thrown. */
  static RuntimeException meaningOf(ProcessEngineException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (isConflict(cause)) {
        return new ConcurrentChange(failure);
      }
      if (cause instanceof RuntimeException ours && cause.getClass().getPackageName().startsWith("io.stile")) {
        return ours;
      }
    }
    return failure;
  }

  private static boolean isConflict(Throwable cause) {
    return cause instanceof OptimisticLockingException || cause instanceof NullValueException
        || cause instanceof ConcurrencyFailureException
        || cause instanceof SQLException sql && sql.getSQLState() != null && isConflict(sql);
  }

  /**
   * The engine checks that the rows it deletes are unchanged, but not that nobody has added rows below them, such as the branch
   * of an alarm that went off: then the database is the first to notice.
   */
  private static boolean isConflict(SQLException failure) {
    return failure.getSQLState().startsWith(ROLLED_BACK)
        || failure.getSQLState().equals(REFERENCE_BROKEN) && String.valueOf(failure.getMessage()).contains(OF_THE_ENGINE);
  }
}
