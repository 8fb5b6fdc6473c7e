package io.stile.catalogue;

import io.stile.catalogue.Publication.Source;
import io.stile.engine.ModelVersion;
import java.time.Instant;
import java.util.Set;

/**
 * A publication that waits for a second person or for its date, or did.
 *
 * @param note       why, in the author's words
 * @param author     sign-in name of who asked for it
 * @param drawnBy    sign-in names of everybody who saved something in the draft
 * @param basedOn    the version that was newest when the draft was begun; null if none was published
 * @param digest     names the files that were asked for
 * @param publishAt  when it is to be published; null for as soon as it may
 * @param approval   whether a second person has to approve it
 * @param approver   sign-in name of who has approved it; null as long as nobody has
 * @param endedBy    sign-in name of who cancelled or declined it; null otherwise
 * @param outcome    why it was declined, refused or void; null otherwise
 */
public record PlannedPublication(long id, String model, Source source, String note, String author, Set<String> drawnBy, ModelVersion basedOn,
                                 String digest, Instant askedAt, Instant publishAt, boolean approval, String approver, Instant approvedAt,
                                 State state, Instant endedAt, String endedBy, String outcome) {

  /** How far it is. */
  public enum State {
    /** For a second person. */
    WAITING,
    /** For its date. */
    PLANNED,
    PUBLISHED,
    /** By the second person. */
    DECLINED,
    /** By its author or an administrator. */
    CANCELLED,
    /** When its date came: by the gate, or because somebody else had published. */
    REFUSED,
    /** The draft was changed after it was asked for. */
    VOID
  }

  /** Whether something can still come of it. */
  public boolean isOpen() {
    return state == State.WAITING || state == State.PLANNED;
  }

  /** Whether somebody can be the second person: neither the author nor anybody who drew. */
  public boolean canBeApprovedBy(String signIn) {
    return state == State.WAITING && !author.equals(signIn) && !drawnBy.contains(signIn);
  }
}
