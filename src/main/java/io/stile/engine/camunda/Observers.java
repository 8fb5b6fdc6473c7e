package io.stile.engine.camunda;

import io.stile.engine.ProcessObserver;
import io.stile.engine.StepObserver;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Those who want to be told; looked up late, because they use the engine themselves. */
@Component
class Observers {

  private final ObjectProvider<StepObserver> steps;
  private final ObjectProvider<ProcessObserver> processes;

  Observers(ObjectProvider<StepObserver> steps, ObjectProvider<ProcessObserver> processes) {
    this.steps = steps;
    this.processes = processes;
  }

  void tellOfStep(Consumer<StepObserver> news) {
    steps.orderedStream().forEach(news);
  }

  void tellOfProcess(Consumer<ProcessObserver> news) {
    processes.orderedStream().forEach(news);
  }
}
