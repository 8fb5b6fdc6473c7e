package io.stile.request;

import io.stile.catalogue.RequestType;
import io.stile.catalogue.RequestTypes;
import io.stile.customer.Contract;
import io.stile.customer.Customer;
import io.stile.customer.Customers;
import io.stile.customer.Interaction;
import io.stile.customer.Interaction.Direction;
import io.stile.customer.Interactions;
import io.stile.customer.NewInteraction;
import io.stile.engine.CaseKey;
import io.stile.engine.ModelVersion;
import io.stile.engine.Processes;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.web.Refused.Kind;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens requests and finds them. */
@Service
public class Requests {

  private final RequestTable table;
  private final RequestTypes types;
  private final StartForm startForm;
  private final Customers customers;
  private final Interactions interactions;
  private final Organisation organisation;
  private final OwnerChoice ownerChoice;
  private final PromisedTimes promisedTimes;
  private final RequestStory story;
  private final Processes processes;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Requests(RequestTable table, RequestTypes types, StartForm startForm, Customers customers,
      Interactions interactions, Organisation organisation, OwnerChoice ownerChoice, PromisedTimes promisedTimes,
      RequestStory story, Processes processes, ApplicationEventPublisher events, Clock clock) {
    this.table = table;
    this.types = types;
    this.startForm = startForm;
    this.customers = customers;
    this.interactions = interactions;
    this.organisation = organisation;
    this.ownerChoice = ownerChoice;
    this.promisedTimes = promisedTimes;
    this.story = story;
    this.processes = processes;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Opens a request: gives it number, owner and promise, logs what the customer said and starts its process, in one
   * transaction.
   *
   * @throws AnswersRefused if the start form's answers are not in order
   * @throws RequestRefused if type or customer do not exist, the type is retired, or too much was said
   */
  @Transactional
  public Request open(Opening opening) {
    RequestType type = types.byKey(opening.type()).orElseThrow(() -> RequestRefused.invalid("type",
        "There is no request type '%.60s'; expected one of %s.".formatted(opening.type(), keys())));
    types.retired(type.key()).ifPresent(retired -> {
      throw RequestRefused.invalid("type", "“%s” is retired: no new requests are opened (%s). Expected one of %s."
          .formatted(type.name(), retired.note(), keys()));
    });
    if (type.internal() != customers.isHouse(opening.customer())) {
      throw RequestRefused.invalid("type", type.internal() ? "'%s' is not for customers; expected one of %s.".formatted(type.key(), keys())
          : "'%s' is for customers, not for the house itself.".formatted(type.key()));
    }
    Customer customer = customers.byId(opening.customer()).orElseThrow(() -> RequestRefused.invalid("customer",
        "There is no customer %d; expected the id of one.".formatted(opening.customer())));
    Employee opener = organisation.employee(opening.opener()).orElseThrow();
    Map<String, Object> answers = startForm.accepted(type, customer.id(), opening.answers());
    Optional<Contract> contract = startForm.contract(customer.id(), answers);
    Optional<Interaction> call = callOf(opening);
    Request request = insert(opening, call, type, contract.map(Contract::number).orElse(null));
    story.begin(request, type, answers);
    table.setInteraction(request.number().value(), call.orElseGet(() -> logged(request)).id());
    events.publishEvent(new RequestOpened(request.number().value(), request.type(), request.owner(),
        request.opener(), request.dueAt(), request.openedAt()));
    Map<String, Object> facts = new LinkedHashMap<>(answers);
    facts.putAll(RequestFacts.of(customer, contract.orElse(null), opener, request.openedAt()));
    start(request, facts);
    return table.byNumber(request.number().value()).orElseThrow();
  }

  /** The call from which the request comes, empty if it was not logged before. */
  private Optional<Interaction> callOf(Opening opening) {
    return Optional.ofNullable(opening.interaction()).map(id -> interactions.byId(id)
        .filter(known -> known.customer() == opening.customer()).orElseThrow(() -> RequestRefused.invalid("interaction",
            "There is no interaction %d with this customer.".formatted(id))));
  }

  private Interaction logged(Request request) {
    return interactions.log(new NewInteraction(request.customer(), request.number().value(), request.channel(),
        Direction.IN, request.opener(), request.told().isEmpty() ? "Asked for: " + request.typeName() : request.told()));
  }

  /** What was said in a call that was logged before is not asked again. */
  private static String told(Opening opening, Optional<Interaction> call) {
    String told = FreeText.optional("told", opening.told());
    return told.isEmpty() ? call.map(Interaction::said).map(said -> FreeText.optional("told", said)).orElse("") : told;
  }

  private Request insert(Opening opening, Optional<Interaction> call, RequestType type, String contract) {
    Instant now = clock.instant();
    Request request = new Request(table.nextNumber(), type.key(), type.name(), type.model().version(),
        Request.State.OPEN, opening.customer(), contract, owner(opening, type, now),
        opening.opener(), now, promisedTimes.promised(type, now), null, null,
        call.map(Interaction::channel).orElse(opening.channel()), told(opening, call), opening.verification(), null, null,
        type.model().version());
    table.insert(request);
    table.beginTenure(request.number().value(), request.owner(), opening.opener(), null, now);
    return request;
  }

  private String owner(Opening opening, RequestType type, Instant at) {
    return opening.owner() == null ? ownerChoice.owner(type.ownerPolicy(), opening.opener(), at) : opening.owner();
  }

  private void start(Request request, Map<String, Object> facts) {
    ModelVersion started = processes.start(request.type(), new CaseKey(request.number().value()), facts);
    if (!started.equals(request.model())) {
      table.setModel(request.number().value(), started);
    }
  }

  private String keys() {
    return types.forCustomers().stream().map(RequestType::key).collect(Collectors.joining(", "));
  }

  /** The request of that number, empty if there is none. */
  public Optional<Request> byNumber(String number) {
    return table.byNumber(number);
  }

  /**
   * Waits for whoever changes the request at this instant, and keeps others waiting until the transaction ends. Whoever
   * changes both takes it before its tasks, so that two of them never wait for each other.
   *
   * @throws RequestRefused if there is no such request
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Request lock(String number) {
    return table.lock(number).orElseThrow(() -> new RequestRefused(Kind.UNKNOWN, "There is no request " + number));
  }

  /**
   * Has a request run on another version of its model. Joins the caller's transaction, which holds the request and moves its
   * process.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void follow(String number, ModelVersion version) {
    table.follow(number, version);
  }

  /** The requests that came from the same interaction as another, without that one; in the order of their numbers. */
  public List<Request> fromTheSameCall(Request request) {
    return request.interaction() == null ? List.of() : table.ofInteraction(request.interaction()).stream()
        .filter(other -> !other.number().equals(request.number())).toList();
  }

  /** The open requests that an employee owns, the one due first first. */
  public List<Request> ownedBy(String employee, int limit) {
    return table.openOfOwner(employee, limit);
  }

  /** The requests of a customer, open ones first, then the newest. */
  public List<Request> ofCustomer(long customer, int limit) {
    return table.ofCustomer(customer, limit);
  }
}
