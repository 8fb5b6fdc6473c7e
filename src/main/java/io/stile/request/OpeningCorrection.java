package io.stile.request;

import io.stile.catalogue.Forms;
import io.stile.customer.Contract;
import io.stile.customer.Customer;
import io.stile.customer.Customers;
import io.stile.customer.Interaction;
import io.stile.customer.Interactions;
import io.stile.form.FormSchema;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.request.Answers.Answer;
import io.stile.web.Refused.Kind;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Corrects how a request was opened: for the wrong customer, or with a slip in the form that opened it. */
@Service
public class OpeningCorrection {

  private static final String CONTRACT = "contract";

  private final RequestTable table;
  private final Answers answers;
  private final AnswerCorrection correction;
  private final CorrectionRules rules;
  private final StartForm startForm;
  private final Forms forms;
  private final Customers customers;
  private final Interactions interactions;
  private final Organisation organisation;
  private final List<CustomerTie> ties;
  private final Journal journal;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  OpeningCorrection(RequestTable table, Answers answers, AnswerCorrection correction, CorrectionRules rules,
      StartForm startForm, Forms forms, Customers customers, Interactions interactions, Organisation organisation,
      List<CustomerTie> ties, Journal journal, ApplicationEventPublisher events, Clock clock) {
    this.table = table;
    this.answers = answers;
    this.correction = correction;
    this.rules = rules;
    this.startForm = startForm;
    this.forms = forms;
    this.customers = customers;
    this.interactions = interactions;
    this.organisation = organisation;
    this.ties = ties;
    this.journal = journal;
    this.events = events;
    this.clock = clock;
  }

  /** The answers with which a request was opened; empty if its type has no form for that. */
  public Optional<Answer> opening(String number) {
    return answers.of(number).stream().filter(answer -> answer.task() == null).findFirst();
  }

  /**
   * Corrects the form that opened a request; whoever calls it holds the request.
   *
   * @param wrong what was answered
   * @throws AnswersRefused if the right answers are not in order
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<String> correct(Request request, Answer wrong, Map<String, Object> typed, String by, String reason) {
    Customer customer = customers.byId(request.customer()).orElseThrow();
    Map<String, Object> right = startForm.accepted(request.openedOn(), wrong.form(), customer.id(), typed);
    String contract = startForm.contract(customer.id(), right).map(Contract::number).orElse(null);
    FormSchema form = forms.form(request.openedOn(), wrong.form());
    List<String> decided = correction.correct(request, wrong, form, startForm.given(customer.id()), right, by, reason);
    if (Objects.equals(contract, request.contract())) {
      return decided;
    }
    table.setContract(request.number().value(), contract);
    Set<String> all = new LinkedHashSet<>(decided);
    all.addAll(correction.inEngine(request, facts(request, customer, request.contract()), facts(request, customer, contract)));
    return List.copyOf(all);
  }

  /**
   * A request that was opened for the wrong customer.
   *
   * @param from     id of the customer whom the one who corrects it saw
   * @param to       id of the right one
   * @param contract number of the right one's contract, or null if he has only one or it does not matter
   */
  public record Move(long from, long to, String contract, String reason) {}

