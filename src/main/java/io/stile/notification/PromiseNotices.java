package io.stile.notification;

import io.stile.promise.PromiseTold;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells employees of promises that they must look after, after it has been committed. */
@Component
class PromiseNotices {

  private final Notices notices;

  PromiseNotices(Notices notices) {
    this.notices = notices;
  }

  @ApplicationModuleListener
  void on(PromiseTold told) {
    notices.tell("promise:%d:%s:%s".formatted(told.promise(), told.what(), told.at()), told.employee(), "promise",
        told.request(), null, told.text(), told.at());
  }
}
