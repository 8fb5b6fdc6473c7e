package io.stile.engine;

import java.util.List;

/**
 * What the completion of a step led to until everything waited again, so that it can be taken back.
 *
 * @param steps   the steps for people that began
 * @param effects what was done that reaches beyond the process, each in words: "the customer was granted a credit"
 * @param ended   whether the process ended
 * @param undo    what the engine needs to go back; opaque
 */
public record Sequel(List<StepId> steps, List<String> effects, boolean ended, String undo) {

  public Sequel {
    steps = List.copyOf(steps);
    effects = List.copyOf(effects);
  }
}
