package io.stile.promise;

import io.stile.customer.Customer;
import io.stile.customer.Customers;
import io.stile.request.Journal;
import io.stile.request.JournalKind;
import io.stile.request.MergeTie;
import io.stile.request.Request;
import io.stile.request.RequestMerged;
import io.stile.request.Requests;
import io.stile.work.TargetTasks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What was promised for a request that is merged is promised for the one as which it goes on. That the request will be done
 * is promised once: if the customer was told an earlier time, that one holds. Anything else goes there as it is. Only what was
 * promised to another customer cannot, so it keeps the request from being merged.
 */
@Component
class MergedPromise implements MergeTie {

  private final PromiseTable table;
  private final PromiseWatch watch;
  private final Settling settling;
  private final PromiseTelling telling;
  private final TargetTasks tasks;
  private final Requests requests;
  private final Customers customers;
  private final Journal journal;

  MergedPromise(PromiseTable table, PromiseWatch watch, Settling settling, PromiseTelling telling, TargetTasks tasks,
      Requests requests, Customers customers, Journal journal) {
    this.table = table;
    this.watch = watch;
    this.settling = settling;
    this.telling = telling;
    this.tasks = tasks;
    this.requests = requests;
    this.customers = customers;
    this.journal = journal;
  }

  @Override
  public Optional<String> whyNotMerged(Request merged, Request into) {
    if (merged.customer() == into.customer()) {
      return Optional.empty();
    }
    return openOthers(merged.number().value()).stream().findFirst().map(promise ->
        "“%s” was promised to %s, who is not the customer of %s; settle that first, or link the two instead".formatted(
            promise.what(), customers.byId(merged.customer()).map(Customer::name).orElse("another customer"), into.number()));
  }

  @EventListener
  void on(RequestMerged merged) {
    Optional<Promise> ended = open(merged.number());
    ended.ifPresent(promise -> settle(promise, merged));
    ended.filter(promise -> promise.dueAt().isAfter(merged.at()))
        .ifPresent(earlier -> open(merged.into()).filter(kept -> earlier.dueAt().isBefore(kept.dueAt()))
            .ifPresent(kept -> takeOver(kept, earlier, merged)));
    openOthers(merged.number()).forEach(promise -> move(promise, merged));
  }

  private Optional<Promise> open(String request) {
    return table.ofRequest(request).stream().filter(Promise::ofRequest).filter(Promise::isOpen).findFirst();
  }

  private List<Promise> openOthers(String request) {
    return table.ofRequest(request).stream().filter(promise -> promise.isOpen() && !promise.ofRequest()).toList();
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

  /** Keeper, window, attempts, task and timers stay; whatever ends with the request that was merged does not end them. */
  private void move(Promise promise, RequestMerged merged) {
    table.lock(promise.id()).orElseThrow();
    table.setRequest(promise.id(), merged.into());
    watch.move(promise, merged.into());
    tasks.move(PromiseSteps.PROCESS, String.valueOf(promise.id()), requests.byNumber(merged.into()).orElseThrow());
    journal.add(merged.number(), JournalKind.PROMISE_GOES_ON, merged.by(),
        Map.of("what", promise.what(), "into", merged.into()));
    journal.add(merged.into(), JournalKind.PROMISE_CAME, merged.by(),
        Map.of("what", promise.what(), "merged", merged.number(), "due", promise.dueAt().toString()));
    telling.moved(table.byId(promise.id()).orElseThrow(), merged.number(), merged.by());
  }
}
