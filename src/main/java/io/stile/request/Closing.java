package io.stile.request;

import io.stile.engine.CaseKey;
import io.stile.engine.ProcessObserver;
import io.stile.engine.Processes;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.request.RequestRefused.Kind;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ways in which a request ends: its process reaches an end, or the customer withdraws it. */
@Service
public class Closing implements ProcessObserver {

  private final RequestTable table;
  private final ReopeningTable reopenings;
  private final Merges merges;
  private final Organisation organisation;
  private final Clocks clocks;
  private final Journal journal;
  private final Processes processes;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Closing(RequestTable table, ReopeningTable reopenings, Merges merges, Organisation organisation, Clocks clocks, Journal journal, Processes processes,
      ApplicationEventPublisher events, Clock clock) {
    this.table = table;
    this.reopenings = reopenings;
    this.merges = merges;
    this.organisation = organisation;
    this.clocks = clocks;
    this.journal = journal;
    this.processes = processes;
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
   * @throws RequestRefused if it is unknown or closed, no reason is given, or the one who asks may not
   */
  @Transactional
  public void withdraw(String number, String by, String reason) {
    Request request = table.lock(number).orElseThrow(() -> new RequestRefused(Kind.UNKNOWN,
        "There is no request " + number));
    if (!request.isOpen()) {
      throw new RequestRefused(Kind.CONFLICT, "%s is already %s".formatted(number, request.state().word()));
    }
    if (!mayWithdraw(request, organisation.employee(by).orElseThrow())) {
      throw new RequestRefused(Kind.FORBIDDEN, "Only its owner, its opener or their lead may withdraw " + number);
    }
    String why = FreeText.required("reason", reason, "Say why the customer withdraws.");
    String carrier = carrierOf(request);
    journal.add(number, JournalKind.WITHDRAWN, by, Map.of("reason", why));
    end(request, Request.State.WITHDRAWN, why);
    endProcess(number, carrier);
  }

  /** Ends a request that goes on as another one; whoever calls it holds both. */
  void merge(Request merged, Request into) {
    String number = merged.number().value();
    String carrier = carrierOf(merged);
    String outcome = "Merged into " + into.number();
    journal.add(number, JournalKind.CLOSED, null, Map.of("outcome", outcome));
    table.setOutcome(number, outcome);
    end(merged, Request.State.CLOSED, outcome);
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
        .flatMap(request -> table.lock(caseKey.value())).filter(Request::isOpen).ifPresent(request -> {
          String outcome = request.outcome() == null ? "ended" : request.outcome();
          journal.add(caseKey.value(), JournalKind.CLOSED, null, Map.of("outcome", outcome));
          end(request, Request.State.CLOSED, outcome);
        });
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
