package io.stile.demonstration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A clock that can be moved forward, never back. How far it is ahead of the clock below it lies in the database, so that it is
 * the same after a restart. Moving it lets no timer fire by itself: whoever moves it lets the engine work at each due instant.
 */
public final class MovableClock extends Clock {

  private final Clock base;
  private final JdbcClient jdbc;
  private final AtomicReference<Duration> offset;

  MovableClock(Clock base, JdbcClient jdbc) {
    this.base = base;
    this.jdbc = jdbc;
    this.offset = new AtomicReference<>(storedOffset());
  }

  private Duration storedOffset() {
    return Duration.ofMillis(jdbc.sql("select ahead_ms from stile.demonstration_clock").query(Long.class).single());
  }

  /** How far this clock is ahead of the real time; zero or more. */
  public Duration offset() {
    return offset.get();
  }

  /**
   * Moves this clock forward, for every node that starts from now on and for this one at once.
   *
   * @param step how far, in whole milliseconds (the rest is cut off); not negative
   * @return the instant after the move
   * @throws IllegalArgumentException if the step is negative
   */
  public synchronized Instant advance(Duration step) {
    Objects.requireNonNull(step, "step");
    if (step.isNegative()) {
      throw new IllegalArgumentException("The clock only moves forward: expected a duration of zero or more, got " + step);
    }
    long ahead = jdbc.sql("update stile.demonstration_clock set ahead_ms = ahead_ms + :step returning ahead_ms")
        .param("step", step.toMillis()).query(Long.class).single();
    offset.set(Duration.ofMillis(ahead));
    return instant();
  }

  @Override
  public Instant instant() {
    return base.instant().plus(offset.get());
  }

  @Override
  public ZoneId getZone() {
    return base.getZone();
  }

  /** This clock in another zone; it moves with this one. */
  @Override
  public Clock withZone(ZoneId zone) {
    MovableClock moved = this;
    return new Clock() {
      @Override
      public Instant instant() {
        return moved.instant();
      }

      @Override
      public ZoneId getZone() {
        return zone;
      }

      @Override
      public Clock withZone(ZoneId other) {
        return moved.withZone(other);
      }
    };
  }
}
