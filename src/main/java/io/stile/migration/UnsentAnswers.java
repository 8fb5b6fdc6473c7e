package io.stile.migration;

import io.stile.draft.Drafts;
import io.stile.engine.Migrations.Route;
import io.stile.engine.Model;
import io.stile.engine.ModelStep;
import io.stile.engine.Models;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.work.Task;
import io.stile.work.TaskLookup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What somebody has typed into the form of a task and not sent, where the form of the other version does not ask for it any
 * more. His draft keeps it; the page of the task does not show it again, so the request's story says so.
 */
@Component
class UnsentAnswers {

  private final TaskLookup tasks;
  private final Drafts drafts;
  private final Models models;
  private final StepDifferences differences;
  private final Organisation organisation;

  UnsentAnswers(TaskLookup tasks, Drafts drafts, Models models, StepDifferences differences, Organisation organisation) {
    this.tasks = tasks;
    this.drafts = drafts;
    this.models = models;
    this.differences = differences;
    this.organisation = organisation;
  }

  /** In words, one for each form; what was typed is for whoever typed it alone. */
  List<String> notAskedAnyMore(String request, String type, Route route) {
    Model target = models.version(route.to());
    List<String> found = new ArrayList<>();
    tasks.liveOf(List.of(request)).stream().filter(task -> task.process().equals(type) && task.assignee() != null)
        .forEach(task -> models.version(route.from()).step(task.stepKey()).ifPresent(before -> target
            .step(route.places().getOrDefault(task.stepKey(), "")).ifPresent(after -> find(task, before, target, after, found))));
    return found;
  }

  private void find(Task task, ModelStep before, Model target, ModelStep after, List<String> found) {
    Map<String, String> gone = new LinkedHashMap<>(differences.fields(models.version(task.model()), before));
    gone.keySet().removeAll(differences.fields(target, after).keySet());
    if (gone.isEmpty()) {
      return;
    }
    List<Map<String, Object>> typed = drafts.ofTask(task.assignee(), task.id()).stream().map(draft -> draft.typed()).toList();
    String labels = gone.entrySet().stream()
        .filter(field -> typed.stream().map(draft -> draft.get(field.getKey())).anyMatch(UnsentAnswers::isSomething))
        .map(field -> "“" + field.getValue() + "”").collect(Collectors.joining(", "));
    if (!labels.isEmpty()) {
      found.add("“%s” does not ask for %s any more, where %s had typed something and not sent it".formatted(after.name(), labels,
          organisation.employee(task.assignee()).map(Employee::name).orElse(task.assignee())));
    }
  }

  private static boolean isSomething(Object typed) {
    return typed != null && !Objects.equals(typed, "");
  }
}
