package io.stile.notification;

import io.stile.customer.Customer;
import io.stile.customer.Customers;
import io.stile.notification.MailDraft.Addressee;
import io.stile.organisation.Absence;
import io.stile.organisation.Deputies;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.web.Times;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes a mail about an event and has it wait to be sent. Whoever has no address gets none. */
@Component
class MailWriter {

  private final MailTable table;
  private final MailTemplates templates;
  private final MailSettings settings;
  private final Requests requests;
  private final Customers customers;
  private final Organisation organisation;
  private final Deputies deputies;
  private final Times times;

  MailWriter(MailTable table, MailTemplates templates, MailSettings settings, Requests requests, Customers customers,
      Organisation organisation, Deputies deputies, Times times) {
    this.table = table;
    this.templates = templates;
    this.settings = settings;
    this.requests = requests;
    this.customers = customers;
    this.organisation = organisation;
    this.deputies = deputies;
    this.times = times;
  }

  /** To the customer of a request. */
  void toCustomer(String event, String template, Request request, Map<String, Object> facts, Instant at) {
    customers.byId(request.customer()).filter(customer -> customer.email() != null)
        .ifPresent(customer -> write(event, template, addressee(customer), request, null, facts, at));
  }

  /** To an employee, and to whoever stands in for him now, marked as such. */
  void toEmployee(String event, String template, String signIn, String number, Map<String, Object> facts, Instant at) {
    toEmployee(event, template, signIn, number, null, facts, at);
  }

  /** To an employee, about the time of a task: not sent any more once the task waits. */
  void toEmployee(String event, String template, String signIn, String number, Long task, Map<String, Object> facts,
      Instant at) {
    employee(signIn).ifPresent(to -> write(event, template, to, request(number), task, facts, at));
    deputies.absenceOf(signIn).ifPresent(absence -> employee(absence.deputy()).ifPresent(deputy -> write(event, template, deputy,
        request(number), task, asDeputy(facts, absence), at)));
  }

  private Optional<Addressee> employee(String signIn) {
    return organisation.email(signIn).map(address -> new Addressee("employee:" + signIn, nameOf(signIn), address));
  }

  private Map<String, Object> asDeputy(Map<String, Object> facts, Absence absence) {
    Map<String, Object> all = new HashMap<>(facts);
    all.put("insteadOf", nameOf(absence.employee()));
    all.put("until", times.absoluteLong(absence.until(),
        organisation.employee(absence.deputy()).map(Employee::zone).orElse(ZoneOffset.UTC)));
    return all;
  }

  /** @throws java.util.NoSuchElementException if there is no such request */
  Request request(String number) {
    return requests.byNumber(number).orElseThrow();
  }

  String nameOf(String signIn) {
    return organisation.employee(signIn).map(Employee::name).orElse(signIn);
  }

  private void write(String event, String template, Addressee to, Request request, Long task,
      Map<String, Object> facts, Instant at) {
    Map<String, Object> all = new HashMap<>(facts);
    all.put("name", to.name());
    all.put("number", request.number().value());
    all.put("type", request.typeName());
    all.put("site", settings.site());
    MailTemplates.Written written = templates.write(template, all);
    table.insert(new MailDraft(event, template, to, written.subject(), written.text(), written.html(),
        request.number().value(), task, at));
  }

  private static Addressee addressee(Customer customer) {
    return new Addressee("customer:" + customer.id(), customer.name(), customer.email());
  }
}
