package io.stile.desk;

import io.stile.sla.SlaClock;
import java.time.Duration;
import java.time.Instant;

/**
 * A promise against the clock.
 *
 * @param at   until when it holds
 * @param state {@code ok}, {@code warn} or {@code late}: the words of the pages
 * @param used percent of its open time that is used, 0 to 100
 */
public record PromiseDue(Instant at, String state, int used) {

  private static final int WARN_AT = 75;

  /** How the clock of a promise stands at an instant. */
  static PromiseDue of(SlaClock clock, Instant now) {
    Duration used = clock.used(now);
    Duration left = clock.remaining(now);
    boolean late = clock.isLate(now);
    int percent = late || left.isNegative() ? 100 : percent(used, used.plus(left));
    return new PromiseDue(clock.due(), late ? "late" : percent >= WARN_AT ? "warn" : "ok", percent);
  }

  private static int percent(Duration part, Duration whole) {
    return whole.isZero() ? 0 : (int) (part.toMillis() * 100 / whole.toMillis());
  }
}
