package io.stile.work.web;

import io.stile.web.Words;
import io.stile.work.TaskReturn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * That a task was returned.
 *
 * @param id names the return
 * @param from key of the department that returned it; null for the owner of the request
 * @param to key of the department to which it was returned; null for the owner
 * @param reason in the words of the list
 * @param words why, in the words of whoever returned it
 * @param by sign-in name of who returned it
 * @param at when
 * @param state {@code open} until it is answered, {@code answered}; {@code disputed} until it is decided who does the task,
 *     {@code decided}; {@code moved} if the model went back; {@code ended} if the task ended before
 * @param answer what was answered; null if nothing was
 * @param decideUntil until when both leads say who does it; null if nothing is to be decided
 * @param doer who does it after the decision: key of a department, or {@code role-owner}; null if nothing was decided
 * @param endedAt when it was answered or decided; null if it was not
 */
record ReturnLine(long id, String from, String to, String reason, String words, String by, Instant at,
                  @Schema(description = "`open`, `answered`, `disputed`, `decided`, `moved` or `ended`") String state, String answer,
                  Instant decideUntil, String doer, Instant endedAt) {

  static ReturnLine of(TaskReturn found) {
    return new ReturnLine(found.id(), found.fromDepartment(), found.toDepartment(), found.reason(), found.words(), found.by(),
        found.at(), Words.of(found.state()), found.answer(), found.voicesUntil(), found.doer(), found.endedAt());
  }
}
