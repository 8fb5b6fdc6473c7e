package io.stile.grant;

import io.stile.form.FieldProblem.Code;
import io.stile.catalogue.RequestType;
import io.stile.catalogue.RequestTypes;
import io.stile.customer.Contract;
import io.stile.customer.Customers;
import io.stile.grant.Grant.Basis;
import io.stile.organisation.Calendars;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.request.Journal;
import io.stile.request.JournalKind;
import io.stile.request.Request;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Grants money to customers. Everything that is granted to one customer in one month waits in line, from the question how
 * much is left until the transaction ends: two grants at the same instant never exceed the limit together.
 */
@Service
public class Grants {

  private final GrantTable table;
  private final Authority authority;
  private final Customers customers;
  private final Organisation organisation;
  private final RequestTypes types;
  private final Calendars calendars;
  private final Journal journal;
  private final Clock clock;

  Grants(GrantTable table, Authority authority, Customers customers, Organisation organisation, RequestTypes types,
      Calendars calendars, Journal journal, Clock clock) {
    this.table = table;
    this.authority = authority;
    this.customers = customers;
    this.organisation = organisation;
    this.types = types;
    this.calendars = calendars;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * What an employee may still grant for a request on his own authority, in minor units; zero if the contract is in
   * another currency than the limits. Holds until the transaction ends.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public long left(Request request, String employee) {
    LocalDate month = month(request);
    table.lock(request.customer(), month);
    return left(request, month, employee);
  }

  /** Like {@link #left}, for a page: it holds for this instant only. */
  long leftNow(Request request, String employee) {
    return left(request, month(request), employee);
  }

  private long left(Request request, LocalDate month, String employee) {
    if (!currencyOf(request).equals(Authority.CURRENCY)) {
      return 0;
    }
    String role = organisation.employee(employee).map(Employee::authority).orElseThrow();
    long ofRequest = authority.forRequest(role) - table.onOwnAuthority(request.number().value());
    long ofMonth = authority.forCustomerMonth(role) - table.onOwnAuthority(request.customer(), month);
    return Math.max(0, Math.min(ofRequest, ofMonth));
  }

  /**
   * Grants money for a request.
   *
   * @param cents above zero, in minor units of the contract's currency
   * @param by    sign-in name of whose word it is
   * @param field the field of the form that holds the amount, to be named in a refusal
   * @throws GrantRefused if it is more than {@link #left}, unless an investigation found the customer right
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void grant(Request request, long cents, Basis basis, String by, String field) {
    grant(request, cents, basis, by, null, field);
  }

  /** @param reason why, in words; null where a model grants it */
  void grant(Request request, long cents, Basis basis, String by, String reason, String field) {
    Money amount = new Money(cents, currencyOf(request));
    if (cents <= 0) {
      throw new GrantRefused(field, Code.TOO_SMALL,
          "%s cannot be granted; expected an amount above zero.".formatted(amount));
    }
    long left = left(request, by);
    if (basis != Basis.INVESTIGATED && cents > left) {
      throw new GrantRefused(field, Code.TOO_LARGE,
          "%s is more than you may grant; at most %s is left of your authority for this customer."
              .formatted(amount, new Money(left, Authority.CURRENCY)));
    }
    table.insert(request.number().value(), request.customer(), month(request), amount, basis, by, reason, clock.instant());
    Map<String, String> details = new HashMap<>(Map.of("amount", amount.toString(), "basis", basis.name()));
    details.put("reason", reason);
    journal.add(request.number().value(), JournalKind.GRANTED, by, details);
  }

  /** What was granted for a request, oldest first. */
  public List<Grant> ofRequest(String request) {
    return table.ofRequest(request);
  }

  /** That of the request's contract. */
  String currencyOf(Request request) {
    return request.contract() == null ? Authority.CURRENCY
        : customers.contract(request.contract()).map(Contract::currency).orElse(Authority.CURRENCY);
  }

  /** The calendar month of the company, not of UTC. */
  private LocalDate month(Request request) {
    String calendar = types.byKey(request.type()).map(RequestType::calendar).orElseThrow();
    return LocalDate.ofInstant(clock.instant(), calendars.byKey(calendar).zone()).withDayOfMonth(1);
  }
}
