package io.stile.promise;

import io.stile.request.Closing;
import io.stile.request.Journal;
import io.stile.request.JournalKind;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes down what became of promises. Every call joins the caller's transaction, which holds the request and the promise. */
@Component
class Settling {

  private final PromiseTable table;
  private final PromiseWatch watch;
  private final PromiseTelling telling;
  private final Closing closing;
  private final Journal journal;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Settling(PromiseTable table, PromiseWatch watch, PromiseTelling telling, Closing closing, Journal journal,
      ApplicationEventPublisher events, Clock clock) {
    this.table = table;
    this.watch = watch;
    this.telling = telling;
    this.closing = closing;
    this.journal = journal;
    this.events = events;
    this.clock = clock;
  }

  /** Settles a promise other than a request's own; with the last one the request ends of which nothing else was left. */
  void settle(Promise promise, Settlement settlement) {
    record(promise, settlement, clock.instant());
    if (settlement.state() == Promise.State.BROKEN) {
      telling.broken(promise, settlement);
    }
    if (table.openCount(promise.request()) == 0) {
      watch.lastSettled(promise.request(), settlement.isReached());
      closing.closeIfNothingIsLeft(promise.request());
    }
  }

  void record(Promise promise, Settlement settlement, Instant at) {
    table.end(promise.id(), settlement, at);
    watch.stopClock(promise, at);
    journal.add(promise.request(), JournalKind.valueOf("PROMISE_" + settlement.state().name()), settlement.by(),
        details(promise, settlement));
    if (!promise.ofRequest()) {
      events.publishEvent(new PromiseSettled(promise.id(), promise.request(), promise.what(), promise.dueAt(),
          settlement.state(), settlement.unreached(), promise.attempts(), settlement.words(), settlement.by(), at));
    }
  }

  private static Map<String, String> details(Promise promise, Settlement settlement) {
    Map<String, String> details = new HashMap<>(Map.of("due", promise.dueAt().toString()));
    if (!promise.ofRequest()) {
      details.put("what", promise.what());
      details.put("words", settlement.words());
    }
    return details;
  }

  /** Moves a promise to a new window, and tells the customer. */
  void move(Promise promise, Instant from, Instant due, String reason, String by) {
    Instant now = clock.instant();
    table.renew(promise, from, due, reason, by, now);
    watch.setClock(promise.id(), promise.request(), now, due, reason);
    Map<String, String> details = new HashMap<>(
        Map.of("reason", reason, "due", due.toString(), "before", promise.dueAt().toString()));
    if (!promise.ofRequest()) {
      details.put("what", promise.what());
    }
    journal.add(promise.request(), JournalKind.PROMISE_RENEWED, by, details);
    events.publishEvent(new PromiseRenewed(promise.id(), promise.ofRequest() ? null : promise.what(),
        promise.renewals() + 1, promise.request(), promise.dueAt(), from, due, reason, by, now));
  }
}
