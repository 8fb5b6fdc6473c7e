package io.stile.engine;

import java.util.List;

/** Has the engine read a diagram without keeping it: whether it could run. */
public interface ModelTrial {

  /**
   * What the engine would refuse.
   *
   * @param element id of the element; empty if the engine names none
   * @param message in the engine's words
   */
  record Flaw(String element, String message) {}

  /** What is wrong with a diagram, empty if it could be published. It must have been found harmless before. */
  List<Flaw> flaws(byte[] diagram);
}
