package io.stile.promise;

import io.stile.request.Clocks;
import io.stile.request.RequestReopened;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A request that is opened again has its promise again: for the instant for which it held, if that lies far enough ahead;
 * otherwise it is renewed, and the customer is told.
 */
@Component
class ReopenedPromise {

  /** The customer reads it. */
  private static final String REASON = "Your request was opened again";

  private final PromiseTable table;
  private final PromiseWatch watch;
  private final Settling settling;
  private final Clocks clocks;

  ReopenedPromise(PromiseTable table, PromiseWatch watch, Settling settling, Clocks clocks) {
    this.table = table;
    this.watch = watch;
    this.settling = settling;
    this.clocks = clocks;
  }

  @EventListener
  void on(RequestReopened reopened) {
    table.ofRequest(reopened.number()).stream().filter(Promise::ofRequest).findFirst().ifPresent(promise -> {
      table.openAgain(promise.id());
      clocks.openAgain(promise.request(), Clocks.ofPromise(promise.id()), reopened.at());
      if (reopened.promisedBy().isAfter(promise.dueAt())) {
        settling.move(promise, null, reopened.promisedBy(), REASON, reopened.by());
      }
      watch.begin(promise.id(), promise.request(), true);
    });
  }
}
