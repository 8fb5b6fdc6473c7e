package io.stile.studio;

import io.stile.catalogue.LiveWork.Live;
import io.stile.catalogue.PlannedPublication;
import io.stile.catalogue.Publication;
import io.stile.catalogue.Retired;
import io.stile.catalogue.ShippedOffer;
import io.stile.engine.PublishedVersion;
import java.time.Instant;

/**
 * A model as the studio lists it.
 *
 * @param key     id of its process, or of the decision table that stands alone
 * @param owner   sign-in name of its process owner; null if it has none
 * @param newest  its newest version; null if it was never published
 * @param last    who published that when and why; null if it was never published, or past the studio
 * @param draft   what is being changed; null if nothing is
 * @param offer   a new shipped version that waits for an answer; null if none does
 * @param retired since when no new request can be opened; null if one can, or if it is no request type
 * @param plan    a publication that waits; null if none does
 */
public record StudioModel(String key, String name, Kind kind, String owner, PublishedVersion newest, Publication last, Live live,
                          ModelDraft draft, ShippedOffer offer, Retired retired, PlannedPublication plan) {

  /** What it is. */
  public enum Kind {
    REQUEST_TYPE("Request type"),
    PROTOCOL("Protocol"),
    TABLE("Decision table");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** As people read it. */
    public String words() {
      return words;
    }
  }

  /** Whether there is nothing but a draft of it. */
  public boolean neverPublished() {
    return newest == null;
  }

  /** When it was changed last: published, or saved in the draft. */
  public Instant changedAt() {
    Instant published = newest == null ? Instant.MIN : newest.at();
    return draft != null && draft.last().savedAt().isAfter(published) ? draft.last().savedAt() : published;
  }

  /** Whether somebody else has published since the draft was begun. */
  public boolean overtaken() {
    return draft != null && newest != null && !newest.version().equals(draft.basedOn());
  }
}
