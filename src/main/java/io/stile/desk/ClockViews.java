package io.stile.desk;

import io.stile.promise.Promise;
import io.stile.request.Clocks;
import io.stile.sla.ClockState;
import io.stile.sla.SlaClock;
import io.stile.web.Times;
import io.stile.work.Task;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads clocks the way pages show them. */
@Component
public class ClockViews {

  private static final int WARN_AT = 75;

  private final Clocks clocks;
  private final Times times;
  private final Clock clock;

  ClockViews(Clocks clocks, Times times, Clock clock) {
    this.clocks = clocks;
    this.times = times;
    this.clock = clock;
  }

  /**
   * A clock of a request, empty if there is none of that name.
   *
   * @param warnAt when its time runs short, or null for the usual share of it
   */
  Optional<ClockView> of(String request, String name, Instant warnAt) {
    return clocks.clock(request, name).map(running -> view(name, running, warnAt));
  }

  /** The clocks of tasks, by the tasks' ids; a task without a target has none. */
  public Map<Long, ClockView> ofTasks(Collection<Task> tasks) {
    Map<String, SlaClock> running = clocks.clocks(tasks.stream().map(Task::request).distinct().toList(),
        tasks.stream().map(Task::clock).toList());
    return tasks.stream().filter(task -> running.containsKey(task.clock()))
        .collect(Collectors.toMap(Task::id, task -> view(task.clock(),
            running.get(task.clock()), task.warnAt())));
  }

  /** The clock of a promise that is open, as a list shows it: late or not, without the share that is used up. */
  public ClockView ofPromise(Promise promise) {
    String state = clock.instant().isBefore(promise.dueAt()) ? "ok" : "late";
    return new ClockView(Clocks.ofPromise(promise.id()), promise.dueAt(), state, null, null);
  }

  private ClockView view(String name, SlaClock running, Instant warnAt) {
    Instant now = clock.instant();
    boolean over = running.state(now) == ClockState.MET;
    return new ClockView(name, running.due(), over ? "done" : state(running, warnAt, now), used(running, now),
        over ? ended(running) : null);
  }

  private static String state(SlaClock running, Instant warnAt, Instant now) {
    if (running.state(now) == ClockState.PAUSED) {
      return "wait";
    }
    if (running.isLate(now)) {
      return "late";
    }
    return now.isBefore(warnAt == null ? running.warnAt(WARN_AT) : warnAt) ? "ok" : "warn";
  }

  private static int used(SlaClock running, Instant now) {
    Duration used = running.used(now);
    Duration remaining = running.remaining(now);
    if (remaining.isNegative() || remaining.isZero()) {
      return 100;
    }
    return (int) (100 * used.toSeconds() / Math.max(1, used.plus(remaining).toSeconds()));
  }

  private String ended(SlaClock over) {
    Instant met = over.facts().get(over.facts().size() - 1).at();
    Duration left = Duration.between(met, over.due());
    return left.isNegative() || left.isZero() ? "done, late by " + times.span(left)
        : "done with " + times.span(left) + " to spare";
  }
}
