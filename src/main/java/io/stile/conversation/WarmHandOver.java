package io.stile.conversation;

import java.time.Instant;
import java.util.Locale;

/**
 * That somebody who has the customer on the line asks another one to take the conversation over.
 *
 * @param department key of the department that was asked, or null if one employee was
 * @param employee   sign-in name of the employee who was asked, or null if a department was
 * @param words      what he should know before he speaks; may be empty
 * @param offeredBy  sign-in name of who has the customer on the line
 * @param owns       whether the request was opened for this conversation: whoever takes it over owns the request, too
 * @param takenBy    sign-in name of who took it, or null
 * @param endedAt    when it ended, or null
 */
public record WarmHandOver(long id, String request, String department, String employee, String words, String offeredBy,
                           Instant offeredAt, boolean owns, State state, String takenBy, Instant endedAt) {

  /** What became of it. */
  public enum State {
    /** The customer is on the line, and nobody has answered. */
    OPEN,
    /** Somebody took the conversation over. */
    TAKEN,
    /** Nobody did in time. */
    MISSED,
    /** The customer hung up, or the request ended. */
    DROPPED;

    /** The word that the interface for programs uses. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether the customer still waits for somebody. */
  public boolean isOpen() {
    return state == State.OPEN;
  }
}
