package io.stile.work;

import java.time.Instant;

/**
 * That a task waits: its clock stands still, and nothing escalates.
 *
 * @param whom   whom it waits for
 * @param since  when it began to wait
 * @param until  the review date: when it goes on at the latest, inclusive; an instant in open time
 * @param reason why, in the words of whoever set it to wait
 * @param by     sign-in name of who set it to wait
 */
public record Waiting(WaitsFor whom, Instant since, Instant until, String reason, String by) {

  /** "waiting for the customer". */
  public String label() {
    return "waiting for " + whom.label();
  }
}
