package io.stile.promise;

import io.stile.organisation.Absence;
import io.stile.organisation.Absences;
import io.stile.organisation.Department;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.web.Refused.Kind;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who may do what with a promise, and who stands above and beside its keeper. */
@Component
public class Keepers {

  private final Organisation organisation;
  private final Absences absences;
  private final Requests requests;
  private final Clock clock;

  Keepers(Organisation organisation, Absences absences, Requests requests, Clock clock) {
    this.organisation = organisation;
    this.absences = absences;
    this.requests = requests;
    this.clock = clock;
  }

  /** Whether somebody may say that it was kept, or log an attempt: whoever may decide about it, and everybody of his department. */
  public boolean mayKeep(Promise promise, String employee) {
    return mayDecide(promise, employee) || isActive(employee) && departmentsOf(promise.keeper()).stream()
        .anyMatch(department -> organisation.isMember(employee, department.key()));
  }

  /** Whether somebody may renew it, or say that it is broken or not needed: keeper, owner of the request, lead or deputy of the keeper. */
  public boolean mayDecide(Promise promise, String employee) {
    return isActive(employee) && (employee.equals(promise.keeper()) || isOwner(promise, employee)
        || standsIn(promise, employee));
  }

  /** Whether somebody may take it over: the owner of the request, and lead and deputy of the keeper. */
  public boolean mayTakeOver(Promise promise, String employee) {
    return promise.isOpen() && !promise.ofRequest() && isActive(employee) && !employee.equals(promise.keeper())
        && (isOwner(promise, employee) || standsIn(promise, employee));
  }

  private boolean standsIn(Promise promise, String employee) {
    return departmentsOf(promise.keeper()).stream().anyMatch(department -> organisation.isLead(employee, department.key()))
        || employee.equals(leadOver(promise.keeper()))
        || List.of(clock.instant(), promise.beginsAt(), promise.dueAt()).stream()
            .map(at -> absence(promise.keeper(), at).map(Absence::deputy).orElse(null)).anyMatch(employee::equals);
  }

  private boolean isOwner(Promise promise, String employee) {
    return requests.byNumber(promise.request()).map(Request::owner).filter(employee::equals).isPresent();
  }

  private boolean isActive(String employee) {
    return organisation.employee(employee).filter(Employee::active).isPresent();
  }

  private List<Department> departmentsOf(String employee) {
    return organisation.departments().stream().filter(department -> organisation.isMember(employee, department.key())).toList();
  }

  /** The absence of somebody at an instant, empty if he is not absent then. */
  Optional<Absence> absence(String employee, Instant at) {
    return absences.notEndedOf(employee, at).stream().filter(absence -> absence.covers(at)).findFirst();
  }

  /** Who leads somebody: the lead of a department of his; above a lead, a manager. */
  String leadOver(String employee) {
    return departmentsOf(employee).stream().map(Department::lead).filter(lead -> !lead.equals(employee)).findFirst()
        .or(() -> organisation.managers().stream().map(Employee::signIn).filter(manager -> !manager.equals(employee)).findFirst())
        .orElse(employee);
  }

  /** The name of somebody. */
  String nameOf(String employee) {
    return organisation.employee(employee).map(Employee::name).orElse(employee);
  }

  /** @throws PromiseRefused if he is nobody who could keep a promise */
  void requireActive(String field, String employee) {
    if (employee == null || !isActive(employee)) {
      throw PromiseRefused.invalid(field, "Expected an active employee; '%.60s' is none.".formatted(employee));
    }
  }

  static PromiseRefused forbidden(String message) {
    return new PromiseRefused(Kind.FORBIDDEN, message);
  }
}
