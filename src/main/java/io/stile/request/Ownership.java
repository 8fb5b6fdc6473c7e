package io.stile.request;

import io.stile.audit.Audit;
import io.stile.audit.Changes;
import io.stile.audit.Subject;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.organisation.Role;
import io.stile.web.Refused.Kind;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who is accountable for a request. Exactly one employee is, at every instant from open to close. */
@Service
public class Ownership {

  private final RequestTable table;
  private final Organisation organisation;
  private final Journal journal;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Ownership(RequestTable table, Organisation organisation, Journal journal, Audit audit, ApplicationEventPublisher events,
      Clock clock) {
    this.table = table;
    this.organisation = organisation;
    this.journal = journal;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** Whether somebody may move the ownership of requests: leads, for those they work with. */
  public boolean mayMove(Employee employee) {
    return employee.has(Role.LEAD);
  }

  /**
   * Makes somebody else the owner.
   *
   * @param to     sign-in name of the new owner, an active employee
   * @param by     sign-in name of the lead who decides it
   * @param reason why; must not be empty
   * @throws RequestRefused if the request is closed or unknown, the new owner is not active, or the decider no lead
   */
  @Transactional
  public void move(String number, String to, String by, String reason) {
    Request request = required(number);
    if (!request.isOpen()) {
      throw new RequestRefused(Kind.CONFLICT, number + " is closed; it has no owner any more");
    }
    if (organisation.employee(by).filter(this::mayMove).isEmpty()) {
      throw new RequestRefused(Kind.FORBIDDEN, "Only a lead may move the ownership of a request");
    }
    String why = FreeText.required("reason", reason, "Say why the owner changes.");
    pass(request, to, by, why, JournalKind.OWNER_CHANGED);
  }

  /** Whether somebody may offer a request to others, and take the offer back: its owner, and whoever leads him. */
  public boolean mayHandOver(Request request, String employee) {
    return request.isOpen() && organisation.employee(employee).filter(Employee::active).isPresent()
        && (employee.equals(request.owner()) || organisation.leads(employee, request.owner()));
  }

  /**
   * Makes somebody the owner to whom the request was offered and who has accepted it, or for whom his lead has. Joins the
   * caller's transaction, which holds the request.
   *
   * @param to     sign-in name of the new owner
   * @param by     sign-in name of who accepted
   * @param reason why it was offered
   * @throws RequestRefused if the request is closed, or the new owner is not active
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void accepted(String number, String to, String by, String reason) {
    pass(required(number), to, by, reason, to.equals(by) ? JournalKind.OWNERSHIP_ACCEPTED : JournalKind.OWNER_CHANGED);
  }

  /**
   * Gives a request another owner because the one that it has leaves, or may not own it any more. Who asks for that is checked by
   * the caller.
   *
   * @param to     sign-in name of the new owner
   * @param by     sign-in name of who decides it
   * @param reason why; must not be empty
   * @throws RequestRefused if the request is closed or unknown, or the new owner is not active
   */
  @Transactional
  public void reown(String number, String to, String by, String reason) {
    pass(required(number), to, by, FreeText.required("reason", reason, "Say why the owner changes."), JournalKind.OWNER_CHANGED);
  }

  /** All open requests that somebody owns, the one due first first. */
  public List<Request> openOf(String owner) {
    return table.openOfOwner(owner, Integer.MAX_VALUE);
  }

  private Request required(String number) {
    return table.lock(number).orElseThrow(() -> new RequestRefused(Kind.UNKNOWN, "There is no request " + number));
  }

  private void pass(Request request, String to, String by, String reason, JournalKind kind) {
    if (!request.isOpen()) {
      throw new RequestRefused(Kind.CONFLICT, request.number() + " is closed; it has no owner any more");
    }
    if (organisation.employee(to).filter(Employee::active).isEmpty()) {
      throw RequestRefused.invalid("to", "Expected an active employee; '%s' is none.".formatted(to));
    }
    if (!to.equals(request.owner())) {
      change(request, to, by, reason, kind);
    }
  }

  private void change(Request request, String to, String by, String reason, JournalKind kind) {
    String number = request.number().value();
    Instant now = clock.instant();
    table.setOwner(number, to);
    table.beginTenure(number, to, by, reason, now);
    journal.add(number, kind, by, Map.of("to", to, "from", request.owner(), "reason", reason));
    audit.record(by, "moved", new Subject("request", number, number), new Changes().add("owner", request.owner(), to));
    events.publishEvent(new OwnerChanged(number, request.owner(), to, by, reason, now));
  }
}
