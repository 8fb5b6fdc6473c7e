package io.stile.testkit;

import io.stile.demonstration.MovableClock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.test.context.TestComponent;

/**
 * The application's clock in the hands of a test. It stands still until a test moves it, and only moves forward; tests share it, so
 * a test reckons from {@link #now()}, not from the start.
 */
@TestComponent
public class TestClock {

  /** Monday, 2026-03-02 at 09:00 in Berlin: where the clock stands when the application starts. */
  public static final String START = "2026-03-02T08:00:00Z";

  private final MovableClock clock;

  TestClock(MovableClock clock) {
    this.clock = clock;
  }

  /** What the application takes for the present instant. */
  public Instant now() {
    return clock.instant();
  }

  /**
   * Moves the clock forward; the engine's jobs do not run by that.
   *
   * @return the instant after the move
   */
  public Instant advance(Duration step) {
    return clock.advance(step);
  }

  /**
   * Moves the clock forward to an instant.
   *
   * @throws IllegalArgumentException if the instant lies before the present one
   */
  public Instant advanceTo(Instant instant) {
    Duration step = Duration.between(now(), instant);
    if (step.isNegative()) {
      throw new IllegalArgumentException("The clock only moves forward: it is " + now() + " already, got " + instant);
    }
    return clock.advance(step);
  }
}
