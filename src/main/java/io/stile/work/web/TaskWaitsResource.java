package io.stile.work.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.stile.web.EntityTags;
import io.stile.web.Words;
import io.stile.work.TaskReferences;
import io.stile.work.Waits;
import io.stile.work.WaitsFor;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For programs: has tasks wait and go on, and keeps what others call them. */
@RestController
@RequestMapping("/api/v1/tasks/{id}")
@PreAuthorize("hasRole('EMPLOYEE')")
class TaskWaitsResource {

  private final Waits waits;
  private final TaskReferences references;
  private final TaskChanges changes;

  TaskWaitsResource(Waits waits, TaskReferences references, TaskChanges changes) {
    this.waits = waits;
    this.references = references;
    this.changes = changes;
  }

  /**
   * What is sent to set a task to wait.
   *
   * @param whom {@code customer} or {@code third-party}
   * @param until the review date, when it goes on at the latest: later than now, at most 90 days ahead, while its department is open
   * @param reason what it waits for, in words; at most 2,000 characters
   */
  record NewWait(@JsonProperty("for")
                 @Schema(description = "`customer` or `third-party`", requiredMode = Schema.RequiredMode.REQUIRED) String whom,
                 @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Instant until,
                 @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String reason) {}

  /**
   * What is sent to keep a reference with a task.
   *
   * @param reference the number under which somebody else has the same matter, at most 200 characters; null or empty removes it
   */
  record NewReference(String reference) {}

  /**
   * Sets a task to wait for the customer or for a third party; one that waits already waits anew. The clock of its department
   * stands still meanwhile, the promise to the customer does not.
   *
   * @param id of the task
   * @param ifMatch tag of the task as it was read: if it has changed since, nothing is done
   */
  @PostMapping("/wait")
  ResponseEntity<TaskLine> begin(@PathVariable long id, @RequestHeader(name = EntityTags.IF_MATCH, required = false) String ifMatch,
      @RequestBody NewWait asked, Authentication asker) {
    WaitsFor whom = Words.parse("for", WaitsFor.class, asked.whom());
    return changes.change(id, ifMatch, () -> waits.begin(id, whom, asked.until(), asked.reason(), asker.getName()));
  }

  /**
   * Has a task go on that waits, with the time that it had left.
   *
   * @param id of the task
   * @param ifMatch tag of the task as it was read: if it has changed since, nothing is done
   */
  @PostMapping("/resume")
  ResponseEntity<TaskLine> resume(@PathVariable long id, @RequestHeader(name = EntityTags.IF_MATCH, required = false) String ifMatch,
      Authentication asker) {
    return changes.change(id, ifMatch, () -> waits.resume(id, asker.getName()));
  }

  /**
   * Keeps a reference with a task, instead of the one that it had.
   *
   * @param id of the task
   * @param ifMatch tag of the task as it was read: if it has changed since, nothing is done
   */
  @PutMapping("/reference")
  ResponseEntity<TaskLine> keep(@PathVariable long id, @RequestHeader(name = EntityTags.IF_MATCH, required = false) String ifMatch,
      @RequestBody NewReference asked, Authentication asker) {
    return changes.change(id, ifMatch, () -> references.keep(id, asked.reference(), asker.getName()));
  }
}
