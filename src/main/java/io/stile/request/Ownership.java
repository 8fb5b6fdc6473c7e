package io.stile.request;

import io.stile.audit.Audit;
import io.stile.audit.Changes;
import io.stile.audit.Subject;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.organisation.Role;
import io.stile.request.RequestRefused.Kind;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
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
    Request request = table.lock(number).orElseThrow(() -> new RequestRefused(Kind.UNKNOWN,
        "There is no request " + number));
    if (!request.isOpen()) {
      throw new RequestRefused(Kind.CONFLICT, number + " is closed; it has no owner any more");
    }
    if (organisation.employee(by).filter(this::mayMove).isEmpty()) {
      throw new RequestRefused(Kind.FORBIDDEN, "Only a lead may move the ownership of a request");
    }
    String why = FreeText.required("reason", reason, "Say why the owner changes.");
    if (organisation.employee(to).filter(Employee::active).isEmpty()) {
      throw RequestRefused.invalid("to", "Expected an active employee; '%s' is none.".formatted(to));
    }
    if (!to.equals(request.owner())) {
      change(request, to, by, why);
    }
  }

  private void change(Request request, String to, String by, String reason) {
    String number = request.number().value();
    Instant now = clock.instant();
    table.setOwner(number, to);
    table.beginTenure(number, to, by, reason, now);
    journal.add(number, JournalKind.OWNER_CHANGED, by,
        Map.of("to", to, "from", request.owner(), "reason", reason));
    audit.record(by, "moved", new Subject("request", number, number), new Changes().add("owner", request.owner(), to));
    events.publishEvent(new OwnerChanged(number, request.owner(), to, by, reason, now));
  }
}
