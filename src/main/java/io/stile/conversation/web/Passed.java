package io.stile.conversation.web;

import io.stile.conversation.WarmHandOver;
import java.time.Instant;

/**
 * A conversation that is passed on.
 *
 * @param state {@code open}, {@code taken}, {@code missed} if nobody took it in time, or {@code dropped}
 * @param request number of the request that it is about
 * @param owns whether the request was opened for this conversation, so that whoever takes it owns the request, too
 * @param department key of the department that was asked; null if one employee was
 * @param employee sign-in name of the employee who was asked; null if a department was
 * @param words what he should know before he speaks; may be empty
 * @param offeredBy sign-in name of who has the customer on the line
 * @param offeredAt when it was offered
 * @param takenBy sign-in name of who took it; null if nobody did
 * @param task id of the task that takes it over; null if it has ended
 */
record Passed(String state, String request, boolean owns, String department, String employee, String words, String offeredBy,
              Instant offeredAt, String takenBy, Long task) {

  static Passed of(WarmHandOver one, Long task) {
    return new Passed(one.state().word(), one.request(), one.owns(), one.department(), one.employee(), one.words(),
        one.offeredBy(), one.offeredAt(), one.takenBy(), task);
  }
}
