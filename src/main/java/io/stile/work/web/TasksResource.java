package io.stile.work.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.stile.catalogue.FormSchema;
import io.stile.engine.UnitOfWork;
import io.stile.organisation.Organisation;
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
import io.stile.work.TaskForms;
import io.stile.work.TaskLookup;
import io.stile.work.TaskRefused;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tasks for programs. */
@RestController
@RequestMapping("/api/v1/tasks")
@PreAuthorize("hasRole('EMPLOYEE')")
class TasksResource {

  private static final String ME = "me";

  private final TaskLookup tasks;
  private final Queues queues;
  private final Claims claims;
  private final Completion completion;
  private final TaskForms forms;
  private final Organisation organisation;
  private final UnitOfWork unitOfWork;
  private final Clock clock;

  TasksResource(TaskLookup tasks, Queues queues, Claims claims, Completion completion, TaskForms forms,
      Organisation organisation, UnitOfWork unitOfWork, Clock clock) {
    this.tasks = tasks;
    this.queues = queues;
    this.claims = claims;
    this.completion = completion;
    this.forms = forms;
    this.organisation = organisation;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  /** A task in a list. */
  record TaskLine(long id, String name, String step, String state, String request, String type, long customer,
                  String department, String assignee, Instant createdAt, Instant due, boolean late, int version) {}

  /** A task with its form, and what the form is given. */
  record TaskDetail(@JsonUnwrapped TaskLine task, @JsonRawValue String form, Map<String, Object> data) {}

  /** What is sent to complete a task. */
  record Answers(Map<String, Object> data) {}

  @GetMapping
  Part<TaskLine> list(@RequestParam(required = false) String queue, @RequestParam(required = false) String assignee,
      @RequestParam(required = false) String state, @RequestParam(required = false) String cursor,
      @RequestParam(defaultValue = "50") int limit, Authentication asker) {
    if (queue != null && organisation.department(queue).isEmpty()) {
      throw Refusal.invalid("queue", "There is no department '%s'; expected the key of one.".formatted(queue));
    }
    String whose = ME.equals(assignee) ? asker.getName() : assignee;
    QueueFilter filter = new QueueFilter(queue, whose, null, null, false, false)
        .in(Words.parse("state", Task.State.class, state));
    Page<QueueItem> page = queues.page(filter, cursor, limit);
    return new Part<>(page.items().stream().map(item -> line(item.task())).toList(), page.next());
  }

  @GetMapping("/{id}")
  TaskDetail show(@PathVariable long id) {
    Task task = required(id);
    String form = forms.form(task).map(FormSchema::json).orElse(null);
    return new TaskDetail(line(task), form, forms.shown(task));
  }

  @PostMapping("/{id}/claim")
  TaskLine claim(@PathVariable long id, Authentication asker) {
    return line(unitOfWork.of(() -> claims.claim(id, asker.getName())));
  }

  @PostMapping("/{id}/release")
  TaskLine release(@PathVariable long id, Authentication asker) {
    return line(unitOfWork.of(() -> claims.release(id, asker.getName())));
  }

  @PostMapping("/{id}/complete")
  TaskLine complete(@PathVariable long id, @RequestBody Answers answers, Authentication asker) {
    unitOfWork.run(() -> completion.complete(id, asker.getName(), answers.data() == null ? Map.of() : answers.data()));
    return line(required(id));
  }

  private Task required(long id) {
    return tasks.byId(id).orElseThrow(() -> new TaskRefused(TaskRefused.Kind.UNKNOWN, "There is no task " + id));
  }

  private TaskLine line(Task task) {
    return new TaskLine(task.id(), task.name(), task.stepKey(), task.state().word(), task.request(), task.type(),
        task.customer(), task.department(), task.assignee(), task.createdAt(), task.dueAt(),
        task.isLate(clock.instant()), task.version());
  }
}
