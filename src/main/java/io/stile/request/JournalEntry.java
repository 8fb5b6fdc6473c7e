package io.stile.request;

import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * One thing that happened to a request.
 *
 * @param id      grows with time within a request
 * @param actor   sign-in name of who did it, or null if the platform did
 * @param details what belongs to it, by name
 */
public record JournalEntry(long id, String request, Instant at, JournalKind kind, String actor,
                           Map<String, String> details) {

  /** What happened, without the actor, with sign-in names and instants as they are kept. */
  public String told() {
    return told(detail -> detail);
  }

  /**
   * What happened, without the actor: "took “Reserve the handset”".
   *
   * @param words puts a detail into words for the reader: a sign-in name becomes a name, an instant a time in his zone
   */
  public String told(UnaryOperator<String> words) {
    return kind.tell(details, words);
  }
}
