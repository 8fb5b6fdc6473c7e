package io.stile.grant;

import io.stile.engine.ActionCall;
import io.stile.grant.Grant.Basis;
import io.stile.grant.Proposal.State;
import io.stile.organisation.Employee;
import io.stile.request.Journal;
import io.stile.request.JournalKind;
import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.work.StepTarget;
import io.stile.work.Task;
import io.stile.work.TaskLookup;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What {@code bpmn/goodwill.bpmn} has done once somebody has decided, and who decides. */
@Component
class ProposalDecision implements StepTarget {

  private final ProposalTable proposals;
  private final Grants grants;
  private final Approvers approvers;
  private final Requests requests;
  private final TaskLookup tasks;
  private final Journal journal;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ProposalDecision(ProposalTable proposals, Grants grants, Approvers approvers, Requests requests, TaskLookup tasks, Journal journal,
      ApplicationEventPublisher events, Clock clock) {
    this.proposals = proposals;
    this.grants = grants;
    this.approvers = approvers;
    this.requests = requests;
    this.tasks = tasks;
    this.journal = journal;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public String process() {
    return Goodwill.PROCESS;
  }

  @Override
  public Target of(String subject, String step) {
    return Target.employee(proposal(subject).approver());
  }

  /** What somebody who leaves was to decide, the next one decides whose authority suffices. */
  @Override
  public boolean passOn(String subject, String step, String from, String by) {
    Proposal proposal = proposal(subject);
    Request request = requests.byNumber(proposal.request()).orElseThrow();
    Optional<Employee> next = approvers.of(proposal.proposedBy(), proposal.amount().minorUnits(),
        employee -> grants.left(request, employee), clock.instant()).stream().filter(able -> !able.signIn().equals(from)).findFirst();
    next.ifPresent(approver -> proposals.setApprover(proposal.id(), approver.signIn()));
    return next.isPresent();
  }

  /** Counts against the authority of who approved it, as it stands now: the customer may have got something meanwhile. */
  void grant(ActionCall call) {
    Proposal proposal = proposal(call.subject());
    grants.grant(requests.byNumber(proposal.request()).orElseThrow(), proposal.amount().minorUnits(), Basis.GOODWILL,
        decider(call), proposal.reason(), "decision");
    end(proposal, State.GRANTED, call);
  }

  void decline(ActionCall call) {
    Proposal proposal = proposal(call.subject());
    Map<String, String> details = new HashMap<>(Map.of("amount", proposal.amount().toString()));
    details.put("words", words(call));
    journal.add(proposal.request(), JournalKind.GOODWILL_DECLINED, decider(call), details);
    end(proposal, State.DECLINED, call);
  }

  private void end(Proposal proposal, State state, ActionCall call) {
    Instant now = clock.instant();
    proposals.end(proposal.id(), state, decider(call), now, words(call));
    events.publishEvent(new GoodwillDecided(proposal.id(), proposal.request(), proposal.proposedBy(), decider(call),
        proposal.amount(), state == State.GRANTED, words(call), now));
  }

  private Proposal proposal(String subject) {
    return proposals.byId(Long.parseLong(subject))
        .orElseThrow(() -> new IllegalArgumentException("There is no proposed goodwill " + subject));
  }

  private String decider(ActionCall call) {
    return tasks.ofRequest(call.caseKey().value()).stream()
        .filter(task -> task.process().equals(Goodwill.PROCESS) && call.subject().equals(task.subject()))
        .filter(task -> task.state() == Task.State.DONE).reduce((first, last) -> last).map(Task::assignee).orElseThrow();
  }

  private static String words(ActionCall call) {
    return call.fact("words") == null || call.fact("words").toString().isBlank() ? null : call.fact("words").toString();
  }
}
