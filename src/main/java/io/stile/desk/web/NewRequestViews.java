package io.stile.desk.web;

import io.stile.catalogue.Forms;
import io.stile.catalogue.RequestType;
import io.stile.catalogue.RequestTypes;
import io.stile.customer.Customer;
import io.stile.customer.Customers;
import io.stile.customer.PhoneNumbers;
import io.stile.desk.OpenRequests;
import io.stile.organisation.Calendars;
import io.stile.request.PromisedTimes;
import io.stile.request.RequestRefused;
import io.stile.request.StartForm;
import io.stile.sla.WorkingCalendar;
import io.stile.web.FieldProblem;
import io.stile.web.Refusal;
import io.stile.web.Times;
import io.stile.web.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts together what the page for a new request shows. */
@Component
class NewRequestViews {

  private final Customers customers;
  private final PhoneNumbers phones;
  private final OpenRequests openRequests;
  private final RequestTypes types;
  private final Forms forms;
  private final StartForm startForm;
  private final PromisedTimes promisedTimes;
  private final Calendars calendars;
  private final FormJson formJson;
  private final DraftLines draftLines;
  private final Times times;
  private final Similar similar;
  private final Clock clock;

  NewRequestViews(Customers customers, PhoneNumbers phones, OpenRequests openRequests, RequestTypes types, Forms forms,
      StartForm startForm, PromisedTimes promisedTimes, Calendars calendars, FormJson formJson, DraftLines draftLines, Times times, Similar similar,
      Clock clock) {
    this.similar = similar;
    this.customers = customers;
    this.phones = phones;
    this.openRequests = openRequests;
    this.types = types;
    this.forms = forms;
    this.startForm = startForm;
    this.promisedTimes = promisedTimes;
    this.calendars = calendars;
    this.formJson = formJson;
    this.draftLines = draftLines;
    this.times = times;
    this.clock = clock;
  }

  /** What is wrong with a draft; all empty at first. */
  record Faults(Map<String, String> errors, List<FieldProblem> problems, String refused) {

    static final Faults NONE = new Faults(Map.of(), List.of(), null);

    /** What is wrong with the customer's words stands at their field; all else is about the request as a whole. */
    static Faults of(RequestRefused refused) {
      return "told".equals(refused.field()) ? new Faults(Map.of(refused.field(), refused.getMessage()), List.of(), null)
          : new Faults(Map.of(), List.of(), refused.getMessage());
    }
  }

  /** @throws Refusal if there is no such customer */
  NewRequestView choosing(long customer, String typed, String from, Viewer viewer) {
    return page(required(customer), choice(customer, typed, from), null, viewer);
  }

  /**
   * The page with a form.
   *
   * @param kept where it is kept while it is typed
   * @throws Refusal if there is no such customer
   */
  NewRequestView filling(long customer, RequestType type, NewRequestDraft draft, FormDraft kept, Faults faults,
      Viewer viewer) {
    return page(required(customer), choice(customer, "", null), form(customer, type, draft, kept, faults), viewer);
  }

  /** @param from number of the request that was opened in the same call, or null */
  TypeChoice choice(long customer, String typed, String from) {
    Instant now = clock.instant();
    return new TypeChoice(customer, typed.strip(), from, types.matching(typed).stream()
        .map(type -> new TypeChoice.Line(type.key(), type.name(), promisedTimes.promised(type, now))).toList());
  }

  /** The type of that key. @throws Refusal if there is none, or no new request of it can be opened */
  RequestType type(String key) {
    types.retired(key).ifPresent(retired -> {
      throw Refusal.conflict("No new requests of this type are opened any more: %s".formatted(retired.note()));
    });
    return types.byKey(key).orElseThrow(() -> Refusal.notFound("request type “" + key + "”"));
  }

  /**
   * A promised instant as it is said to a customer: in the zone in which it was counted, since that is where he is served,
   * wherever the speaker sits.
   */
  String spoken(Instant promised, RequestType type) {
    return times.spoken(promised, calendars.byKey(type.calendar()).zone());
  }

  private Customer required(long customer) {
    return customers.byId(customer).orElseThrow(() -> Refusal.notFound("customer " + customer));
  }

  private NewRequestView page(Customer customer, TypeChoice choice, NewRequestView.Form form, Viewer viewer) {
    return new NewRequestView(customer, customer.phone() == null ? null : phones.written(customer.phone()),
        customers.contractsOf(customer.id()).stream().map(contract -> ContractLine.of(contract, phones)).toList(),
        openRequests.of(customer.id()), choice, form,
        draftLines.ofCustomer(viewer.signIn(), customer.id()).stream()
            .filter(line -> form == null || !line.id().equals(form.kept().id())).toList());
  }

  private NewRequestView.Form form(long customer, RequestType type, NewRequestDraft draft, FormDraft kept,
      Faults faults) {
    Instant now = clock.instant();
    Instant promised = promisedTimes.promised(type, now);
    WorkingCalendar calendar = calendars.byKey(type.calendar());
    String form = type.model().startForm();
    Map<String, Object> data = new LinkedHashMap<>(startForm.given(customer));
    data.putAll(draft.answers());
    return new NewRequestView.Form(type, draft, kept, Guide.of(type.guide()),
        form == null ? null : formJson.schema(forms.form(type.model().version(), form)), data, promised, spoken(promised, type),
        calendar.explain(now, type.promise()).text(), faults.errors(), faults.problems(), faults.refused(),
        similar.of(customer, type.key(), draft.told()));
  }
}
