package io.stile.consistency;

/** One thing that should hold between all rows of some tables, or between them and the engine. */
interface Check {

  /** Names the check, in kebab-case. */
  String name();

  /** What should hold, in a sentence. */
  String expects();

  /**
   * Looks, in the caller's snapshot.
   *
   * @param found takes what does not agree
   * @return how many things were looked at
   */
  long run(Snapshot snapshot, Findings found);
}
