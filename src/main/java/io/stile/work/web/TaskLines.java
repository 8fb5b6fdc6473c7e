package io.stile.work.web;

import io.stile.request.References;
import io.stile.work.Task;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes lines of tasks, with one look for the references of them all. */
@Component
class TaskLines {

  private final References references;
  private final Clock clock;

  TaskLines(References references, Clock clock) {
    this.references = references;
    this.clock = clock;
  }

  TaskLine of(Task task) {
    return of(List.of(task)).get(0);
  }

  List<TaskLine> of(List<Task> tasks) {
    Map<Long, String> known = references.of(tasks.stream().map(Task::id).toList());
    return tasks.stream().map(task -> TaskLine.of(task, known.get(task.id()), clock.instant())).toList();
  }
}
