package io.stile.notification;

import io.stile.work.Task;
import io.stile.work.TaskLookup;
import io.stile.work.TaskTakenBack;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What was told about tasks that are not needed any more, because the one before them was taken back, is withdrawn as far
 * as nobody has heard it: in the same transaction, so that nobody hears it afterwards.
 */
@Component
class TakenBack {

  private final MailTable mail;
  private final Notices notices;
  private final TaskLookup tasks;

  TakenBack(MailTable mail, Notices notices, TaskLookup tasks) {
    this.mail = mail;
    this.notices = notices;
    this.tasks = tasks;
  }

  /** Whether a task is not needed any more: an event about it may be delivered late. */
  boolean isCancelled(long task) {
    return tasks.byId(task).filter(found -> found.state() == Task.State.CANCELLED).isPresent();
  }

  @EventListener
  void on(TaskTakenBack takenBack) {
    takenBack.followed().forEach(task -> {
      mail.withdraw("(assigned:%1$d:|warned:%1$d$|late:%1$d$|told:%1$d:)".formatted(task));
      notices.withdraw(task);
    });
  }
}
