package io.stile.escalation;

import io.stile.engine.ActionCall;
import io.stile.engine.StepId;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.promise.Promises;
import io.stile.request.Journal;
import io.stile.request.JournalKind;
import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.work.Claims;
import io.stile.work.Task;
import io.stile.work.TaskLookup;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The rungs of the ladder that {@code bpmn/escalation.bpmn} draws: what each of its actions does. */
@Component
class Ladder {

  private final TaskLookup tasks;
  private final Claims claims;
  private final Requests requests;
  private final Promises promises;
  private final Organisation organisation;
  private final Journal journal;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Ladder(TaskLookup tasks, Claims claims, Requests requests, Promises promises, Organisation organisation,
      Journal journal, ApplicationEventPublisher events, Clock clock) {
    this.tasks = tasks;
    this.claims = claims;
    this.requests = requests;
    this.promises = promises;
    this.organisation = organisation;
    this.journal = journal;
    this.events = events;
    this.clock = clock;
  }

  void tellOwner(ActionCall call) {
    tell(call, List.of(owner(call)), "owner", "“%s” is late");
  }

  void tellManagers(ActionCall call) {
    List<String> managers = organisation.managers().stream().map(Employee::signIn).toList();
    tell(call, managers, "manager", "Nobody has dealt with “%s”, which is late");
  }

  /** Not if the owner was asked only when the promise was due: he has his time to agree a new one first. */
  void tellLead(ActionCall call) {
    if (aboutWhat(call).createdAt().isBefore(promises.dueOf(call.subject()))) {
      String owner = owner(call);
      tell(call, List.of(organisation.leadOver(owner, Set.of()).orElse(owner)), "lead",
          "The promised time has passed, and no new time is agreed");
    }
  }

  void tellOwnersLead(ActionCall call) {
    String owner = owner(call);
    tell(call, List.of(organisation.leadOver(owner, Set.of()).orElse(owner)), "lead", "“%s” is late");
  }

  private void tell(ActionCall call, List<String> employees, String rung, String words) {
    Task about = aboutWhat(call);
    String text = words.formatted(about.name());
    for (String employee : employees) {
      journal.add(about.request(), JournalKind.TOLD, null, Map.of("whom", employee, "text", text));
      events.publishEvent(new EmployeeTold(about.request(), employee, about.id(), rung, text, clock.instant()));
    }
  }

  /** The late task of an escalation; for other protocols the step of theirs that is late. */
  private Task aboutWhat(ActionCall call) {
    return tasks.byStep(new StepId(call.subject()))
        .or(() -> tasks.ofRequest(call.caseKey().value()).stream()
            .filter(task -> call.process().equals(task.process()) && call.subject().equals(task.subject()))
            .reduce((first, last) -> last))
        .orElseThrow();
  }

  void askOwnerToRenew(ActionCall call) {
    promises.atRisk(call.caseKey().value());
  }

  void reassign(ActionCall call) {
    Task late = late(call);
    claims.giveAfterDecision(late, String.valueOf(call.fact("reassignTo")), deciderOf(call));
  }

  void takeOver(ActionCall call) {
    String decider = deciderOf(call);
    claims.giveAfterDecision(late(call), decider, decider);
  }

  private Task late(ActionCall call) {
    return tasks.byStep(new StepId(call.subject())).orElseThrow();
  }

  /** Who completed the decision about the late task. */
  private String deciderOf(ActionCall call) {
    return tasks.ofRequest(call.caseKey().value()).stream()
        .filter(task -> call.subject().equals(task.subject()) && task.state() == Task.State.DONE)
        .reduce((first, last) -> last).map(Task::assignee).orElseThrow();
  }

  private String owner(ActionCall call) {
    return requests.byNumber(call.caseKey().value()).map(Request::owner).orElseThrow();
  }
}
