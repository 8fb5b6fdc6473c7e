package io.stile.engine;

import java.time.Instant;
import java.util.Map;

/** Moves a process on when a person has finished a step. Joins the caller's transaction. */
public interface Tasks {

  /**
   * Finishes a step. The engine does not ask who does it: the caller has checked that.
   *
   * @param answers the answers by field; names that the model does not use are left out, missing ones count as null
   * @return what it led to
   * @throws ConcurrentChange if somebody else was faster
   */
  Sequel complete(StepId step, Map<String, ?> answers);

  /**
   * Whether what a completion led to still waits just there: nothing of it was finished, and no alarm or message has
   * moved it on.
   */
  boolean isWhereItLed(Sequel sequel);

  /**
   * Has a step wait again as before it was completed: what followed is cancelled, and the facts that the completion
   * changed are as before, unless they were changed again since then. {@link StepDates} and {@link StepObserver} are
   * told of a step that begins again.
   *
   * @param step   the step that was completed
   * @param doneAt when it was: its worker is not warned a second time of what he was warned of until then
   * @return what waits again, and under which names
   * @throws ConcurrentChange if what followed does not wait there any more
   */
  Reopened takeBack(StepId step, Sequel sequel, Instant doneAt);

  /**
   * The facts that conditions and decisions of the step's process can read, results of decisions among them.
   *
   * @throws ConcurrentChange if the step is not open any more
   */
  Map<String, Object> facts(StepId step);
}
