package io.stile.work.web;

import io.stile.web.EntityTags;
import io.stile.web.Part;
import io.stile.work.ReturnReason;
import io.stile.work.ReturnReasons;
import io.stile.work.Returns;
import io.swagger.v3.oas.annotations.media.Schema;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For programs: returns tasks and sends them on. */
@RestController
@RequestMapping("/api/v1")
@PreAuthorize("hasRole('EMPLOYEE')")
class TaskReturnsResource {

  private final Returns returns;
  private final ReturnReasons reasons;
  private final TaskChanges changes;

  TaskReturnsResource(Returns returns, ReturnReasons reasons, TaskChanges changes) {
    this.returns = returns;
    this.reasons = reasons;
    this.changes = changes;
  }

  /**
   * What is sent to return a task.
   *
   * @param reason key of one of the reasons that can be chosen
   * @param words what is missing or wrong; at most 2,000 characters
   */
  record NewReturn(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) String reason,
                   @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String words) {}

  /**
   * What is sent to answer a return.
   *
   * @param words what was corrected, or the answer; at most 2,000 characters
   */
  record ReturnAnswer(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) String words) {}

  /**
   * A reason for which a task can be returned.
   *
   * @param key names the reason
   * @param label in words
   */
  record Reason(String key, String label) {

    static Reason of(ReturnReason reason) {
      return new Reason(reason.key(), reason.label());
    }
  }

  /** The reasons that can be chosen, by their words. */
  @GetMapping("/return-reasons")
  Part<Reason> reasons() {
    return Part.whole(reasons.offered().stream().map(Reason::of).toList());
  }

  /**
   * Returns a task to where it came from: the department of the step before, or the owner of the request. The second time
   * between the same two it stays where it is, and both leads and the owner decide who does it.
   *
   * @param id of the task
   * @param ifMatch tag of the task as it was read: if it has changed since, nothing is done
   */
  @PostMapping("/tasks/{id}/return")
  ResponseEntity<TaskLine> giveBack(@PathVariable long id, @RequestHeader(name = EntityTags.IF_MATCH, required = false) String ifMatch,
      @RequestBody NewReturn asked, Authentication asker) {
    return changes.change(id, ifMatch, () -> returns.giveBack(id, asked.reason(), asked.words(), asker.getName()));
  }

  /**
   * Answers a return: the task goes back to whoever returned it.
   *
   * @param id of the task
   * @param ifMatch tag of the task as it was read: if it has changed since, nothing is done
   */
  @PostMapping("/tasks/{id}/return/answer")
  ResponseEntity<TaskLine> sendOn(@PathVariable long id, @RequestHeader(name = EntityTags.IF_MATCH, required = false) String ifMatch,
      @RequestBody ReturnAnswer asked, Authentication asker) {
    return changes.change(id, ifMatch, () -> returns.sendOn(id, asked.words(), asker.getName()));
  }
}
