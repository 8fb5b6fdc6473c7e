package io.stile.work.web;

import io.stile.organisation.Absence;
import io.stile.organisation.Deputies;
import io.stile.request.References;
import io.stile.work.Task;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes lines of tasks, with one look for the references of them all. */
@Component
class TaskLines {

  private final References references;
  private final Deputies deputies;
  private final Clock clock;

  TaskLines(References references, Deputies deputies, Clock clock) {
    this.references = references;
    this.deputies = deputies;
    this.clock = clock;
  }

  TaskLine of(Task task) {
    return of(List.of(task)).get(0);
  }

  List<TaskLine> of(List<Task> tasks) {
    Map<Long, String> known = references.of(tasks.stream().map(Task::id).toList());
    Map<String, Optional<String>> standing = new HashMap<>();
    return tasks.stream().map(task -> TaskLine.of(task, known.get(task.id()), !task.isLive() ? null : standing.computeIfAbsent(
        String.valueOf(task.assignee()), absent -> deputies.absenceOf(task.assignee()).map(Absence::deputy)).orElse(null), clock.instant()))
        .toList();
  }
}