  /**
   * Gives a request to the right customer, with the interaction that opened it and what was said about it since.
   *
   * @throws RequestRefused if it is unknown or somebody else's business, if the customer is another one by now, or if
   *     something ties the request to him, which the message says
   * @throws AnswersRefused if the contract has to be chosen
   */
  @Transactional
  public Correction move(String number, Move move, String by) {
    Request request = table.lock(number).orElseThrow(() -> new RequestRefused(Kind.UNKNOWN, "There is no request " + number));
    rules.require(request, request.opener(), by);
    String reason = FreeText.required("reason", move.reason(), "Say why it is the wrong customer.");
    Customer right = required(request, move);
    Customer wrong = customers.byId(request.customer()).orElseThrow();
    ties.stream().flatMap(tie -> tie.whyStays(request).stream()).findFirst().ifPresent(why -> {
      throw new RequestRefused(Kind.CONFLICT, "%s has to stay with %s: %s".formatted(number, wrong.name(), why));
    });
    Optional<Answer> opening = opening(number);
    Map<String, Object> accepted = opening.map(answer -> accepted(request, answer, right, move.contract())).orElse(Map.of());
    String contract = startForm.contract(right.id(), accepted).map(Contract::number).orElse(null);
    table.setCustomer(number, right.id(), contract);
    opening.ifPresent(answer -> answers.correct(answer.id(), accepted));
    Map<String, Object> before = new LinkedHashMap<>(opening.map(Answer::fields).orElse(Map.of()));
    before.putAll(facts(request, wrong, request.contract()));
    Map<String, Object> after = new LinkedHashMap<>(accepted);
    after.putAll(facts(request, right, contract));
    List<String> decided = correction.inEngine(request, before, after);
    journal.add(number, JournalKind.CUSTOMER_CORRECTED, by, details(wrong, right, reason, decided));
    String left = moveContacts(request, right);
    events.publishEvent(new CustomerCorrected(number, wrong.id(), right.id(), by, clock.instant()));
    return new Correction(table.byNumber(number).orElseThrow(), decided, left);
  }

  private Customer required(Request request, Move move) {
    if (request.customer() != move.from()) {
      throw new RequestRefused(Kind.CONFLICT, "The customer of %s was corrected by somebody else meanwhile: it is %s now"
          .formatted(request.number(), customers.byId(request.customer()).map(Customer::name).orElse("somebody else")));
    }
    if (move.to() == move.from()) {
      throw RequestRefused.invalid("customer", "This is the customer whom it has already; choose another one.");
    }
    return customers.byId(move.to()).orElseThrow(
        () -> RequestRefused.invalid("customer", "There is no customer %d.".formatted(move.to())));
  }

  /** A contract of the wrong customer is none of the right one's; all else that was answered stays. */
  private Map<String, Object> accepted(Request request, Answer opening, Customer right, String contract) {
    Map<String, Object> typed = new LinkedHashMap<>(opening.fields());
    typed.values().removeIf(Objects::isNull);
    if (opening.fields().containsKey(CONTRACT)) {
      typed.remove(CONTRACT);
      if (contract != null && !contract.isBlank()) {
        typed.put(CONTRACT, contract);
      }
    }
    return startForm.accepted(request.openedOn(), opening.form(), right.id(), typed);
  }

  private Map<String, Object> facts(Request request, Customer customer, String contract) {
    Employee opener = organisation.employee(request.opener()).orElseThrow();
    return RequestFacts.of(customer, Optional.ofNullable(contract).flatMap(customers::contract).orElse(null), opener,
        request.openedAt());
  }

  private static Map<String, String> details(Customer wrong, Customer right, String reason, List<String> decided) {
    Map<String, String> details = new LinkedHashMap<>(Map.of("wrong", wrong.name(), "right", right.name(), "reason", reason,
        "wrongId", String.valueOf(wrong.id()), "rightId", String.valueOf(right.id())));
    details.put("decided", decided.isEmpty() ? null : String.join(", ", decided));
    return details;
  }

  /** An interaction that another request of the wrong customer came from stays with him until that one is corrected. */
  private String moveContacts(Request request, Customer right) {
    String number = request.number().value();
    Set<Long> contacts = new TreeSet<>();
    interactions.ofRequest(number).stream().map(Interaction::id).forEach(contacts::add);
    Optional.ofNullable(request.interaction()).ifPresent(contacts::add);
    Set<String> others = new TreeSet<>();
    contacts.removeIf(contact -> table.ofInteraction(contact).stream()
        .filter(other -> !other.number().equals(request.number()) && other.customer() != right.id())
        .map(other -> others.add(other.number().value())).count() > 0);
    interactions.move(contacts, right.id());
    return others.isEmpty() ? null : "%s came from the same call and is still the other customer's; if that is wrong, too,"
        .formatted(String.join(", ", others)) + " correct it there, and the call moves with it";
  }
}
