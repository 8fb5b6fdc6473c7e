package io.stile.migration;

import io.stile.engine.ModelVersion;
import java.time.Instant;

/**
 * What became of one request in a migration.
 *
 * @param request number of the request
 * @param from    the version from which it comes
 * @param number  its number
 * @param reason  why it stayed, in a sentence; null otherwise
 * @param at      when it had its turn, null until then
 */
public record MigrationItem(long migration, String request, ModelVersion from, int number, Outcome outcome, String reason,
                            Instant at) {

  /** What became of it. */
  public enum Outcome {
    /** It has not had its turn. */
    PENDING,
    /** It follows the other version. */
    MOVED,
    /** It follows the version that it followed before. */
    STAYED
  }
}
