package io.stile.handover;

import java.time.Instant;
import java.util.Locale;

/**
 * An offer of a request to somebody else. The giver stays its owner until it is accepted.
 *
 * @param request          number of the request
 * @param giver            sign-in name of the owner when it was offered
 * @param offeredBy        sign-in name of who offered it: the giver, or somebody who leads him
 * @param department       key of the department that it was offered to; null if it was offered to one employee
 * @param receiver         sign-in name of the employee to whom it was offered; of a department its least loaded available member
 * @param lead             sign-in name of who answers instead of the receiver, since he let two open hours pass; null before
 * @param reason           why it is offered
 * @param left             what is left to do; may be empty
 * @param leadAskedAt      two open hours after the offer: when the lead is asked if nobody has answered
 * @param endedAt          null while it is open
 * @param endedBy          sign-in name of who accepted, declined or took it back; null while it is open, and where it ended by itself
 * @param answer           why it was declined, or ended by itself; null otherwise
 * @param takenBy          sign-in name of the new owner if it was accepted; else null
 * @param betterDepartment key of the department that was named as the better one; null for none
 * @param betterEmployee   sign-in name of the employee who was named as the better one; null for none
 * @param declinableUntil  until when, inclusive, whoever the receiving lead named can give it back to him; null if nobody was named
 * @param givenBackAt      when he did; null if he did not
 * @param givenBackWhy     why he did; null if he did not
 * @param seen             whether the owner has put aside that nobody took it
 */
public record HandOver(long id, String request, String giver, String offeredBy, String department, String receiver,
                       String lead, String reason, String left, Instant offeredAt, Instant leadAskedAt, State state,
                       Instant endedAt, String endedBy, String answer, String takenBy, String betterDepartment,
                       String betterEmployee, Instant declinableUntil, Instant givenBackAt, String givenBackWhy,
                       boolean seen) {

  /** What became of an offer. */
  public enum State {
    /** Nobody has answered yet. */
    OPEN,
    /** Somebody has become the owner. */
    ACCEPTED,
    /** Nobody of those who were asked takes it. */
    DECLINED,
    /** The owner, or whoever leads him, took it back. */
    WITHDRAWN,
    /** There was nothing left to accept: the request ended or got another owner, or the receiver left. */
    LAPSED;

    /** The word that the interface for programs uses. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public boolean isOpen() {
    return state == State.OPEN;
  }

  /** Sign-in name of the one employee who can accept or decline it. */
  public String answerer() {
    return lead == null ? receiver : lead;
  }

  /** Whether whoever declined it has named a better target. */
  public boolean hasBetter() {
    return betterDepartment != null || betterEmployee != null;
  }

  /** Whether somebody was named by the receiving lead and can give it back to him at an instant. */
  public boolean isDeclinableBy(String employee, Instant now) {
    return declinableUntil != null && givenBackAt == null && employee.equals(takenBy) && !now.isAfter(declinableUntil);
  }

  /** Whether the owner has still to be told that nobody took it. */
  public boolean isNews() {
    return !seen && (state == State.DECLINED || state == State.LAPSED);
  }
}
