package io.stile.catalogue;

import io.stile.engine.ModelVersion;
import java.time.Instant;

/**
 * One version of a model as it was published.
 *
 * @param model    id of its process, or of the decision table that stands alone
 * @param number   1 for the first version, the same number that every page shows
 * @param version  the engine's own name of it
 * @param source   where it came from
 * @param author   sign-in name of who published it; null when the program brought it
 * @param approver sign-in name of the second person; null if nobody was asked
 * @param note     why, in the author's words
 */
public record Publication(String model, int number, ModelVersion version, Source source, String author, String approver, String note, Instant at) {

  /** Where a version came from. */
  public enum Source {
    /** With the program. */
    SHIPPED,
    /** From the draft of the studio. */
    EDITED,
    /** An earlier version once more. */
    RESTORED,
    /** As a bundle from elsewhere. */
    IMPORTED
  }
}
