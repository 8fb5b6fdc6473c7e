package io.stile.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Starts processes and tells them what happened outside. Every call joins the caller's transaction. */
public interface Processes {

  /**
   * Starts the newest version of a process.
   *
   * @param facts what its conditions and decisions may read; names that the model does not use are left out
   * @return the version that was started
   * @throws IllegalArgumentException if no such process was published
   */
  ModelVersion start(String process, CaseKey caseKey, Map<String, ?> facts);

  /**
   * Corrects facts of what runs for a case. A fact that has another value than the wrong one by now was answered again, and
   * stays; what has ended stays.
   *
   * @param wrong the values as they were handed over
   * @param right the values as they are right
   */
  void correct(String process, CaseKey caseKey, Map<String, ?> wrong, Map<String, ?> right);

  /** What was decided already for a case by one of these facts, gateways and decisions, in the words of the model. */
  List<String> decidedOn(String process, CaseKey caseKey, Set<String> facts);

  /**
   * Tells what runs for a case that something happened. Nobody waiting for it is no error.
   *
   * @param message  name of the message in the model
   * @param matching facts that the receiver must carry with just these values; empty for every receiver of the case
   * @param facts    what is handed over with the message
   * @return how many were waiting for it
   * @throws ConcurrentChange if somebody else was faster
   */
  int tell(String message, CaseKey caseKey, Map<String, ?> matching, Map<String, ?> facts);

  /**
   * Has what runs of a process for a case run for another one from now on. It stays where it is, with its steps and timers.
   *
   * @param matching facts that it must carry with just these values
   * @return how many that were
   * @throws ConcurrentChange if somebody else was faster
   */
  int move(String process, CaseKey from, Map<String, ?> matching, CaseKey to);
}
