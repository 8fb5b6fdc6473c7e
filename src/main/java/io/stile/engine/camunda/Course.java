package io.stile.engine.camunda;

import io.stile.engine.StepId;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Notes what happens while one command of the engine runs; the engine runs it in the thread that asks for it. */
@Component
class Course {

  private final ThreadLocal<Notes> running = new ThreadLocal<>();

  /**
   * What happened.
   *
   * @param started   the steps that began
   * @param effects   what actions did beyond the process, and which other steps of the process it cancelled
   * @param cancelled the steps that were cancelled
   */
  record Notes(List<StepId> started, List<String> effects, List<Cancelled> cancelled) {}

  /** A step that was cancelled, and the running process to which it belonged. */
  record Cancelled(StepId step, String name, String instance) {}

  /** Runs a command and answers what happened. */
  Notes of(Runnable command) {
    Notes notes = new Notes(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    running.set(notes);
    try {
      command.run();
      return notes;
    } finally {
      running.remove();
    }
  }

  void started(StepId step) {
    if (running.get() != null) {
      running.get().started().add(step);
    }
  }

  void cancelled(DelegateTask task) {
    if (running.get() != null) {
      running.get().cancelled().add(new Cancelled(new StepId(task.getId()), task.getName(), task.getProcessInstanceId()));
    }
  }

  void effect(String what) {
    if (running.get() != null) {
      running.get().effects().add(what);
    }
  }
}
