package io.stile.work;

import io.stile.request.Journal;
import io.stile.request.JournalKind;
import io.stile.request.OwnerChanged;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives the steps that are for the owner to the new one when the owner changes, in the same transaction. */
@Component
class OwnerTasks {

  private final TaskTable tasks;
  private final Journal journal;
  private final ApplicationEventPublisher events;

  OwnerTasks(TaskTable tasks, Journal journal, ApplicationEventPublisher events) {
    this.tasks = tasks;
    this.journal = journal;
    this.events = events;
  }

  @EventListener
  void follow(OwnerChanged change) {
    tasks.ofRequest(change.number()).stream().filter(Task::isLive)
        .filter(task -> Receivers.OWNER.equals(task.role())).forEach(task -> give(task, change));
  }

  private void give(Task task, OwnerChanged change) {
    int version = tasks.assign(task.id(), change.to(), change.at());
    journal.add(task.request(), JournalKind.TASK_REASSIGNED, change.by(),
        Map.of("task", task.name(), "to", change.to()));
    events.publishEvent(
        new TaskAssigned(task.id(), task.name(), task.request(), change.to(), change.by(), version, change.at()));
  }
}
