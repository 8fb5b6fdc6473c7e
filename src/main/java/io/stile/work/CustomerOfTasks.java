package io.stile.work;

import io.stile.request.CustomerCorrected;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The tasks of a request are for its customer, also when he is corrected; in the same transaction. */
@Component
class CustomerOfTasks {

  private final TaskTable tasks;

  CustomerOfTasks(TaskTable tasks) {
    this.tasks = tasks;
  }

  @EventListener
  void follow(CustomerCorrected corrected) {
    tasks.setCustomer(corrected.number(), corrected.right());
  }
}
