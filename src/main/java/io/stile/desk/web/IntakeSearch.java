package io.stile.desk.web;

import io.stile.customer.Customer;
import io.stile.customer.CustomerMatch;
import io.stile.customer.Customers;
import io.stile.customer.PhoneNumbers;
import io.stile.customer.Tier;
import io.stile.desk.Names;
import io.stile.desk.OpenRequests;
import io.stile.draft.DraftOf;
import io.stile.organisation.Organisation;
import io.stile.request.References;
import io.stile.request.Request;
import io.stile.request.RequestNumber;
import io.stile.request.Requests;
import io.stile.work.TaskLookup;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** One field for everything: finds customers and requests by whatever was typed. */
@Component
class IntakeSearch {

  private static final int MOST = 8;
  private static final Pattern MEANT_AS_REQUEST = Pattern.compile("(?i)\\s*SR[-\\s]?\\d{4,}\\s*");

  private final Customers customers;
  private final Requests requests;
  private final References references;
  private final TaskLookup tasks;
  private final OpenRequests openRequests;
  private final PhoneNumbers phones;
  private final Organisation organisation;
  private final FormDrafts formDrafts;

  IntakeSearch(Customers customers, Requests requests, References references, TaskLookup tasks,
      OpenRequests openRequests, PhoneNumbers phones, Organisation organisation, FormDrafts formDrafts) {
    this.customers = customers;
    this.requests = requests;
    this.references = references;
    this.tasks = tasks;
    this.openRequests = openRequests;
    this.phones = phones;
    this.organisation = organisation;
    this.formDrafts = formDrafts;
  }

  Hits find(String typed) {
    String text = typed == null ? "" : typed.strip();
    Hits.RequestHit request = requestOf(text).map(this::hit).orElse(null);
    List<Hits.CustomerHit> found = isRequestNumber(text) ? List.of()
        : customers.find(text, MOST).stream().map(this::hit).toList();
    List<Hits.ReferenceHit> referenced = request != null ? List.of()
        : references.find(text, MOST).stream().flatMap(each -> hit(each).stream()).toList();
    return new Hits(text, request, referenced, found, remark(text, request, found), NewCustomerDraft.of(text),
        formDrafts.fresh(DraftOf.newCustomer()));
  }

  private Optional<Hits.ReferenceHit> hit(References.Found found) {
    return requests.byNumber(found.request()).flatMap(request -> tasks.byId(found.task()).map(task ->
        new Hits.ReferenceHit(task.id(), task.name(), found.reference(), found.exact(), hit(request))));
  }

  private Optional<Request> requestOf(String text) {
    return RequestNumber.parse(text).flatMap(number -> requests.byNumber(number.value()));
  }

  private static boolean isRequestNumber(String text) {
    return MEANT_AS_REQUEST.matcher(text).matches();
  }

  private Hits.RequestHit hit(Request request) {
    return new Hits.RequestHit(request.number().value(), request.typeName(),
        customers.byId(request.customer()).map(Customer::name).orElse(""),
        new Names(organisation).employee(request.owner()), request.isOpen());
  }

  private Hits.CustomerHit hit(CustomerMatch match) {
    Customer customer = match.customer();
    return new Hits.CustomerHit(customer.id(), customer.name(),
        customer.phone() == null ? null : phones.written(customer.phone()), customer.email(),
        customer.tier() == Tier.GOLD, unseen(match, customer), match.isSure(), openRequests.countOf(customer.id()));
  }

  /** What matched, unless it stands in the line anyway. */
  private String unseen(CustomerMatch match, Customer customer) {
    boolean seen = match.matchedOn().equals("name") || match.matchedOn().equals("e-mail " + customer.email())
        || customer.phone() != null && match.matchedOn().equals("phone " + phones.written(customer.phone()));
    return seen ? null : match.matchedOn();
  }

  private static String remark(String text, Hits.RequestHit request, List<Hits.CustomerHit> found) {
    if (isRequestNumber(text) && request == null) {
      return RequestNumber.parse(text).isPresent() ? "There is no request of this number."
          : "This is no request number: a digit is wrong or missing, or two are swapped. Ask for it again.";
    }
    long sure = found.stream().filter(Hits.CustomerHit::sure).count();
    if (sure > 1) {
      return sure + " customers fit exactly. Ask who is calling.";
    }
    return sure == 0 && !found.isEmpty() ? "Nobody fits exactly. These may be meant; ask before you choose." : null;
  }
}
