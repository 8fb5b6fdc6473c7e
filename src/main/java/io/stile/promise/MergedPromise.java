package io.stile.promise;

import io.stile.catalogue.RequestType;
import io.stile.catalogue.RequestTypes;
import io.stile.engine.CaseKey;
import io.stile.engine.Processes;
import io.stile.request.Clocks;
import io.stile.request.Journal;
import io.stile.request.JournalKind;
import io.stile.request.MergeTie;
import io.stile.request.Request;
import io.stile.request.RequestMerged;
import io.stile.request.Requests;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What was promised for a request that is merged is promised for the one as which it goes on: if the customer was told an
 * earlier time for it, that one holds. Other open promises keep a request from being merged, so that none is lost.
 */
@Component
class MergedPromise implements MergeTie {

  private final PromiseTable table;
  private final Requests requests;
  private final RequestTypes types;
  private final Clocks clocks;
  private final Journal journal;
  private final Processes processes;
  private final ApplicationEventPublisher events;

  MergedPromise(PromiseTable table, Requests requests, RequestTypes types, Clocks clocks, Journal journal,
      Processes processes, ApplicationEventPublisher events) {
    this.table = table;
    this.requests = requests;
    this.types = types;
    this.clocks = clocks;
    this.journal = journal;
    this.processes = processes;
    this.events = events;
  }

  @Override
  public Optional<String> whyNotMerged(Request request) {
    return table.ofRequest(request.number().value()).stream()
        .filter(promise -> promise.state() == Promise.State.OPEN && !promise.ofRequest()).findFirst()
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
    return table.ofRequest(request).stream().filter(Promise::ofRequest)
        .filter(promise -> promise.state() == Promise.State.OPEN).findFirst();
  }

  private void settle(Promise promise, RequestMerged merged) {
    Promise.State settled = merged.at().isAfter(promise.dueAt()) ? Promise.State.BROKEN : Promise.State.DROPPED;
    table.end(promise.id(), settled, merged.at());
    clocks.meet(promise.request(), Clocks.ofPromise(promise.id()), merged.at());
    journal.add(promise.request(), JournalKind.valueOf("PROMISE_" + settled.name()), null,
        Map.of("due", promise.dueAt().toString()));
    unwatch(promise);
  }

  private void takeOver(Promise kept, Promise earlier, RequestMerged merged) {
    String reason = "It is the same as " + merged.number();
    table.renew(kept.id(), earlier.dueAt());
    String calendar = requests.byNumber(kept.request()).map(Request::type).flatMap(types::byKey)
        .map(RequestType::calendar).orElseThrow();
    clocks.fix(kept.request(), Clocks.ofPromise(kept.id()), merged.at(), earlier.dueAt(), calendar, reason);
    journal.add(kept.request(), JournalKind.PROMISE_RENEWED, merged.by(),
        Map.of("reason", reason, "due", earlier.dueAt().toString(), "before", kept.dueAt().toString()));
    unwatch(kept);
    processes.start("promise", new CaseKey(kept.request()), Map.of("promise", String.valueOf(kept.id())));
    events.publishEvent(new PromiseRenewed(kept.id(), kept.renewals() + 1, kept.request(), kept.dueAt(), earlier.dueAt(),
        reason, merged.by(), merged.at()));
  }

  private void unwatch(Promise promise) {
    processes.tell("promise.settled", new CaseKey(promise.request()),
        Map.of("promise", String.valueOf(promise.id())), Map.of());
  }
}
