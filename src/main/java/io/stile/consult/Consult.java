package io.stile.consult;

import io.stile.work.StepTarget.Target;
import java.time.Instant;

/**
 * A question about a request to a department or a colleague, for which whoever asks keeps request and task.
 *
 * @param request    number of the request
 * @param task       id of the task from which it was asked and with which it ends, or null if it was asked from the request
 * @param asker      sign-in name of who asked
 * @param target     who is asked now
 * @param blocking   whether somebody needs the answer to go on
 * @param dueAt      when the answer is due
 * @param answer     the answer, or null unless it is answered
 * @param answeredBy sign-in name of who answered, or null unless it is answered
 * @param endedAt    when it was answered or ended otherwise, or null while it is open
 * @param endedWhy   why it ended without an answer, in words, or null
 * @param seenAt     when owner or lead took note of the answer, or null while the request needs attention for it
 */
public record Consult(long id, String request, Long task, String asker, Target target, String question,
                      boolean blocking, Instant askedAt, Instant dueAt, State state, String answer, String answeredBy,
                      Instant endedAt, String endedWhy, Instant seenAt) {

  /** Where a question stands. Dropped: its task or its request ended before it was answered. */
  public enum State { OPEN, ANSWERED, WITHDRAWN, DROPPED }

  /** Whether it waits for its answer. */
  public boolean isOpen() {
    return state == State.OPEN;
  }

  /** Whether the answer has arrived, and neither owner nor lead has taken note of it. */
  public boolean isNews() {
    return state == State.ANSWERED && seenAt == null;
  }

  /** Whether its answer was or is late at an instant; the due instant itself is late. */
  public boolean isLate(Instant at) {
    Instant measured = endedAt == null ? at : endedAt;
    return !measured.isBefore(dueAt);
  }

  /** What its process and its steps call it. */
  String subject() {
    return String.valueOf(id);
  }
}
