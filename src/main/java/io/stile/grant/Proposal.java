package io.stile.grant;

import java.time.Instant;
import java.util.Locale;

/**
 * Goodwill that somebody wants to grant and may not on his own: somebody else decides.
 *
 * @param reason     why, in the words of the proposer
 * @param proposedBy sign-in name
 * @param approver   sign-in name of whom it was put before; never the proposer
 * @param decidedBy  sign-in name of who approved or declined it, null if nobody has; never the proposer
 * @param decidedAt  when it ended, or null
 * @param words      what the decider said, or null
 */
public record Proposal(long id, String request, Money amount, String reason, String proposedBy, Instant proposedAt,
                       String approver, State state, String decidedBy, Instant decidedAt, String words) {

  /** What became of a proposal. */
  public enum State {
    /** Nobody has decided. */
    OPEN,
    /** It was approved, and granted with that. */
    GRANTED,
    /** It was declined. */
    DECLINED,
    /** The request ended before anybody decided. */
    DROPPED;

    /** The word that the interface for programs uses. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether a decision is still to be made. */
  public boolean isOpen() {
    return state == State.OPEN;
  }
}
