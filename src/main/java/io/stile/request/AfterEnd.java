package io.stile.request;

import java.time.Duration;
import java.time.Instant;

/**
 * For how long a request that has ended is still talked about. Counted from its end, inclusive, until the end of the time,
 * exclusive; in days of 24 hours, because customers do not count ours.
 */
public final class AfterEnd {

  /** So long contacts can be logged about it, and it is shown where somebody opens another one: 30 days. */
  public static final Duration RECENT = Duration.ofDays(30);
  /** So long it can be opened again: 7 days. */
  public static final Duration REOPENABLE = Duration.ofDays(7);

  private AfterEnd() {
  }

  /** Whether a contact about the request can be logged: it is open, or has ended only recently. */
  public static boolean isTalkedAbout(Request request, Instant now) {
    return request.isOpen() || isWithin(RECENT, request, now);
  }

  /**
   * Whether the request can be opened again. One that was withdrawn cannot: most of what was begun was undone then, and a
   * customer who wants it after all is served best by a new one.
   */
  public static boolean isReopenable(Request request, Instant now) {
    return request.state() == Request.State.CLOSED && isWithin(REOPENABLE, request, now);
  }

  private static boolean isWithin(Duration time, Request request, Instant now) {
    return now.isBefore(request.closedAt().plus(time));
  }
}
