package io.stile.desk;

import io.stile.engine.Model;
import io.stile.engine.Models;
import io.stile.organisation.Organisation;
import io.stile.request.References;
import io.stile.request.Request;
import io.stile.work.Task;
import io.stile.work.TaskLookup;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads the steps of a request that are done or going on, from the work list. */
@Component
class StepViews {

  private final TaskLookup tasks;
  private final ClockViews clocks;
  private final References references;
  private final Models models;
  private final Organisation organisation;

  StepViews(TaskLookup tasks, ClockViews clocks, References references, Models models, Organisation organisation) {
    this.tasks = tasks;
    this.clocks = clocks;
    this.references = references;
    this.models = models;
    this.organisation = organisation;
  }

  /** In the order in which they began. */
  List<StepView> of(Request request) {
    Names names = new Names(organisation);
    List<Task> all = tasks.ofRequest(request.number().value());
    Map<Long, ClockView> running = clocks.ofTasks(all);
    Map<Long, String> known = references.of(all.stream().map(Task::id).toList());
    return all.stream().map(task -> view(request, task, running.get(task.id()), known.get(task.id()), names)).toList();
  }

  private StepView view(Request request, Task task, ClockView clock, String reference, Names names) {
    String where = task.department() == null || task.role() != null && task.assignee() != null ? names.employee(task.assignee())
        : names.department(task.department());
    return new StepView(task, where == null ? "Nobody" : where, names.employee(task.assignee()),
        protocol(request, task), clock, reference);
  }

  private String protocol(Request request, Task task) {
    return task.process().equals(request.type()) ? null
        : models.newest(task.process()).map(Model::name).orElse(task.process());
  }
}
