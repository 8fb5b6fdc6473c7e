package io.stile.demonstration;

import io.stile.engine.EngineTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;

/**
 * Moves time forward the way it would have passed: from one due instant to the next, letting what is due at each run before
 * it goes on. One jump would run ladders in the wrong order.
 */
@Service
@Profile("!prod")
public class TimeTravel {

  /** The furthest that time is moved at once. */
  public static final Duration MOST = Duration.ofDays(31);

  private final MovableClock clock;
  private final EngineTime engine;

  TimeTravel(MovableClock clock, EngineTime engine) {
    this.clock = clock;
    this.engine = engine;
  }

  /**
   * Moves time forward.
   *
   * @param by more than nothing, at most {@link #MOST}
   * @return the new present, and how many jobs ran on the way
   * @throws IllegalArgumentException if {@code by} is out of range
   */
  public synchronized Arrival advance(Duration by) {
    if (by.isNegative() || by.isZero() || by.compareTo(MOST) > 0) {
      throw new IllegalArgumentException("'advance' is %s; expected more than PT0S and at most %s".formatted(by, MOST));
    }
    Instant target = clock.instant().plus(by);
    int[] ran = {0};
    engine.whilePaused(() -> ran[0] = travelTo(target));
    return new Arrival(clock.instant(), ran[0]);
  }

  private int travelTo(Instant target) {
    int ran = engine.runDue(clock.instant());
    Optional<Instant> next = engine.nextDue();
    while (next.isPresent() && !next.get().isAfter(target)) {
      forwardTo(next.get());
      ran += engine.runDue(clock.instant());
      Optional<Instant> before = next;
      next = engine.nextDue();
      if (next.equals(before)) {
        throw new IllegalStateException("A job that is due at %s does not run".formatted(next.get()));
      }
    }
    forwardTo(target);
    return ran + engine.runDue(clock.instant());
  }

  /** Not back: the clock goes on by itself meanwhile. */
  private void forwardTo(Instant target) {
    Duration step = Duration.between(clock.instant(), target);
    if (!step.isNegative()) {
      clock.advance(step);
    }
  }

  /**
   * Where time stands after it was moved.
   *
   * @param now  the new present
   * @param jobs how many timers and other jobs ran on the way
   */
  public record Arrival(Instant now, int jobs) {}
}
