package io.stile.request;

import io.stile.engine.CaseKey;
import io.stile.engine.ProcessObserver;
import io.stile.engine.Processes;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.request.RequestTable.Ending;
import io.stile.web.Refused.Kind;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ways in which a request ends: its process reaches an end, or the customer withdraws it; at once, or when nothing but
 * promises was left of it and the last of them is settled.
 */
@Service
public class Closing implements ProcessObserver {

  private final RequestTable table;
  private final ReopeningTable reopenings;
  private final Merges merges;
  private final Organisation organisation;
  private final Clocks clocks;
  private final Journal journal;
  private final Processes processes;
  private final List<Remainder> remainders;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Closing(RequestTable table, ReopeningTable reopenings, Merges merges, Organisation organisation, Clocks clocks, Journal journal,
      Processes processes, List<Remainder> remainders, ApplicationEventPublisher events, Clock clock) {
    this.table = table;
    this.reopenings = reopenings;
    this.merges = merges;
    this.organisation = organisation;
    this.clocks = clocks;
    this.journal = journal;
    this.processes = processes;
    this.remainders = remainders;
    this.events = events;
    this.clock = clock;
  }

  /** Whether somebody may withdraw a request for its customer: owner, opener, or a lead of the owner's. */
  public boolean mayWithdraw(Request request, Employee employee) {
    return employee.signIn().equals(request.owner()) || employee.signIn().equals(request.opener())
        || organisation.leads(employee.signIn(), request.owner());
  }

  /**
   * Ends a request that its customer does not want any more; everything open for it is cancelled.
   *
   * @throws RequestRefused if it is unknown or closed, no reason is given, promises other than its own are open, or the one
   *                        who asks may not
   */
  @Transactional
  public void withdraw(String number, String by, String reason) {
    withdraw(number, by, reason, null);
  }

  /**
   * Ends a request that its customer does not want any more; its work is cancelled.
   *
   * @param promises what becomes of open promises other than its own; null only if there are none
   * @throws RequestRefused if it is unknown or closed, nothing but promises is left of it, no reason is given, nothing is said
   *                        about open promises, or the one who asks may not
   */
  @Transactional
  public void withdraw(String number, String by, String reason, LeftOver promises) {
    Request request = withdrawable(number, by);
    String why = FreeText.required("reason", reason, "Say why the customer withdraws.");
    String left = left(number);
    if (left != null && promises == null) {
      throw RequestRefused.invalid("promises",
          "%s; say whether to keep or to drop them.".formatted(left));
    }
    String carrier = carrierOf(request);
    journal.add(number, JournalKind.WITHDRAWN, by, Map.of("reason", why));
    if (left != null && promises == LeftOver.KEEP) {
      endWork(request, new Ending(Request.State.WITHDRAWN, why), "withdrawn");
    } else {
      end(request, Request.State.WITHDRAWN, why);
    }
    endProcess(number, carrier);
  }

  /** Ends a request that goes on as another one; whoever calls it holds both. */
  void merge(Request merged, Request into) {
    String number = merged.number().value();
    String carrier = carrierOf(merged);
    String outcome = "Merged into " + into.number();
    table.setOutcome(number, outcome);
    close(merged, outcome);
    endProcess(number, carrier);
    merges.keep(number, into.number().value());
  }

  /** Id of the process that carries an open request. */
  private String carrierOf(Request request) {
    return reopenings.isOpen(request.number().value()) ? Reopenings.PROCESS : request.type();
  }

  private void endProcess(String number, String carrier) {
    int told = processes.tell(carrier + ".withdrawn", new CaseKey(number), Map.of(), Map.of());
    if (told != 1) {
      throw new IllegalStateException("%d processes of %s took the withdrawal, expected one".formatted(told, number));
    }
  }

  private Request withdrawable(String number, String by) {
    Request request = table.lock(number).orElseThrow(() -> new RequestRefused(Kind.UNKNOWN,
        "There is no request " + number));
    if (!request.isOpen()) {
      throw new RequestRefused(Kind.CONFLICT, "%s is already %s".formatted(number, request.state().word()));
    }
    if (!mayWithdraw(request, organisation.employee(by).orElseThrow())) {
      throw new RequestRefused(Kind.FORBIDDEN, "Only its owner, its opener or their lead may withdraw " + number);
    }
    if (request.onlyPromisesLeft()) {
      throw new RequestRefused(Kind.CONFLICT,
          "The work of %s has ended, only promises are left; settle those instead".formatted(number));
    }
    return request;
  }

  private String left(String number) {
    return remainders.stream().map(remainder -> remainder.leftOf(number)).filter(Objects::nonNull).findFirst().orElse(null);
  }

  private static boolean carries(String process, Request request) {
    return process.equals(request.type()) || process.equals(Reopenings.PROCESS);
  }

  @Override
  public void reached(CaseKey caseKey, String process, String outcome) {
    table.byNumber(caseKey.value()).filter(request -> carries(process, request))
        .ifPresent(request -> table.setOutcome(caseKey.value(), outcome));
  }

  @Override
  public void ended(CaseKey caseKey, String process) {
    table.byNumber(caseKey.value()).filter(request -> carries(process, request))
        .flatMap(request -> table.lock(caseKey.value())).filter(Request::isOpen)
        .filter(request -> request.workEndedAt() == null).ifPresent(request -> {
          String outcome = request.outcome() == null ? "ended" : request.outcome();
          if (left(caseKey.value()) == null) {
            close(request, outcome);
          } else {
            endWork(request, new Ending(Request.State.CLOSED, outcome), outcome);
          }
        });
  }

  /**
   * Ends a request of which nothing but promises was left, once nothing is left at all; of several who settle the last ones
   * at the same instant exactly one ends it. Joins the caller's transaction.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void closeIfNothingIsLeft(String number) {
    table.lock(number).filter(Request::onlyPromisesLeft).filter(request -> left(number) == null).ifPresent(request -> {
      Ending ending = table.ending(number);
      if (ending.as() == Request.State.CLOSED) {
        close(request, ending.because());
      } else {
        journal.add(number, JournalKind.LAST_PROMISE_SETTLED, null, Map.of());
        end(request, ending.as(), ending.because());
      }
    });
  }

  private void close(Request request, String outcome) {
    journal.add(request.number().value(), JournalKind.CLOSED, null, Map.of("outcome", outcome));
    end(request, Request.State.CLOSED, outcome);
  }

  private void endWork(Request request, Ending ending, String outcome) {
    String number = request.number().value();
    Instant now = clock.instant();
    table.endWork(number, ending, now);
    journal.add(number, JournalKind.WORK_ENDED, null, Map.of("outcome", outcome));
    events.publishEvent(new WorkEnded(number, ending.as() == Request.State.WITHDRAWN, now));
  }

  private void end(Request request, Request.State state, String outcome) {
    String number = request.number().value();
    Instant now = clock.instant();
    table.end(number, state, now);
    reopenings.end(number, now);
    clocks.meet(number, Clocks.END_TO_END, now);
    events.publishEvent(new RequestClosed(number, request.owner(), state == Request.State.WITHDRAWN, outcome, now));
  }
}
