package io.stile.handover;

import io.stile.engine.ActionCall;
import io.stile.organisation.Department;
import io.stile.organisation.Organisation;
import io.stile.request.Journal;
import io.stile.request.JournalKind;
import io.stile.request.Ownership;
import io.stile.request.Requests;
import io.stile.work.Task;
import io.stile.work.TaskLookup;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the actions of {@code bpmn/hand-over.bpmn} do. */
@Component
class AnswerToOffer {

  private final HandOverTable table;
  private final Offers offers;
  private final Requests requests;
  private final Ownership ownership;
  private final Organisation organisation;
  private final TaskLookup tasks;
  private final Journal journal;
  private final News news;
  private final Clock clock;

  AnswerToOffer(HandOverTable table, Offers offers, Requests requests, Ownership ownership, Organisation organisation, TaskLookup tasks,
      Journal journal, News news, Clock clock) {
    this.table = table;
    this.offers = offers;
    this.requests = requests;
    this.ownership = ownership;
    this.organisation = organisation;
    this.tasks = tasks;
    this.journal = journal;
    this.news = news;
    this.clock = clock;
  }

  /** The row first: what follows the owner must not find the offer open any more. */
  void accept(ActionCall call) {
    HandOver open = held(call);
    String by = answererOf(call);
    String to = "name".equals(call.fact("answer")) ? String.valueOf(call.fact("member")) : by;
    Instant now = clock.instant();
    table.accept(open.id(), by, to, to.equals(by) ? null : offers.declinableUntil(to, requests.lock(open.request()), now), now);
    ownership.accepted(open.request(), to, by, open.reason());
    news.answered(table.byId(open.id()).orElseThrow());
  }

  void decline(ActionCall call) {
    HandOver open = held(call);
    String by = answererOf(call);
    String employee = text(call, "betterEmployee");
    Declined why = new Declined(text(call, "declineReason"), employee == null ? text(call, "betterDepartment") : null, employee);
    table.decline(open.id(), by, why, clock.instant());
    Map<String, String> details = new HashMap<>(Map.of("reason", why.reason()));
    details.put("better", employee != null ? employee : Optional.ofNullable(why.department()).flatMap(organisation::department)
        .map(Department::name).orElse(null));
    journal.add(open.request(), JournalKind.HAND_OVER_DECLINED, by, details);
    news.answered(table.byId(open.id()).orElseThrow());
  }

  /** Of the one who offers, and of the one who was asked; the owner himself knows. */
  void tellBothLeads(ActionCall call) {
    HandOver open = held(call);
    List<String> leads = Stream.of(organisation.leadOver(open.giver(), Set.of()), receivingLead(open, Set.of()))
        .flatMap(Optional::stream).filter(lead -> !lead.equals(open.giver())).distinct().toList();
    news.unanswered(open, leads);
  }

  void askReceivingLead(ActionCall call) {
    HandOver open = held(call);
    table.ask(open.id(), receivingLead(open, Set.of(open.giver())).orElse(open.receiver()));
    news.leadAsked(table.byId(open.id()).orElseThrow());
  }

  /**
   * Who answers for the receiver: the lead of the department that was asked, otherwise whoever stands above him.
   *
   * @param others sign-in names of those who cannot
   */
  Optional<String> receivingLead(HandOver open, Set<String> others) {
    return Optional.ofNullable(open.department()).flatMap(organisation::department).map(Department::lead)
        .filter(lead -> !lead.equals(open.receiver()) && !others.contains(lead))
        .or(() -> organisation.leadOver(open.receiver(), others));
  }

  /** Everybody takes the request first; a timer has not yet. */
  private HandOver held(ActionCall call) {
    requests.lock(call.caseKey().value());
    return table.byId(Long.parseLong(call.subject())).filter(HandOver::isOpen)
        .orElseThrow(() -> new IllegalStateException("Hand-over %s is not open".formatted(call.subject())));
  }

  private String answererOf(ActionCall call) {
    return tasks.ofRequest(call.caseKey().value()).stream()
        .filter(task -> task.process().equals(HandOvers.PROCESS) && call.subject().equals(task.subject()))
        .filter(task -> task.state() == Task.State.DONE).reduce((first, last) -> last).map(Task::assignee).orElseThrow();
  }

  private static String text(ActionCall call, String field) {
    Object value = call.fact(field);
    return value == null || String.valueOf(value).isBlank() ? null : String.valueOf(value);
  }
}
