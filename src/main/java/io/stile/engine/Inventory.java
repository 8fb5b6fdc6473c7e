package io.stile.engine;

import java.time.Instant;
import java.util.List;

/**
 * Everything that runs in the engine, to be compared with what is written about it elsewhere. Reads in the caller's
 * transaction; the lists are whole and in no order.
 */
public interface Inventory {

  /**
   * A process that runs.
   *
   * @param caseKey the case that it was started for; null if it was started for none
   * @param model   the version that it runs on
   * @param subject what a protocol is about: the late task of an escalation, the promise or the wait that is watched; else null
   */
  record RunningProcess(String caseKey, String process, ModelVersion model, String subject) {}

  /**
   * A step that waits for a person.
   *
   * @param caseKey the case of its process; null if that has none
   * @param key     key of the step in the model
   * @param due     when its target runs out; null if it has none
   */
  record WaitingStep(StepId step, String caseKey, String process, String key, Instant due) {}

  /**
   * An alarm that has not gone off yet.
   *
   * @param step    the step at which it stands; null for an alarm that stands alone
   * @param caseKey the case of its process; null if that has none
   * @param element id of the model's element that it belongs to
   * @param kind    what it is for
   * @param givenUp whether it failed so often that it is not tried any more
   */
  record WaitingAlarm(StepId step, String caseKey, String process, String element, Kind kind, Instant due,
                      boolean givenUp) {

    /** What an alarm is for. */
    public enum Kind {
      /** Warns the worker of a step. */
      WARNING,
      /** Stands at the boundary of a step, such as the one that tells that it is late. */
      BOUNDARY,
      /** Stands between steps. */
      BETWEEN
    }
  }

  List<RunningProcess> processes();

  List<WaitingStep> steps();

  List<WaitingAlarm> alarms();
}
