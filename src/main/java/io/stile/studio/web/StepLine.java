package io.stile.studio.web;

import io.stile.sla.Target;
import io.stile.sla.TargetWords;
import io.stile.studio.DrawnStep;

/**
 * A step of a diagram in words.
 *
 * @param who    name of the department, or whom the role word means
 * @param target in words; empty if it has none
 */
record StepLine(String name, String who, String target, String text) {

  static StepLine of(DrawnStep step, People people) {
    return new StepLine(step.name().isEmpty() ? step.id() : step.name(), people.group(step.group()), words(step.target()), step.text());
  }

  /** A draft can hold anything: what is no target is shown as it stands. */
  private static String words(String target) {
    try {
      return target.isEmpty() ? "" : TargetWords.of(Target.parse(target));
    } catch (IllegalArgumentException noTarget) {
      return target;
    }
  }
}
