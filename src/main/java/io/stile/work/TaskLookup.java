package io.stile.work;

import io.stile.engine.ModelVersion;
import io.stile.engine.StepId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Finds tasks. */
@Service
public class TaskLookup {

  private final TaskTable tasks;

  TaskLookup(TaskTable tasks) {
    this.tasks = tasks;
  }

  /** The task of that id, empty if there is none. */
  public Optional<Task> byId(long id) {
    return tasks.byId(id);
  }

  /** The task that a step of the engine waits for, empty if it is not one of ours. */
  public Optional<Task> byStep(StepId step) {
    return tasks.byStep(step);
  }

  /** How many of the tasks of a step of a version each has taken out of the queue of a department, by sign-in name. */
  public Map<String, Integer> takenOf(ModelVersion model, String stepKey) {
    return tasks.takenOf(model, stepKey);
  }

  /** All tasks of a request, in the order in which they began. */
  public List<Task> ofRequest(String request) {
    return tasks.ofRequest(request);
  }

  /** The live tasks of several requests, the one due first first. */
  public List<Task> liveOf(Collection<String> requests) {
    return requests.isEmpty() ? List.of() : tasks.liveOf(requests);
  }
}
