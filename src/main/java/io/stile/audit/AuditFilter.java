package io.stile.audit;

import java.time.Instant;

/**
 * What a list of entries is narrowed to; null or blank leaves a part open.
 *
 * @param actor sign-in name of who did it
 * @param kind what kind of thing was changed
 * @param subject a piece of the key or name of the thing, in any case
 * @param from inclusive
 * @param until exclusive
 */
public record AuditFilter(String actor, String kind, String subject, Instant from, Instant until) {

  /** Everything. */
  public static final AuditFilter NONE = new AuditFilter(null, null, null, null, null);
}
