package io.stile.notification;

import io.stile.conversation.ConversationEnded;
import io.stile.escalation.EmployeeTold;
import io.stile.grant.GoodwillDecided;
import io.stile.handover.HandOvers;
import io.stile.obstacle.ObstacleAnswered;
import io.stile.organisation.Department;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.request.OwnerChanged;
import io.stile.work.ContactDuringWait;
import io.stile.work.TaskAssigned;
import io.stile.work.TaskGoesOn;
import io.stile.work.TaskLate;
import io.stile.work.TaskWarned;
import java.util.Optional;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Turns what happened into notices, after it has been committed. Events can be delivered twice, so each names what
 * happened and makes one row.
 */
@Component
class NoticeWriter {

  private final Notices notices;
  private final Overtaken overtaken;
  private final Organisation organisation;
  private final TakenBack takenBack;
  private final HandOverNotices handOverNotices;
  private final HandOvers handOvers;

  NoticeWriter(Notices notices, Overtaken overtaken, Organisation organisation, TakenBack takenBack,
      HandOverNotices handOverNotices, HandOvers handOvers) {
    this.notices = notices;
    this.overtaken = overtaken;
    this.organisation = organisation;
    this.takenBack = takenBack;
    this.handOverNotices = handOverNotices;
    this.handOvers = handOvers;
  }

  @ApplicationModuleListener
  void on(TaskAssigned assigned) {
    if (takenBack.isCancelled(assigned.task()) || handOverNotices.tellOf(assigned.task())) {
      return;
    }
    notices.tell("assigned:%d:%d".formatted(assigned.task(), assigned.version()), assigned.employee(), "assigned",
        assigned.request(), assigned.task(), "“%s” was assigned to you".formatted(assigned.name()), assigned.at());
  }

  @ApplicationModuleListener
  void on(TaskWarned warned) {
    if (overtaken.isDue(warned.task(), warned.dueAt())) {
      return;
    }
    notices.tell("warned:%d".formatted(warned.task()), warned.tell(), "warned", warned.request(), warned.task(),
        "“%s” is running out of time".formatted(warned.name()), warned.at());
  }

  @ApplicationModuleListener
  void on(TaskLate late) {
    if (overtaken.isDue(late.task(), late.dueAt())) {
      return;
    }
    Optional<String> lead = Optional.ofNullable(late.department()).flatMap(organisation::department)
        .map(Department::lead);
    lead.ifPresent(employee -> notices.tell("late:%d".formatted(late.task()), employee, "late", late.request(),
        late.task(), "“%s” is late in your department".formatted(late.name()), late.at()));
  }

  @ApplicationModuleListener
  void on(EmployeeTold told) {
    if (overtaken.isLateness(told.task())) {
      return;
    }
    notices.tell("told:%d:%s:%s".formatted(told.task(), told.rung(), told.at()), told.employee(), "late", told.request(),
        told.task(), told.text(), told.at());
  }

  @ApplicationModuleListener
  void on(TaskGoesOn goesOn) {
    notices.tell("goes-on:%d:%s".formatted(goesOn.task(), goesOn.at()), goesOn.tell(), "goes-on", goesOn.request(),
        goesOn.task(), "“%s” goes on: %s".formatted(goesOn.name(), goesOn.why()), goesOn.at());
  }

  @ApplicationModuleListener
  void on(ContactDuringWait contact) {
    notices.tell("contact:%d:%d".formatted(contact.contact(), contact.task()), contact.tell(), "contact",
        contact.request(), contact.task(), "The customer got in touch while “%s” waits".formatted(contact.name()),
        contact.at());
  }

  @ApplicationModuleListener
  void on(GoodwillDecided decided) {
    notices.tell("goodwill:%d".formatted(decided.proposal()), decided.tell(), "goodwill", decided.request(), null,
        "%s of goodwill %s".formatted(decided.amount(), decided.granted() ? "is granted"
            : "was declined: " + decided.words()), decided.at());
  }

  @ApplicationModuleListener
  void on(ConversationEnded ended) {
    String text = ended.takenBy() == null ? "Nobody took over the conversation; the customer is still yours"
        : "%s takes over the conversation".formatted(organisation.employee(ended.takenBy()).map(Employee::name).orElse(ended.takenBy()));
    notices.tell("conversation:%d".formatted(ended.id()), ended.tell(), "conversation", ended.request(), null, text, ended.at());
  }

  @ApplicationModuleListener
  void on(ObstacleAnswered answered) {
    answered.reporters().forEach(reporter -> notices.tell("obstacle:%s:%s".formatted(answered.obstacle(), answered.at()),
        reporter, "obstacle", answered.obstacle(), null, "What you reported was answered: " + answered.answer(), answered.at()));
  }

  @ApplicationModuleListener
  void on(OwnerChanged changed) {
    if (changed.to().equals(changed.by())) {
      return; // He accepted it himself.
    }
    notices.tell("owner:%s:%s".formatted(changed.number(), changed.at()), changed.to(), "owner", changed.number(), null,
        "You own %s now: %s%s".formatted(changed.number(), changed.reason(), handOvers.naming(changed.number(), changed.to())
            .map(named -> ". If you cannot take it, say so within an open hour").orElse("")), changed.at());
  }
}
