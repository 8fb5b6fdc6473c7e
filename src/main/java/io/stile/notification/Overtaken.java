package io.stile.notification;

import io.stile.work.Task;
import io.stile.work.TaskLookup;
import io.stile.work.TaskWaits;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What was to be told about the time of a task and does not hold any more: the task was set to wait before it was told, so
 * it is not late now, and is due at another instant afterwards.
 */
@Component
class Overtaken {

  private final TaskLookup tasks;
  private final MailTable mail;

  Overtaken(TaskLookup tasks, MailTable mail) {
    this.tasks = tasks;
    this.mail = mail;
  }

  /** Whether it does not hold any more that a task is late. */
  boolean isLateness(long task) {
    return tasks.byId(task).filter(Task::isWaiting).isPresent();
  }

  /** Whether it does not hold any more that a task is due at an instant. */
  boolean isDue(long task, Instant due) {
    Optional<Task> now = tasks.byId(task);
    return isLateness(task) || now.isPresent() && !due.equals(now.get().dueAt());
  }

  /** In the transaction in which the task is set to wait: what waits in the mail is not sent any more. */
  @EventListener
  void drop(TaskWaits waits) {
    mail.dropAbout(waits.task(), waits.at());
  }
}
