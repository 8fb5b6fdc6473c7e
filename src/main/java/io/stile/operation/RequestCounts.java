package io.stile.operation;

import io.micrometer.core.instrument.MeterRegistry;
import io.stile.request.Request;
import io.stile.request.RequestClosed;
import io.stile.request.RequestOpened;
import io.stile.request.Requests;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Counts what this node has opened and closed, after it was committed: {@code stile.requests.opened} and {@code stile.requests.closed}.
 * A listener after the commit would be written into the registry of events, and told again after a restart.
 */
@Component
class RequestCounts {

  /** Instead of the customer's reason, which is nobody's business here. */
  private static final String WITHDRAWN = "withdrawn";

  private final Requests requests;
  private final MeterRegistry meters;

  RequestCounts(Requests requests, MeterRegistry meters) {
    this.requests = requests;
    this.meters = meters;
  }

  @EventListener
  void on(RequestOpened opened) {
    countAfterCommit("stile.requests.opened", "type", opened.type());
  }

  @EventListener
  void on(RequestClosed closed) {
    String type = requests.byNumber(closed.number()).map(Request::type).orElse("unknown");
    countAfterCommit("stile.requests.closed", "type", type, "outcome", closed.withdrawn() ? WITHDRAWN : closed.outcome());
  }

  private void countAfterCommit(String counter, String... tags) {
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCommit() {
        meters.counter(counter, tags).increment();
      }
    });
  }
}
