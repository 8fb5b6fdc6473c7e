package io.stile.notification;

import io.stile.escalation.EmployeeTold;
import io.stile.handover.HandOver;
import io.stile.handover.HandOvers;
import io.stile.organisation.Department;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.request.OwnerChanged;
import io.stile.web.Times;
import io.stile.work.TaskAssigned;
import io.stile.work.TaskLate;
import io.stile.work.TaskWarned;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells employees by mail what they are to do and what runs out of time, after it has been committed. */
@Component
class EmployeeMail {

  private static final String TASK_IS_LATE = "a task is late";

  private final MailWriter mail;
  private final Overtaken overtaken;
  private final Organisation organisation;
  private final TakenBack takenBack;
  private final HandOvers handOvers;
  private final Times times;

  EmployeeMail(MailWriter mail, Overtaken overtaken, Organisation organisation, TakenBack takenBack, HandOvers handOvers,
      Times times) {
    this.mail = mail;
    this.overtaken = overtaken;
    this.organisation = organisation;
    this.takenBack = takenBack;
    this.handOvers = handOvers;
    this.times = times;
  }

  @ApplicationModuleListener
  void on(TaskAssigned assigned) {
    if (takenBack.isCancelled(assigned.task())) {
      return;
    }
    String by = assigned.by() == null ? "Stile" : mail.nameOf(assigned.by());
    mail.toEmployee("assigned:%d:%d".formatted(assigned.task(), assigned.version()), "assigned", assigned.employee(),
        assigned.request(), Map.of("task", assigned.name(), "id", assigned.task(), "by", by), assigned.at());
  }

  /** Who has become the owner without having accepted it himself. */
  @ApplicationModuleListener
  void on(OwnerChanged changed) {
    if (!changed.to().equals(changed.by())) {
      Map<String, Object> facts = new HashMap<>(Map.of("owned", true, "by", mail.nameOf(changed.by()), "reason", changed.reason()));
      handOvers.naming(changed.number(), changed.to()).map(HandOver::declinableUntil).ifPresent(until -> facts.put("declinable", moment(until, changed.to())));
      mail.toEmployee("owner:%s:%s".formatted(changed.number(), changed.at()), "owner", changed.to(), changed.number(), facts,
          changed.at());
    }
  }

  @ApplicationModuleListener
  void on(TaskWarned warned) {
    if (overtaken.isDue(warned.task(), warned.dueAt())) {
      return;
    }
    mail.toEmployee("warned:%d".formatted(warned.task()), "warned", warned.tell(), warned.request(), warned.task(),
        Map.of("task", warned.name(), "id", warned.task(), "due", moment(warned.dueAt(), warned.tell())), warned.at());
  }

  /** To who does the task, and to the lead of its department. */
  @ApplicationModuleListener
  void on(TaskLate late) {
    if (overtaken.isDue(late.task(), late.dueAt())) {
      return;
    }
    Optional<String> lead = Optional.ofNullable(late.department()).flatMap(organisation::department)
        .map(Department::lead);
    Stream.of(late.assignee(), lead.orElse(null)).filter(Objects::nonNull).distinct().forEach(employee ->
        mail.toEmployee("late:%d".formatted(late.task()), "late", employee, late.request(), late.task(),
            Map.of("task", late.name(), "id", late.task(), "about", TASK_IS_LATE, "words", "“%s” was due %s and is not done.".formatted(
                late.name(), moment(late.dueAt(), employee))), late.at()));
  }

  @ApplicationModuleListener
  void on(EmployeeTold told) {
    if (overtaken.isLateness(told.task())) {
      return;
    }
    mail.toEmployee("told:%d:%s:%s".formatted(told.task(), told.rung(), told.at()), "late", told.employee(),
        told.request(), told.task(),
        Map.of("id", told.task(), "about", told.rung().equals("lead") ? "a promise has passed" : TASK_IS_LATE,
            "words", told.text() + "."), told.at());
  }

  private String moment(Instant at, String signIn) {
    return times.absoluteLong(at, organisation.employee(signIn).map(Employee::zone).orElse(ZoneOffset.UTC));
  }
}
