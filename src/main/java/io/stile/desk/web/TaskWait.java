package io.stile.desk.web;

import io.stile.work.Waiting;
import java.time.Instant;

/**
 * What the page of a task shows about waiting and about others' numbers, and what the viewer can do about them.
 *
 * @param waiting   that it waits, or null
 * @param by        name of who set it to wait, or null
 * @param mayWait   whether the viewer can set it to wait and have it go on
 * @param proposed  the review date that is proposed, as the field has it
 * @param promised  the instant that the customer was promised and that stands all the same; null if no promise is open
 * @param reference the number under which somebody else has the same matter, or null
 * @param mayKeep   whether the viewer can keep such a number
 * @param draft     what was not accepted just now
 */
record TaskWait(Waiting waiting, String by, boolean mayWait, String proposed, Instant promised, String reference,
                boolean mayKeep, Draft draft) {

  /** Whether the promise to the customer runs out before the task is looked at again. */
  public boolean isTooLong() {
    return waiting != null && promised != null && !waiting.until().isBefore(promised);
  }

  /** What stands in a field of the form: what was typed, otherwise what is proposed. */
  public String value(String field, String otherwise) {
    return draft.isOf("wait") ? draft.typed("wait", field) : otherwise;
  }

  /** Whether what was not accepted has no form any more in which it could stand. */
  public boolean isFormGone() {
    return draft.isOf("wait") && !mayWait || draft.isOf("reference") && !mayKeep;
  }
}
