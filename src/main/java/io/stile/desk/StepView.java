package io.stile.desk;

import io.stile.work.Task;
import java.time.Instant;

/**
 * A step of a request that is done or going on.
 *
 * @param where    who it is for: the name of a department, or of a person
 * @param assignee name of who does or did it, or null
 * @param protocol name of the protocol that it belongs to, or null for a step of the request type
 * @param clock    its clock, or null if it has no target
 * @param reference the number under which somebody else has the same matter, or null
 */
public record StepView(Task task, String where, String assignee, String protocol, ClockView clock, String reference) {

  /** Whether it is done, and not merely over. */
  public boolean isDone() {
    return task.state() == Task.State.DONE;
  }

  /** Whether it was over before somebody did it. */
  public boolean isCancelled() {
    return task.state() == Task.State.CANCELLED;
  }

  /** {@code ok}, {@code warn}, {@code late}, {@code wait}, {@code done} or {@code cancelled}. */
  public String state() {
    if (isCancelled()) {
      return "cancelled";
    }
    return clock == null ? isDone() ? "done" : "ok" : clock.state();
  }

  /** Whether it was or is late. */
  public boolean isLate(Instant now) {
    return task.isLate(now);
  }
}
