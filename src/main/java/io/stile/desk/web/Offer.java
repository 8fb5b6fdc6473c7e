package io.stile.desk.web;

import io.stile.handover.HandOver;
import java.time.Instant;

/**
 * A hand-over as its reader sees it; employees and departments are names.
 *
 * @param offeredBy   who offers it
 * @param giver       the owner when it was offered
 * @param department  the department that was asked; null if one employee was
 * @param receiver    to whom it was offered
 * @param answerer    who can answer
 * @param endedBy     who answered or took it back; null while it is open or if it ended by itself
 * @param better      who would be better; null if nobody was named
 * @param betterValue the same as the form sends it; null if nobody was named
 * @param due         when the answer is due; null when it has ended
 * @param task        id of the task in which it is answered; null when it has ended
 * @param mine        whether the reader can answer it
 * @param mayWithdraw whether the reader can take it back, or put aside what became of it
 */
record Offer(HandOver handOver, String offeredBy, String giver, String department, String receiver, String answerer,
             String endedBy, String better, String betterValue, Instant due, Long task, boolean mine, boolean mayWithdraw) {

  /** To whom it was offered, in words: "Jonas Hale of Billing". */
  public String to() {
    return department == null ? answerer : "%s of %s".formatted(answerer, department);
  }
}
