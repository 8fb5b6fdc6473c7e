package io.stile.engine.camunda;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.engine.ConcurrentChange;
import java.sql.SQLException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;

class EngineFailuresTest {

  private static ProcessEngineException failed(String message, String state) {
    return new ProcessEngineException("An exception occurred in the persistence layer",
        new IllegalStateException(new SQLException(message, state)));
  }

  /** An alarm gave the process a new branch while somebody else ended the process: each had read it before the other wrote. */
  @Test
  void takesABranchThatAppearedMeanwhileForAConflict() {
    ProcessEngineException failure = failed("ERROR: update or delete on table \"act_ru_execution\" violates foreign key constraint"
        + " \"act_fk_exe_procinst\" on table \"act_ru_execution\"", "23503");

    assertThat(EngineFailures.meaningOf(failure)).isInstanceOf(ConcurrentChange.class);
  }

  @Test
  void takesADeadlockForAConflict() {
    assertThat(EngineFailures.meaningOf(failed("deadlock detected", "40P01"))).isInstanceOf(ConcurrentChange.class);
  }

  @Test
  void takesAReferenceFromOurTablesToNothingForAFault() {
    ProcessEngineException failure = failed("ERROR: insert or update on table \"task\" violates foreign key constraint"
        + " \"task_department_fkey\"", "23503");

    assertThat(EngineFailures.meaningOf(failure)).isSameAs(failure);
  }
}
