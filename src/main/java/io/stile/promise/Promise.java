package io.stile.promise;

import java.time.Instant;

/**
 * What we told a customer we would do, and by when.
 *
 * @param what       in words
 * @param ofRequest  whether it is the promise that came with opening the request
 * @param from       not before; null if any time until then is right
 * @param dueAt      until when it holds now, inclusive; moved only by renewal
 * @param firstDueAt what was promised first
 * @param phone      under which number, in E.164; null if it is not about a call, or no number is known
 * @param givenBy    sign-in name of the promiser
 * @param givenAt    when it was given
 * @param keeper     sign-in name of who is to keep it: the promiser, or who took it over
 * @param endedAt    when it was settled, or null while it is open
 * @param settledBy  sign-in name of who settled it; null while it is open, or if the platform did
 * @param words      what was said or done when it was settled, or why it was not kept; null while it is open, or if there are none
 * @param unreached  whether it was done as promised, but nobody was reached and the customer was written to
 * @param renewals   how often it was renewed
 * @param attempts   how often somebody tried to reach the customer, and did not
 */
public record Promise(long id, String request, String what, boolean ofRequest, Instant from, Instant dueAt,
                      Instant firstDueAt, String phone, String givenBy, Instant givenAt, String keeper, State state,
                      Instant endedAt, String settledBy, String words, boolean unreached, int renewals, int attempts) {

  /** After so many attempts a promise may be settled although nobody was reached. */
  public static final int ENOUGH_ATTEMPTS = 3;

  /**
   * What became of a promise. Dropped: nobody needs it any more, because the customer withdrew the request before it was due or
   * said so.
   */
  public enum State { OPEN, KEPT, BROKEN, DROPPED }

  public boolean isOpen() {
    return state == State.OPEN;
  }

  /** Whether it was tried often enough to settle it although nobody was reached. */
  public boolean isTriedEnough() {
    return attempts >= ENOUGH_ATTEMPTS;
  }

  /** Whether it was settled after it was due, or is open and past it. */
  public boolean isLate(Instant now) {
    return (endedAt == null ? now : endedAt).isAfter(dueAt);
  }

  /** When its window begins: what was agreed, or when it was given. */
  public Instant beginsAt() {
    return from == null ? givenAt : from;
  }
}
