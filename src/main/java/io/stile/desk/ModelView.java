package io.stile.desk;

import io.stile.engine.Model;
import java.util.List;

/**
 * A model as its page shows it.
 *
 * @param owner   name of the process owner, or null
 * @param promise what customers are promised, in words; null for a protocol
 * @param steps   the steps for people, in the order in which the file has them
 */
public record ModelView(Model model, String owner, String promise, List<Step> steps) {

  /**
   * A step and what stands on it.
   *
   * @param key    id of the element
   * @param name   verb and object
   * @param who    name of the department, or whom the role word means
   * @param target in words, or null
   * @param what   what to do; may be empty
   * @param live   how many requests stand on it
   * @param late   how many of them are late
   */
  public record Step(String key, String name, String who, String target, String what, int live, int late) {}

  /** Whether it is a protocol of the platform and no request type. */
  public boolean isProtocol() {
    return promise == null;
  }

  /** How many requests stand on its steps. */
  public int live() {
    return steps.stream().mapToInt(Step::live).sum();
  }

  /** How many of them are late. */
  public int late() {
    return steps.stream().mapToInt(Step::late).sum();
  }

  /** What its diagram marks: the steps on which something stands, with the numbers. */
  public DiagramState diagram() {
    return new DiagramState(List.of(), steps.stream().filter(step -> step.live() > 0)
        .map(step -> new DiagramState.Current(step.key(), step.late() > 0 ? "late" : "ok", badge(step))).toList());
  }

  private static String badge(Step step) {
    return step.late() == 0 ? step.live() + " live" : step.live() + " live, " + step.late() + " late";
  }
}
