package io.stile.notification;

import io.stile.work.TaskReturned;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells of returned tasks, after it has been committed; events can be delivered twice. */
@Component
class ReturnNotices {

  private final Notices notices;

  ReturnNotices(Notices notices) {
    this.notices = notices;
  }

  @ApplicationModuleListener
  void on(TaskReturned returned) {
    notices.tell("return:%d:%s".formatted(returned.id(), returned.what()), returned.tell(), "returned", returned.request(),
        returned.task(), returned.text(), returned.at());
  }
}
