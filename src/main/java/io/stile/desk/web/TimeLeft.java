package io.stile.desk.web;

import io.stile.sla.SlaClock;
import io.stile.work.Task;
import java.time.Duration;
import java.time.Instant;

/**
 * How a due time is shown in lists.
 *
 * @param at    the due instant
 * @param state {@code ok}, {@code warn} or {@code late}: what the eye must see first
 * @param used  percent of the time used, 0 to 100, or null if it is not known
 */
record TimeLeft(Instant at, String state, Integer used) {

  /** The time left of a task as of an instant, null if it has no target. */
  static TimeLeft of(Task task, SlaClock clock, Instant now) {
    if (task.dueAt() == null) {
      return null;
    }
    boolean warned = task.warnAt() != null && !now.isBefore(task.warnAt());
    String state = task.isLate(now) ? "late" : warned ? "warn" : "ok";
    return new TimeLeft(task.dueAt(), state, clock == null ? null : used(clock, now));
  }

  /** A due instant without a warning before it. */
  static TimeLeft of(Instant due, Instant now) {
    return new TimeLeft(due, now.isBefore(due) ? "ok" : "late", null);
  }

  boolean late() {
    return "late".equals(state);
  }

  private static int used(SlaClock clock, Instant now) {
    Duration remaining = clock.remaining(now);
    if (remaining.isNegative() || remaining.isZero()) {
      return 100;
    }
    long used = clock.used(now).toMillis();
    return (int) (100 * used / Math.max(1, used + remaining.toMillis()));
  }
}
