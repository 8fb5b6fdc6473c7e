package io.stile.handover;

import io.stile.handover.HandOver.State;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.request.Journal;
import io.stile.request.JournalKind;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Says who is told what of a hand-over; nobody is told what he did himself. */
@Component
class News {

  private final Organisation organisation;
  private final Journal journal;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  News(Organisation organisation, Journal journal, ApplicationEventPublisher events, Clock clock) {
    this.organisation = organisation;
    this.journal = journal;
    this.events = events;
    this.clock = clock;
  }

  void offered(HandOver offered, Long task) {
    tell(offered, "offered", offered.receiver(), task,
        "%s offers you %s: %s".formatted(nameOf(offered.offeredBy()), offered.request(), offered.reason()));
    if (!offered.offeredBy().equals(offered.giver())) {
      tell(offered, "offered", offered.giver(), null, "%s offers your request %s to %s; it stays yours until that is accepted"
          .formatted(nameOf(offered.offeredBy()), offered.request(), nameOf(offered.receiver())));
    }
  }

  /** To the owner, and to the lead who offered it for him; whoever was named hears that he owns it from elsewhere. */
  void answered(HandOver answered) {
    String words = answered.state() == State.ACCEPTED
        ? "%s owns %s now".formatted(nameOf(answered.takenBy()), answered.request())
        : "%s does not take %s over: %s".formatted(nameOf(answered.endedBy()), answered.request(), answered.answer());
    Stream.of(answered.giver(), answered.offeredBy()).distinct().filter(employee -> !employee.equals(answered.endedBy()))
        .forEach(employee -> tell(answered, answered.state().word(), employee, null, words));
  }

  /** To those who have nothing to answer any more, and to the owner if it was not his doing. */
  void ended(HandOver ended) {
    String words = ended.state() == State.WITHDRAWN ? "%s has taken the offer of %s back".formatted(nameOf(ended.endedBy()), ended.request())
        : "The offer of %s has ended: %s".formatted(ended.request(), ended.answer());
    Stream.of(ended.answerer(), ended.giver()).distinct().filter(employee -> !employee.equals(ended.endedBy()))
        .forEach(employee -> tell(ended, ended.state().word(), employee, null, words));
  }

  void unanswered(HandOver open, Collection<String> leads) {
    String words = "%s was offered to %s an open hour ago and is not answered".formatted(open.request(), nameOf(open.receiver()));
    leads.forEach(lead -> {
      journal.add(open.request(), JournalKind.TOLD, null, Map.of("whom", lead, "text", words));
      tell(open, "unanswered", lead, null, words);
    });
  }

  void leadAsked(HandOver open) {
    tell(open, "lead-asked", open.lead(), null, "%s was offered to %s two open hours ago and is not answered: answer for your department"
        .formatted(open.request(), nameOf(open.receiver())));
  }

  private void tell(HandOver about, String what, String employee, Long task, String text) {
    events.publishEvent(new HandOverNews(about.id(), what, employee, about.request(), task, text, clock.instant()));
  }

  private String nameOf(String signIn) {
    return organisation.employee(signIn).map(Employee::name).orElse(signIn);
  }
}
