package io.stile.handover;

import io.stile.organisation.Absence;
import io.stile.organisation.Department;
import io.stile.organisation.Duty;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.organisation.OrganisationRefused;
import io.stile.request.LeastLoaded;
import io.stile.web.Times;
import io.stile.work.LeavingWork;
import io.stile.work.Task;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Chooses who takes over: nobody who has left, and nobody who is absent unless that is wanted. */
@Component
class Heirs {

  private final Organisation organisation;
  private final Duty duty;
  private final Offers offers;
  private final LeastLoaded leastLoaded;
  private final LeavingWork work;
  private final Times times;
  private final Clock clock;

  Heirs(Organisation organisation, Duty duty, Offers offers, LeastLoaded leastLoaded, LeavingWork work, Times times, Clock clock) {
    this.organisation = organisation;
    this.duty = duty;
    this.offers = offers;
    this.leastLoaded = leastLoaded;
    this.work = work;
    this.times = times;
    this.clock = clock;
  }

  /** Among whom each request and task goes to the least loaded one; counted anew for each, so that they are spread. */
  final class Choice {

    private final List<String> candidates;
    private final String reason;

    private Choice(List<String> candidates, String reason) {
      this.candidates = candidates;
      this.reason = reason;
    }

    String reason() {
      return reason;
    }

    String ofRequest() {
      return leastLoaded.among(candidates).orElseThrow();
    }

    /** Whoever belongs to the department of the task, and has the fewest tasks. */
    Optional<String> ofTask(Task task) {
      return candidates.stream().filter(each -> task.department() == null || organisation.isMember(each, task.department()))
          .min(Comparator.comparingInt(work::countOf).thenComparing(Comparator.naturalOrder()));
    }
  }

  /** @throws OrganisationRefused if nobody can take over; the message says what was expected */
  Choice choice(String leaver, Successors to) {
    String reason = to.reason() == null ? "" : to.reason().strip();
    if (reason.isEmpty() || reason.length() > Offers.LONGEST_TEXT || reason.indexOf('\0') >= 0) {
      throw OrganisationRefused.invalid("reason", "Expected a reason of 1 to %d characters: the new owners read it.".formatted(Offers.LONGEST_TEXT));
    }
    return new Choice(to.department() != null ? members(leaver, to) : List.of(person(leaver, to)), reason);
  }

  private String person(String leaver, Successors to) {
    Employee employee = Optional.ofNullable(to.employee()).flatMap(organisation::employee).filter(Employee::active)
        .filter(found -> !found.signIn().equals(leaver)).orElseThrow(() -> OrganisationRefused.invalid("to",
            to.employee() == null ? "Choose who takes over: somebody, or a department." : "'%.60s' is nobody who could take over; expected another active employee."
                .formatted(to.employee())));
    Optional<Absence> absence = offers.absence(employee.signIn(), clock.instant());
    if (absence.isPresent() && !to.anyway()) {
      throw OrganisationRefused.invalid("to", "%s is absent until %s. Choose somebody else, or say that it is to be so all the same."
          .formatted(employee.name(), times.absolute(absence.get().until(), employee.zone())));
    }
    return employee.signIn();
  }

  private List<String> members(String leaver, Successors to) {
    Instant now = clock.instant();
    Department department = organisation.departments().stream().filter(each -> each.key().equals(to.department())).findFirst()
        .orElseThrow(() -> OrganisationRefused.invalid("to", "There is no department '%.60s'.".formatted(to.department())));
    List<String> available = others(leaver, duty.availableMembers(department.key(), now));
    if (!available.isEmpty()) {
      return available;
    }
    List<String> all = others(leaver, organisation.membersOf(department.key()));
    if (all.isEmpty() || !to.anyway()) {
      throw OrganisationRefused.invalid("to", all.isEmpty() ? "%s has nobody else who could take over.".formatted(department.name())
          : "Nobody of %s is at work now. Choose somebody else, or say that it is to be so all the same.".formatted(department.name()));
    }
    return all;
  }

  private static List<String> others(String leaver, List<Employee> employees) {
    return employees.stream().map(Employee::signIn).filter(signIn -> !signIn.equals(leaver)).toList();
  }
}
