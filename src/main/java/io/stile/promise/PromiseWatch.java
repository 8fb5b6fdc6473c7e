package io.stile.promise;

import io.stile.catalogue.RequestType;
import io.stile.catalogue.RequestTypes;
import io.stile.engine.CaseKey;
import io.stile.engine.Processes;
import io.stile.request.Clocks;
import io.stile.request.Request;
import io.stile.request.Requests;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The process that watches a promise, and its clock. Every call joins the caller's transaction, which holds the request. */
@Component
class PromiseWatch {

  private static final String AT_RISK = "promise.at-risk";
  private static final String TAKEN_OVER = "promise.taken-over";
  private static final String SETTLED = "promise.settled";

  /** Whether it is the promise that came with the request. */
  static final String WHOLE = "wholeRequest";
  /** Whether the last promise of a request was kept. */
  static final String KEPT = "promiseKept";

  private final Processes processes;
  private final Requests requests;
  private final RequestTypes types;
  private final Clocks clocks;

  PromiseWatch(Processes processes, Requests requests, RequestTypes types, Clocks clocks) {
    this.processes = processes;
    this.requests = requests;
    this.types = types;
    this.clocks = clocks;
  }

  void begin(long id, String request, boolean ofRequest) {
    processes.start(PromiseSteps.PROCESS, new CaseKey(request),
        Map.of(PromiseSteps.PROCESS, String.valueOf(id), WHOLE, ofRequest));
  }

  /** Has process and clock of a promise belong to another request, as they are. */
  void move(Promise promise, String to) {
    int moved = processes.move(PromiseSteps.PROCESS, new CaseKey(promise.request()),
        Map.of(PromiseSteps.PROCESS, String.valueOf(promise.id())), new CaseKey(to));
    if (moved != 1) {
      throw new IllegalStateException("%d processes watch promise %d, expected one".formatted(moved, promise.id()));
    }
    clocks.move(promise.request(), to, Clocks.ofPromise(promise.id()));
  }

  /** Ends the process, whatever it waits for; its tasks go away. */
  void end(Promise promise) {
    tell(SETTLED, promise);
  }

  /** @return whether somebody was asked to renew it who was not asked already */
  boolean atRisk(Promise promise) {
    return tell(AT_RISK, promise) > 0;
  }

  void takenOver(Promise promise) {
    tell(TAKEN_OVER, promise);
  }

  private int tell(String message, Promise promise) {
    return processes.tell(message, new CaseKey(promise.request()),
        Map.of(PromiseSteps.PROCESS, String.valueOf(promise.id())), Map.of());
  }

  /** Tells the process of a request, if it waits for that, that the last of its promises is settled. */
  void lastSettled(String request, boolean kept) {
    processes.tell(type(request).key() + ".promises-settled", new CaseKey(request), Map.of(), Map.of(KEPT, kept));
  }

  /** Sets the instant at which the clock of a promise runs out. */
  void setClock(long id, String request, Instant at, Instant due, String reason) {
    clocks.fix(request, Clocks.ofPromise(id), at, due, type(request).calendar(), reason);
  }

  void stopClock(Promise promise, Instant at) {
    clocks.meet(promise.request(), Clocks.ofPromise(promise.id()), at);
  }

  private RequestType type(String request) {
    return requests.byNumber(request).map(Request::type).flatMap(types::byKey).orElseThrow();
  }
}
