package io.stile.promise;

import io.stile.request.Journal;
import io.stile.request.JournalKind;
import io.stile.request.Request;
import io.stile.request.RequestClosed;
import io.stile.request.RequestOpened;
import io.stile.request.Requests;
import io.stile.request.WorkEnded;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The promises to customers, and the one among them that comes with each request: that it will be done. Each is watched by a
 * process of its own ({@code bpmn/promise.bpmn}). What is done with the others is in {@link Keeping}.
 */
@Service
public class Promises {

  private static final String WHAT = "your request will be done";

  private final PromiseTable table;
  private final PromiseWatch watch;
  private final Settling settling;
  private final Requests requests;
  private final Journal journal;
  private final Clock clock;

  Promises(PromiseTable table, PromiseWatch watch, Settling settling, Requests requests, Journal journal, Clock clock) {
    this.table = table;
    this.watch = watch;
    this.settling = settling;
    this.requests = requests;
    this.journal = journal;
    this.clock = clock;
  }

  /** The promise that comes with opening a request: in the same transaction, and watched from then on. */
  @EventListener
  void promise(RequestOpened opened) {
    String number = opened.number();
    long id = table.insert(new NewPromise(number, WHAT, null, opened.promisedBy(), null, opened.owner()), true, null, opened.at());
    watch.setClock(id, number, opened.at(), opened.promisedBy(), null);
    journal.add(number, JournalKind.PROMISE_GIVEN, opened.opener(),
        Map.of("what", WHAT, "due", opened.promisedBy().toString()));
    watch.begin(id, number, true);
  }

  /** The promise that a request will be done is settled with its work, whatever other promises are left. */
  @EventListener
  void settle(WorkEnded ended) {
    promiseOf(ended.number()).filter(Promise::isOpen)
        .ifPresent(promise -> settle(promise, ended.withdrawn(), null, ended.at()));
  }

  /** A request that ends settles what is open: kept if it ended in time, broken if not, dropped if it was withdrawn in time. */
  @EventListener
  void settle(RequestClosed closed) {
    table.ofRequest(closed.number()).stream().filter(Promise::isOpen)
        .forEach(promise -> settle(promise, closed.withdrawn(), closed.outcome(), closed.at()));
  }

  private void settle(Promise promise, boolean withdrawn, String why, Instant at) {
    Promise.State state = at.isAfter(promise.dueAt()) ? Promise.State.BROKEN
        : withdrawn ? Promise.State.DROPPED : Promise.State.KEPT;
    settling.record(promise, new Settlement(state, promise.ofRequest() ? null : why, false, null), at);
    watch.end(promise);
  }

  /** Has the owner renew the promise of a request now, because something that it depends on is late. */
  @Transactional
  public void atRisk(String request) {
    promiseOf(request).filter(Promise::isOpen).filter(watch::atRisk).ifPresent(promise -> {
      String owner = requests.byNumber(request).map(Request::owner).orElseThrow();
      journal.add(request, JournalKind.PROMISE_AT_RISK, null, Map.of("whom", owner));
    });
  }

  /**
   * Moves the promise of a request to what was agreed with the customer; its process goes on by itself.
   *
   * @param due    the new instant; must lie in the future
   * @param reason why, in words
   * @param by     sign-in name of who agreed it
   * @throws PromiseRefused if the new instant has passed already, or lies more than a year ahead
   */
  @Transactional
  public void renew(long id, Instant due, String reason, String by) {
    Promise promise = table.lock(id).orElseThrow(() -> new IllegalArgumentException("There is no promise " + id));
    PromiseWords.check("newFrom", null, "newDue", due, clock.instant());
    settling.move(promise, null, due, reason, by);
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

  /** The promise of that id, empty if there is none. */
  public Optional<Promise> byId(long id) {
    return table.byId(id);
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

  /** The attempts to keep a promise that reached nobody, oldest first. */
  public List<Attempt> attempts(long promise) {
    return table.attempts(promise);
  }

  /** How a promise was moved, oldest first. */
  public List<Renewal> renewals(long promise) {
    return table.renewals(promise);
  }

  /**
   * The open promises of the requests that an employee owns, the one due first first.
   *
   * @param limit how many at most
   */
  public List<Promise> openOf(String owner, int limit) {
    return table.openOf(owner, limit);
  }

  /**
   * The open promises that an employee is to keep, the one due first first; without those of whole requests.
   *
   * @param before those that are due or begin before this instant
   * @param limit  how many at most
   */
  public List<Promise> toKeep(String keeper, Instant before, int limit) {
    return table.toKeep(keeper, before, limit);
  }

  /** The open promises that the members of departments are to keep, the one due first first; without those of whole requests. */
  public List<Promise> toKeepIn(Collection<String> departments, int limit) {
    return departments.isEmpty() ? List.of() : table.toKeepIn(departments, limit);
  }
}
