package io.stile.request;

import java.time.Instant;
import java.util.Map;

/**
 * One thing that happened to a request.
 *
 * @param id      grows with time within a request
 * @param actor   sign-in name of who did it, or null if the platform did
 * @param details what belongs to it, by name
 */
public record JournalEntry(long id, String request, Instant at, JournalKind kind, String actor,
                           Map<String, String> details) {

  /** What happened, without the actor: "took “Reserve the handset”". */
  public String told() {
    return kind.tell(details);
  }
}
