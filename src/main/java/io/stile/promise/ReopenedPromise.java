package io.stile.promise;

import io.stile.catalogue.RequestType;
import io.stile.catalogue.RequestTypes;
import io.stile.engine.CaseKey;
import io.stile.engine.Processes;
import io.stile.request.Clocks;
import io.stile.request.Journal;
import io.stile.request.JournalKind;
import io.stile.request.Request;
import io.stile.request.RequestReopened;
import io.stile.request.Requests;
import java.time.Instant;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
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
  private final Requests requests;
  private final RequestTypes types;
  private final Clocks clocks;
  private final Journal journal;
  private final Processes processes;
  private final ApplicationEventPublisher events;

  ReopenedPromise(PromiseTable table, Requests requests, RequestTypes types, Clocks clocks, Journal journal,
      Processes processes, ApplicationEventPublisher events) {
    this.table = table;
    this.requests = requests;
    this.types = types;
    this.clocks = clocks;
    this.journal = journal;
    this.processes = processes;
    this.events = events;
  }

  @EventListener
  void on(RequestReopened reopened) {
    table.ofRequest(reopened.number()).stream().filter(Promise::ofRequest).findFirst().ifPresent(promise -> {
      table.openAgain(promise.id());
      clocks.openAgain(promise.request(), Clocks.ofPromise(promise.id()), reopened.at());
      if (reopened.promisedBy().isAfter(promise.dueAt())) {
        renew(promise, reopened);
      }
      processes.start("promise", new CaseKey(promise.request()), Map.of("promise", String.valueOf(promise.id())));
    });
  }

  private void renew(Promise promise, RequestReopened reopened) {
    Instant due = reopened.promisedBy();
    table.renew(promise.id(), due);
    String calendar = requests.byNumber(promise.request()).map(Request::type).flatMap(types::byKey)
        .map(RequestType::calendar).orElseThrow();
    clocks.fix(promise.request(), Clocks.ofPromise(promise.id()), reopened.at(), due, calendar, REASON);
    journal.add(promise.request(), JournalKind.PROMISE_RENEWED, reopened.by(),
        Map.of("reason", REASON, "due", due.toString(), "before", promise.dueAt().toString()));
    events.publishEvent(new PromiseRenewed(promise.id(), promise.renewals() + 1, promise.request(), promise.dueAt(), due,
        REASON, reopened.by(), reopened.at()));
  }
}
