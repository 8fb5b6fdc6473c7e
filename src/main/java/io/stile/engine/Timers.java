package io.stile.engine;

import java.time.Instant;
import java.util.List;

/** The alarms that wait in the engine. Every call joins the caller's transaction. */
public interface Timers {

  /**
   * An alarm that has not gone off yet.
   *
   * @param element id of the model's element that it belongs to
   * @param due     when it goes off
   * @param warning whether it is the warning before an element's due date instead of the element itself
   */
  record Pending(String process, String element, Instant due, boolean warning) {}

  /** What waits for a case, the earliest first. */
  List<Pending> pending(CaseKey caseKey);

  /**
   * Puts the alarms of a step that waits to the dates that hold if the wait ends as planned. An alarm whose instant has come
   * already does not go off while the step waits; if the step is late, the escalation that its alarm has begun ends.
   *
   * @return whether the warning was due already and has not gone off
   * @throws ConcurrentChange if the step is not open any more
   */
  boolean pause(StepId step, StepDates.Dates dates);

  /**
   * Sets the alarms of a step whose wait is over anew. An alarm that has gone off cannot be moved, so the one for a late
   * step is made again and goes off at once, which begins its escalation from the first rung; a warning whose instant has
   * come is not given again.
   *
   * @throws ConcurrentChange if the step is not open any more
   */
  void resume(StepId step, StepDates.Dates dates);
}
