package io.stile.work.web;

import com.fasterxml.jackson.databind.util.RawValue;
import io.stile.form.FormSchema;
import io.stile.engine.UnitOfWork;
import io.stile.request.Requests;
import io.stile.web.EntityTags;
import io.stile.work.Returns;
import io.stile.work.Task;
import io.stile.work.TaskForms;
import io.stile.work.TaskLookup;
import io.stile.work.TaskRefused;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Reads tasks for programs, and changes only what they have read. */
@Component
class TaskChanges {

  private final TaskLookup tasks;
  private final TaskForms forms;
  private final TaskLines lines;
  private final Requests requests;
  private final Returns returns;
  private final EntityTags tags;
  private final UnitOfWork unitOfWork;

  TaskChanges(TaskLookup tasks, TaskForms forms, TaskLines lines, Requests requests, Returns returns, EntityTags tags, UnitOfWork unitOfWork) {
    this.tasks = tasks;
    this.forms = forms;
    this.lines = lines;
    this.requests = requests;
    this.returns = returns;
    this.tags = tags;
    this.unitOfWork = unitOfWork;
  }

  /** @throws TaskRefused if there is none */
  Task required(long id) {
    return tasks.byId(id).orElseThrow(() -> new TaskRefused(TaskRefused.Kind.UNKNOWN, "There is no task " + id));
  }

  /** A task as it is at one instant, with its tag. */
  ResponseEntity<TaskDetail> read(long id) {
    TaskDetail detail = unitOfWork.snapshot(() -> detail(required(id)));
    return ResponseEntity.ok().eTag(tags.of(detail)).body(detail);
  }

  /**
   * What became of a task, with its new tag. The tag that was read is compared while nobody else can change the task: whatever changes
   * one takes its request first.
   *
   * @param ifMatch tags of which one must be that of the task; null for none
   */
  ResponseEntity<TaskLine> change(long id, String ifMatch, Supplier<Task> work) {
    return unitOfWork.of(() -> {
      if (ifMatch != null) {
        requests.lock(required(id).request());
        tags.require(ifMatch, detail(required(id)));
      }
      Task changed = work.get();
      return ResponseEntity.ok().eTag(tags.of(detail(changed))).body(lines.of(changed));
    });
  }

  private TaskDetail detail(Task task) {
    RawValue form = forms.form(task).map(FormSchema::json).map(RawValue::new).orElse(null);
    return new TaskDetail(lines.of(task), form, forms.shown(task), returns.of(task).stream().map(ReturnLine::of).toList());
  }
}
