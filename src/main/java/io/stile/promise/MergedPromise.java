package io.stile.promise;

import io.stile.request.MergeTie;
import io.stile.request.Request;
import io.stile.request.RequestMerged;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What was promised for a request that is merged is promised for the one as which it goes on: if the customer was told an
 * earlier time for it, that one holds. Other open promises keep a request from being merged, so that none is lost.
 */
@Component
class MergedPromise implements MergeTie {

  private final PromiseTable table;
  private final PromiseWatch watch;
  private final Settling settling;

  MergedPromise(PromiseTable table, PromiseWatch watch, Settling settling) {
    this.table = table;
    this.watch = watch;
    this.settling = settling;
  }

  @Override
  public Optional<String> whyNotMerged(Request request) {
    return table.ofRequest(request.number().value()).stream()
        .filter(promise -> promise.isOpen() && !promise.ofRequest()).findFirst()
        .map(promise -> "the customer was promised “%s”; keep that first, or merge the other request into this one"
            .formatted(promise.what()));
  }

  @EventListener
  void on(RequestMerged merged) {
    Optional<Promise> ended = open(merged.number());
    ended.ifPresent(promise -> settle(promise, merged));
    ended.filter(promise -> promise.dueAt().isAfter(merged.at()))
        .ifPresent(earlier -> open(merged.into()).filter(kept -> earlier.dueAt().isBefore(kept.dueAt()))
            .ifPresent(kept -> takeOver(kept, earlier, merged)));
  }

  private Optional<Promise> open(String request) {
    return table.ofRequest(request).stream().filter(Promise::ofRequest).filter(Promise::isOpen).findFirst();
  }

  private void settle(Promise promise, RequestMerged merged) {
    Promise.State state = merged.at().isAfter(promise.dueAt()) ? Promise.State.BROKEN : Promise.State.DROPPED;
    settling.record(promise, new Settlement(state, null, false, null), merged.at());
    watch.end(promise);
  }

  private void takeOver(Promise kept, Promise earlier, RequestMerged merged) {
    settling.move(kept, null, earlier.dueAt(), "It is the same as " + merged.number(), merged.by());
    watch.end(kept);
    watch.begin(kept.id(), kept.request(), true);
  }
}
