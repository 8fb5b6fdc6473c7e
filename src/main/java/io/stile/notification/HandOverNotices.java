package io.stile.notification;

import io.stile.handover.HandOverNews;
import io.stile.handover.HandOvers;
import io.stile.work.TaskLookup;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Turns what happened to hand-overs into notices. */
@Component
class HandOverNotices {

  private final Notices notices;
  private final TaskLookup tasks;
  private final HandOvers handOvers;

  HandOverNotices(Notices notices, TaskLookup tasks, HandOvers handOvers) {
    this.notices = notices;
    this.tasks = tasks;
    this.handOvers = handOvers;
  }

  @ApplicationModuleListener
  void on(HandOverNews news) {
    notices.tell("hand-over:%d:%s".formatted(news.handOver(), news.what()), news.employee(), "hand-over", news.request(),
        news.task(), news.text(), news.at());
  }

  /** Whether a task is the answer to a hand-over: who has it hears what is offered instead. */
  boolean tellOf(long task) {
    return tasks.byId(task).flatMap(handOvers::answeredBy).isPresent();
  }
}
