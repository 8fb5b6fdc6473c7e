package io.stile.work;

import io.stile.engine.StepId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Finds out where a task came from: the department of the step whose completion led to it. Steps of the same department are
 * passed over, because nobody returns anything to himself; before the first step stands the owner.
 */
@Component
class ReturnOrigin {

  private static final int FURTHEST = 100;

  private final TaskTable tasks;
  private final SequelTable sequels;

  ReturnOrigin(TaskTable tasks, SequelTable sequels) {
    this.tasks = tasks;
    this.sequels = sequels;
  }

  /** Key of the department, empty for the owner of the request. */
  Optional<String> of(Task task) {
    List<Task> done = tasks.ofRequest(task.request()).stream().filter(each -> each.state() == Task.State.DONE)
        .filter(each -> each.process().equals(task.process())).toList();
    StepId step = task.step();
    for (int i = 0; i < FURTHEST; i++) {
      StepId began = step;
      Optional<Task> before = done.stream().filter(each -> sequels.of(each.id())
          .filter(sequel -> sequel.steps().contains(began)).isPresent()).reduce((first, last) -> last);
      if (before.isEmpty()) {
        return Optional.empty();
      }
      if (!Objects.equals(before.get().department(), task.department())) {
        return Optional.ofNullable(before.get().department());
      }
      step = before.get().step();
    }
    return Optional.empty();
  }
}
