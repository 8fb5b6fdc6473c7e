package io.stile.work.web;

import io.stile.organisation.Deputies;
import io.stile.organisation.Organisation;
import io.stile.web.EntityTags;
import io.stile.web.Part;
import io.stile.web.Refusal;
import io.stile.web.Words;
import io.stile.work.Claims;
import io.stile.work.Completion;
import io.stile.work.Page;
import io.stile.work.QueueFilter;
import io.stile.work.QueueItem;
import io.stile.work.Queues;
import io.stile.work.Task;
import io.stile.work.TakeBack;
import java.util.Map;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tasks for programs. */
@RestController
@RequestMapping("/api/v1/tasks")
@PreAuthorize("hasRole('EMPLOYEE')")
class TasksResource {

  private static final String ME = "me";

  private final Queues queues;
  private final Claims claims;
  private final Completion completion;
  private final TakeBack takeBack;
  private final Organisation organisation;
  private final Deputies deputies;
  private final TaskLines lines;
  private final TaskChanges changes;

  TasksResource(Queues queues, Claims claims, Completion completion, TakeBack takeBack, Organisation organisation, Deputies deputies, TaskLines lines,
      TaskChanges changes) {
    this.queues = queues;
    this.claims = claims;
    this.completion = completion;
    this.takeBack = takeBack;
    this.organisation = organisation;
    this.deputies = deputies;
    this.lines = lines;
    this.changes = changes;
  }

  /**
   * What is sent to complete a task.
   *
   * @param data the answers, by the key of the field
   */
  record Answers(Map<String, Object> data) {}

  /**
   * Tasks, the one due first first; behind them those that wait, the one reviewed first first.
   *
   * @param queue key of a department: the tasks in its queue
   * @param assignee sign-in name of who does them, or {@code me}, which includes those for whom the caller stands in
   * @param state {@code open}, {@code claimed}, {@code done} or {@code cancelled}; left out: open and claimed
   * @param waiting {@code true} for those that wait, {@code false} for those that do not; left out: both
   * @param cursor the {@code next} of the part before
   * @param limit how many at most, from 1; up to 200 come at once
   */
  @GetMapping
  Part<TaskLine> list(@RequestParam(required = false) String queue, @RequestParam(required = false) String assignee,
      @RequestParam(required = false) String state, @RequestParam(required = false) Boolean waiting,
      @RequestParam(required = false) String cursor,
      @RequestParam(defaultValue = "50") int limit, Authentication asker) {
    if (queue != null && organisation.department(queue).isEmpty()) {
      throw Refusal.invalid("queue", "There is no department '%s'; expected the key of one.".formatted(queue));
    }
    if (assignee != null && !ME.equals(assignee) && organisation.employee(assignee).isEmpty()) {
      throw Refusal.invalid("assignee",
          "Nobody has the sign-in name '%s'; expected that of an employee, or 'me'.".formatted(assignee));
    }
    String whose = ME.equals(assignee) ? asker.getName() : assignee;
    QueueFilter filter = new QueueFilter(queue, whose, null, null, false, false)
        .in(Words.parse("state", Task.State.class, state)).waiting(waiting)
        .alsoOf(ME.equals(assignee) ? deputies.namesFor(whose) : Set.of());
    Page<QueueItem> page = queues.page(filter, cursor, Part.most(limit, 200));
    return new Part<>(lines.of(page.items().stream().map(QueueItem::task).toList()), page.next());
  }

  /**
   * A task with its form; its tag changes with everything in it.
   *
   * @param id of the task
   */
  @GetMapping("/{id}")
  ResponseEntity<TaskDetail> show(@PathVariable long id) {
    return changes.read(id);
  }

  /**
   * Takes a task out of the queue: from now on it is the caller's to do.
   *
   * @param id of the task
   * @param ifMatch tag of the task as it was read: if it has changed since, nothing is done
   */
  @PostMapping("/{id}/claim")
  ResponseEntity<TaskLine> claim(@PathVariable long id, @RequestHeader(name = EntityTags.IF_MATCH, required = false) String ifMatch,
      Authentication asker) {
    return changes.change(id, ifMatch, () -> claims.claim(id, asker.getName()));
  }

  /**
   * Puts a task of the caller's back into the queue.
   *
   * @param id of the task
   * @param ifMatch tag of the task as it was read: if it has changed since, nothing is done
   */
  @PostMapping("/{id}/release")
  ResponseEntity<TaskLine> release(@PathVariable long id, @RequestHeader(name = EntityTags.IF_MATCH, required = false) String ifMatch,
      Authentication asker) {
    return changes.change(id, ifMatch, () -> claims.release(id, asker.getName()));
  }

  /**
   * Completes a task of the caller's with the answers to its form; the request goes on.
   *
   * @param id of the task
   * @param ifMatch tag of the task as it was read: if it has changed since, nothing is done
   */
  @PostMapping("/{id}/complete")
  ResponseEntity<TaskLine> complete(@PathVariable long id, @RequestHeader(name = EntityTags.IF_MATCH, required = false) String ifMatch,
      @RequestBody Answers answers, Authentication asker) {
    return changes.change(id, ifMatch, () -> {
      completion.complete(id, asker.getName(), answers.data() == null ? Map.of() : answers.data());
      return changes.required(id);
    });
  }

  /**
   * Takes the completion of a task back, as long as nobody has worked on what followed and nothing left the house.
   *
   * @param id names the task
   * @param ifMatch tag of the task as it was read: if it has changed since, nothing is done
   */
  @PostMapping("/{id}/take-back")
  ResponseEntity<TaskLine> takeBack(@PathVariable long id, @RequestHeader(name = EntityTags.IF_MATCH, required = false) String ifMatch,
      Authentication asker) {
    return changes.change(id, ifMatch, () -> takeBack.takeBack(id, asker.getName()));
  }
}
