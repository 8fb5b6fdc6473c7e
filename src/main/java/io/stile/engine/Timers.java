package io.stile.engine;

import java.time.Instant;
import java.util.List;

/** The alarms that wait in the engine. */
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
}
