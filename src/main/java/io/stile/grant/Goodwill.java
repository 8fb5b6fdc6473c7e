package io.stile.grant;

import io.stile.engine.CaseKey;
import io.stile.engine.Processes;
import io.stile.form.FieldProblem.Code;
import io.stile.grant.Grant.Basis;
import io.stile.grant.Proposal.State;
import io.stile.organisation.Employee;
import io.stile.request.FreeText;
import io.stile.request.Journal;
import io.stile.request.JournalKind;
import io.stile.request.Request;
import io.stile.request.RequestClosed;
import io.stile.request.RequestRefused;
import io.stile.request.Requests;
import io.stile.web.Refused.Kind;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Goodwill from any request. What the authority of whoever gives it allows is granted at once; above that it is put before
 * somebody whose authority suffices ({@code bpmn/goodwill.bpmn}), who is never the one who proposed it.
 */
@Service
public class Goodwill {

  static final String PROCESS = "goodwill";
  private static final String OVER = "goodwill.over";

  private final Grants grants;
  private final ProposalTable proposals;
  private final Approvers approvers;
  private final Requests requests;
  private final Processes processes;
  private final Journal journal;
  private final Clock clock;

  Goodwill(Grants grants, ProposalTable proposals, Approvers approvers, Requests requests, Processes processes,
      Journal journal, Clock clock) {
    this.grants = grants;
    this.proposals = proposals;
    this.approvers = approvers;
    this.requests = requests;
    this.processes = processes;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Gives goodwill: at once if the authority of the giver allows it, otherwise by asking somebody to approve it.
   *
   * @param cents    above zero, in minor units of the currency
   * @param currency that of the request's contract
   * @param reason   why; must not be empty
   * @param by       sign-in name of who gives it
   * @return the proposal if it has to be approved; empty if it was granted
   * @throws RequestRefused if the request is unknown or not open, waits for another approval, or a text cannot be accepted
   * @throws GrantRefused   if the amount is none, or more than anybody may grant
   */
  @Transactional
  public Optional<Proposal> give(String number, long cents, String currency, String reason, String by) {
    String why = FreeText.required("reason", reason, "Say why the customer gets it.");
    Request request = requests.lock(number);
    if (!request.isOpen()) {
      throw new RequestRefused(Kind.CONFLICT, number + " is not open any more; goodwill is given while it is");
    }
    String expected = grants.currencyOf(request);
    if (!expected.equals(currency)) {
      throw RequestRefused.invalid("currency",
          "Expected %s, the currency of the contract; this is '%s'.".formatted(expected, currency));
    }
    Money amount = new Money(cents, currency);
    if (cents > 0 && cents > grants.left(request, by)) {
      return Optional.of(propose(request, amount, why, by));
    }
    grants.grant(request, cents, Basis.GOODWILL, by, why, "amount");
    return Optional.empty();
  }

  private Proposal propose(Request request, Money amount, String reason, String by) {
    String number = request.number().value();
    proposals.ofRequest(number).stream().filter(Proposal::isOpen).findFirst().ifPresent(open -> {
      throw new RequestRefused(Kind.CONFLICT,
          "Goodwill of %s waits for approval already; only one at a time can".formatted(open.amount()));
    });
    Employee approver = approvers.of(by, amount.minorUnits(), employee -> grants.left(request, employee), clock.instant())
        .stream().findFirst().orElseThrow(() -> new GrantRefused("amount", Code.TOO_LARGE, tooMuch(request, amount, by)));
    long id = proposals.insert(number, amount, reason, by, clock.instant(), approver.signIn());
    journal.add(number, JournalKind.GOODWILL_PROPOSED, by,
        Map.of("whom", approver.signIn(), "amount", amount.toString(), "reason", reason));
    processes.start(PROCESS, new CaseKey(number), Map.of("subject", String.valueOf(id)));
    return proposals.byId(id).orElseThrow();
  }

  private String tooMuch(Request request, Money amount, String by) {
    long most = approvers.most(by, employee -> grants.left(request, employee));
    return amount.currency().equals(Authority.CURRENCY)
        ? "%s is more than anybody can approve; at most %s is left for this customer.".formatted(amount, new Money(most, Authority.CURRENCY))
        : "%s cannot be granted: authority is in %s.".formatted(amount, Authority.CURRENCY);
  }

  /** A request that ends takes the open question with it. */
  @EventListener
  void drop(RequestClosed closed) {
    proposals.ofRequest(closed.number()).stream().filter(Proposal::isOpen).forEach(open -> {
      proposals.end(open.id(), State.DROPPED, null, closed.at(), null);
      processes.tell(OVER, new CaseKey(open.request()), Map.of("subject", String.valueOf(open.id())), Map.of());
    });
  }

  /** What was proposed for a request, oldest first. */
  public List<Proposal> proposals(String request) {
    return proposals.ofRequest(request);
  }

  /**
   * What an employee may still grant for a request on his own, as things stand; in the currency of the limits, zero if the
   * contract is in another one.
   */
  public Money left(Request request, String employee) {
    return new Money(grants.leftNow(request, employee), Authority.CURRENCY);
  }

  /** The currency in which something can be granted for a request. */
  public String currencyOf(Request request) {
    return grants.currencyOf(request);
  }
}
