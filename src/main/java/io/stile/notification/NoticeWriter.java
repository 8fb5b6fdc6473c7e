package io.stile.notification;

import io.stile.escalation.EmployeeTold;
import io.stile.organisation.Department;
import io.stile.organisation.Organisation;
import io.stile.request.OwnerChanged;
import io.stile.work.TaskAssigned;
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
  private final Organisation organisation;
  private final TakenBack takenBack;

  NoticeWriter(Notices notices, Organisation organisation, TakenBack takenBack) {
    this.notices = notices;
    this.organisation = organisation;
    this.takenBack = takenBack;
  }

  @ApplicationModuleListener
  void on(TaskAssigned assigned) {
    if (takenBack.isCancelled(assigned.task())) {
      return;
    }
    notices.tell("assigned:%d:%d".formatted(assigned.task(), assigned.version()), assigned.employee(), "assigned",
        assigned.request(), assigned.task(), "“%s” was assigned to you".formatted(assigned.name()), assigned.at());
  }

  @ApplicationModuleListener
  void on(TaskWarned warned) {
    notices.tell("warned:%d".formatted(warned.task()), warned.tell(), "warned", warned.request(), warned.task(),
        "“%s” is running out of time".formatted(warned.name()), warned.at());
  }

  @ApplicationModuleListener
  void on(TaskLate late) {
    Optional<String> lead = Optional.ofNullable(late.department()).flatMap(organisation::department)
        .map(Department::lead);
    lead.ifPresent(employee -> notices.tell("late:%d".formatted(late.task()), employee, "late", late.request(),
        late.task(), "“%s” is late in your department".formatted(late.name()), late.at()));
  }

  @ApplicationModuleListener
  void on(EmployeeTold told) {
    notices.tell("told:%d:%s".formatted(told.task(), told.rung()), told.employee(), "late", told.request(),
        told.task(), told.text(), told.at());
  }

  @ApplicationModuleListener
  void on(OwnerChanged changed) {
    notices.tell("owner:%s:%s".formatted(changed.number(), changed.at()), changed.to(), "owner", changed.number(), null,
        "You own %s now: %s".formatted(changed.number(), changed.reason()), changed.at());
  }
}
