package io.stile.engine;

import java.util.Map;

/** Moves a process on when a person has finished a step. Joins the caller's transaction. */
public interface Tasks {

  /**
   * Finishes a step. The engine does not ask who does it: the caller has checked that.
   *
   * @param answers the answers by field; names that the model does not use are left out, missing ones count as null
   * @throws ConcurrentChange if somebody else was faster
   */
  void complete(StepId step, Map<String, ?> answers);

  /**
   * The facts that conditions and decisions of the step's process can read, results of decisions among them.
   *
   * @throws ConcurrentChange if the step is not open any more
   */
  Map<String, Object> facts(StepId step);
}
