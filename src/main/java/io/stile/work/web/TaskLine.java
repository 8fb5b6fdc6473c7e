package io.stile.work.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.stile.web.Words;
import io.stile.work.Task;
import io.stile.work.Waiting;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * A task in a list.
 *
 * @param id names the task
 * @param name verb and object
 * @param step key of the step in the model
 * @param state {@code open}, {@code claimed}, {@code done} or {@code cancelled}
 * @param request number of the request
 * @param type key of the request type
 * @param customer id of the customer
 * @param department key of the department in whose queue it is; null if it is for one person
 * @param assignee sign-in name of who does it; null while nobody has claimed it
 * @param createdAt when it came up
 * @param due when its target runs out; while it waits, what holds if it goes on at its review date; null if it has none
 * @param late whether its target has run out; false while it waits
 * @param waiting that it waits; null if it does not
 * @param reference the number under which somebody else has the same matter; null if none is kept
 * @param returned whether it was returned and is to be answered, not completed
 * @param deputy sign-in name of who stands in for the assignee now; null if nobody does
 * @param version grows with every change of state or assignee
 */
record TaskLine(long id, String name, String step, String state, String request, String type, long customer,
                String department, String assignee, Instant createdAt, Instant due, boolean late, WaitingLine waiting,
                String reference, boolean returned, String deputy, int version) {

  /**
   * That a task waits: its clock stands still, and nothing escalates.
   *
   * @param whom {@code customer} or {@code third-party}
   * @param since when it began to wait
   * @param until the review date, when it goes on at the latest
   * @param reason why, in the words of whoever set it to wait
   * @param by sign-in name of who set it to wait
   */
  @Schema(types = {"object", "null"})
  record WaitingLine(@JsonProperty("for") @Schema(description = "`customer` or `third-party`") String whom,
                     Instant since, Instant until, String reason, String by) {

    static WaitingLine of(Waiting waiting) {
      return waiting == null ? null : new WaitingLine(Words.of(waiting.whom()), waiting.since(), waiting.until(),
          waiting.reason(), waiting.by());
    }
  }

  static TaskLine of(Task task, String reference, String deputy, Instant now) {
    return new TaskLine(task.id(), task.name(), task.stepKey(), task.state().word(), task.request(), task.type(),
        task.customer(), task.department(), task.assignee(), task.createdAt(), task.dueAt(), task.isLate(now),
        WaitingLine.of(task.waiting()), reference, task.isReturned(), deputy, task.version());
  }
}
