package io.stile.promise;

import java.time.Instant;

/**
 * What we told a customer we would do, and by when.
 *
 * @param what       in words
 * @param ofRequest  whether it is the promise that came with opening the request
 * @param dueAt      until when it holds now; moved only by renewal
 * @param firstDueAt what was promised first
 * @param givenBy    sign-in name of the promiser
 * @param endedAt    when it was kept or broken, or null while it is open
 * @param renewals   how often it was renewed
 */
public record Promise(long id, String request, String what, boolean ofRequest, Instant dueAt, Instant firstDueAt,
                      String givenBy, State state, Instant endedAt, int renewals) {

  /** What became of a promise. Dropped: the customer withdrew the request before it was due. */
  public enum State { OPEN, KEPT, BROKEN, DROPPED }
}
