package io.stile.engine;

import java.util.Map;

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
   * Tells what runs for a case that something happened. Nobody waiting for it is no error.
   *
   * @param message  name of the message in the model
   * @param matching facts that the receiver must carry with just these values; empty for every receiver of the case
   * @param facts    what is handed over with the message
   * @return how many were waiting for it
   * @throws ConcurrentChange if somebody else was faster
   */
  int tell(String message, CaseKey caseKey, Map<String, ?> matching, Map<String, ?> facts);
}
