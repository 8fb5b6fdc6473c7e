package io.stile.promise;

import io.stile.catalogue.RequestType;
import io.stile.catalogue.RequestTypes;
import io.stile.engine.CaseKey;
import io.stile.engine.Processes;
import io.stile.request.Clocks;
import io.stile.request.Journal;
import io.stile.request.JournalKind;
import io.stile.request.Request;
import io.stile.request.RequestClosed;
import io.stile.request.RequestOpened;
import io.stile.request.Requests;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The promises to customers. Each is watched by a process of its own ({@code bpmn/promise.bpmn}), which has its owner renew
 * it before it is broken.
 */
@Service
public class Promises {

  private static final String PROCESS = "promise";
  private static final String WHAT = "your request will be done";
  /** A later one would be no promise but a way to forget it. */
  private static final Duration FURTHEST = Duration.ofDays(366);
  private static final String AT_RISK = "promise.at-risk";
  private static final String SETTLED = "promise.settled";

  private final PromiseTable table;
  private final Requests requests;
  private final RequestTypes types;
  private final Clocks clocks;
  private final Journal journal;
  private final Processes processes;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Promises(PromiseTable table, Requests requests, RequestTypes types, Clocks clocks, Journal journal,
      Processes processes, ApplicationEventPublisher events, Clock clock) {
    this.table = table;
    this.requests = requests;
    this.types = types;
    this.clocks = clocks;
    this.journal = journal;
    this.processes = processes;
    this.events = events;
    this.clock = clock;
  }

  /** The promise that comes with opening a request: in the same transaction, and watched from then on. */
  @EventListener
  void promise(RequestOpened opened) {
    long id = table.insert(opened.number(), WHAT, true, opened.promisedBy(), opened.owner(),
        opened.at());
    clocks.fix(opened.number(), Clocks.ofPromise(id), opened.at(), opened.promisedBy(), calendarOf(opened.number()),
        null);
    journal.add(opened.number(), JournalKind.PROMISE_GIVEN, opened.opener(),
        Map.of("what", WHAT, "due", opened.promisedBy().toString()));
    processes.start(PROCESS, new CaseKey(opened.number()), Map.of(PROCESS, String.valueOf(id)));
  }

  /** A request that ends settles its promise: kept if it ended in time, broken if not, dropped if it was withdrawn in time. */
  @EventListener
  void settle(RequestClosed closed) {
    table.ofRequest(closed.number()).stream().filter(promise -> promise.state() == Promise.State.OPEN)
        .forEach(promise -> settle(promise, closed));
  }

  private void settle(Promise promise, RequestClosed closed) {
    Promise.State settled = settled(promise, closed);
    table.end(promise.id(), settled, closed.at());
    clocks.meet(promise.request(), Clocks.ofPromise(promise.id()), closed.at());
    journal.add(promise.request(), JournalKind.valueOf("PROMISE_" + settled.name()), null,
        Map.of("due", promise.dueAt().toString()));
    tell(SETTLED, promise);
  }

  private static Promise.State settled(Promise promise, RequestClosed closed) {
    if (closed.at().isAfter(promise.dueAt())) {
      return Promise.State.BROKEN;
    }
    return closed.withdrawn() ? Promise.State.DROPPED : Promise.State.KEPT;
  }

  /** Has the owner renew the promise of a request now, because something that it depends on is late. */
  @Transactional
  public void atRisk(String request) {
    promiseOf(request).filter(promise -> promise.state() == Promise.State.OPEN).ifPresent(promise -> {
      if (tell(AT_RISK, promise) > 0) {
        String owner = requests.byNumber(request).map(Request::owner).orElseThrow();
        journal.add(request, JournalKind.PROMISE_AT_RISK, null, Map.of("whom", owner));
      }
    });
  }

  /**
   * Moves a promise to what was agreed with the customer.
   *
   * @param due    the new instant; must lie in the future
   * @param reason why, in words
   * @param by     sign-in name of who agreed it
   * @throws PromiseRefused if the new instant has passed already, or lies more than a year ahead
   */
  @Transactional
  public void renew(long id, Instant due, String reason, String by) {
    Promise promise = table.lock(id).orElseThrow(() -> new IllegalArgumentException("There is no promise " + id));
    Instant now = clock.instant();
    if (!due.isAfter(now)) {
      throw new PromiseRefused("'newDue' is %s, which has passed; a promise needs a time that lies ahead".formatted(due));
    }
    if (due.isAfter(now.plus(FURTHEST))) {
      throw new PromiseRefused("'newDue' is %s; a promise lies at most %d days ahead".formatted(due, FURTHEST.toDays()));
    }
    table.renew(id, due);
    clocks.fix(promise.request(), Clocks.ofPromise(id), now, due, calendarOf(promise.request()), reason);
    journal.add(promise.request(), JournalKind.PROMISE_RENEWED, by,
        Map.of("reason", reason, "due", due.toString(), "before", promise.dueAt().toString()));
    events.publishEvent(new PromiseRenewed(id, promise.renewals() + 1, promise.request(), promise.dueAt(), due, reason,
        by, now));
  }

  private int tell(String message, Promise promise) {
    return processes.tell(message, new CaseKey(promise.request()), Map.of(PROCESS, String.valueOf(promise.id())),
        Map.of());
  }

  private String calendarOf(String request) {
    return requests.byNumber(request).map(Request::type).flatMap(types::byKey).map(RequestType::calendar).orElseThrow();
  }

  /**
   * The instant at which a promise runs out.
   *
   * @param promise id of the promise
   * @throws IllegalArgumentException if there is no such promise
   */
  public Instant dueOf(String promise) {
    return table.byId(Long.parseLong(promise)).map(Promise::dueAt)
        .orElseThrow(() -> new IllegalArgumentException("There is no promise " + promise));
  }

  /** The promise that came with opening a request, empty if there is no such request. */
  public Optional<Promise> promiseOf(String request) {
    return table.ofRequest(request).stream().filter(Promise::ofRequest).findFirst();
  }

  /** The promises that came with opening these requests, by the number of the request. */
  public Map<String, Promise> promisesOf(Collection<String> requests) {
    return requests.isEmpty() ? Map.of()
        : table.ofRequests(requests).stream().collect(Collectors.toMap(Promise::request, Function.identity()));
  }

  /** All promises of a request, oldest first. */
  public List<Promise> ofRequest(String request) {
    return table.ofRequest(request);
  }

  /**
   * The open promises of the requests that an employee owns, the one due first first.
   *
   * @param limit how many at most
   */
  public List<Promise> openOf(String owner, int limit) {
    return table.openOf(owner, limit);
  }
}
