package io.stile.obstacle;

import io.stile.request.Request;
import java.time.Instant;

/**
 * Something that stops colleagues from serving.
 *
 * @param number       number of the request that it is
 * @param what         what is in the way, in the words of the first who reported it
 * @param department   key of the group that nobody reaches, or null
 * @param owner        sign-in name of who owes an answer
 * @param outcome      what came of it; null while it is open
 * @param openedAt     when it was first reported
 * @param dueAt        until when it is to be dealt with
 * @param answer       what those who reported it were told last, or null
 * @param reporters    how many people have reported it
 * @param reports      how often it was reported
 * @param lastReported when it was reported last
 */
public record Obstacle(String number, ObstacleKind kind, String what, String department, String owner,
                       Request.State state, String outcome, Instant openedAt, Instant dueAt, String answer,
                       int reporters, int reports, Instant lastReported) {

  /** Whether it is still in the way. */
  public boolean isOpen() {
    return state == Request.State.OPEN;
  }
}
