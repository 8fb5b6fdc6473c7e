package io.stile.engine;

/** Is told how processes end, inside the engine's transaction. Must have no effect outside of it. */
public interface ProcessObserver {

  /** A process reached an end event that stands for an outcome of the case. */
  void reached(CaseKey caseKey, String process, String outcome);

  /** Nothing runs any more in a process that was started for a case. */
  void ended(CaseKey caseKey, String process);
}
