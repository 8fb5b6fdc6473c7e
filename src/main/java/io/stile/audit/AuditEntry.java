package io.stile.audit;

import java.time.Instant;
import java.util.List;

/**
 * One act of somebody.
 *
 * @param actor sign-in name; null when the program did it by itself, for example at its first start
 * @param act what he did, as a verb in the past: {@code changed}
 * @param changes what differs since then; empty if the act says it all
 */
public record AuditEntry(long id, Instant at, String actor, String act, Subject subject, List<Change> changes) {

  public AuditEntry {
    changes = List.copyOf(changes);
  }
}
