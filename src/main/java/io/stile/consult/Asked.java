package io.stile.consult;

import io.stile.organisation.Department;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.request.Request;
import io.stile.work.StepTarget.Target;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whom a question can be for, and who leads them. */
@Component
class Asked {

  private final Organisation organisation;

  Asked(Organisation organisation) {
    this.organisation = organisation;
  }

  /**
   * Expects somebody who can be asked.
   *
   * @throws ConsultRefused naming the value that is none
   */
  void require(Target target) {
    if (target == null) {
      throw ConsultRefused.invalid("department", "Expected either a department or an employee who is asked.");
    }
    if (target.department() != null && organisation.departments().stream().noneMatch(each -> each.key().equals(target.department()))) {
      throw ConsultRefused.invalid("department", "There is no department '%.60s'; expected the key of one.".formatted(target.department()));
    }
    if (target.employee() != null && organisation.employee(target.employee()).filter(Employee::active).isEmpty()) {
      throw ConsultRefused.invalid("employee",
          "Nobody who works here has the sign-in name '%.60s'; expected that of an employee.".formatted(target.employee()));
    }
  }

  /** As people read it: the name of a department or of an employee. */
  String nameOf(Target target) {
    return target.department() == null ? nameOf(target.employee())
        : organisation.department(target.department()).map(Department::name).orElse(target.department());
  }

  String nameOf(String employee) {
    return organisation.employee(employee).map(Employee::name).orElse(employee);
  }

  /** As the journal keeps it: names of departments, sign-in names of employees. */
  String told(Target target) {
    return target.employee() == null ? nameOf(target) : target.employee();
  }

  /** Whether it is for an employee to answer: he alone, or as a member of the department. */
  boolean isFor(Target target, String employee) {
    return target.department() == null ? target.employee().equals(employee) : organisation.isMember(employee, target.department());
  }

  /** The lead of the department that is asked; of an employee a lead over him, or else a manager. */
  String leadOf(Target target, Request request) {
    return departmentOf(target).map(Department::lead).orElseGet(() -> managers().stream().findFirst().orElse(request.owner()));
  }

  /** The department whose lead answers for it; empty if nobody leads who is asked. */
  Optional<Department> departmentOf(Target target) {
    return target.department() != null ? organisation.department(target.department()) : over(target.employee());
  }

  /** Those who lead a department of the employee's and are not himself. */
  boolean leads(String lead, String employee) {
    return departmentsOver(employee).anyMatch(department -> department.lead().equals(lead));
  }

  private Optional<Department> over(String employee) {
    return departmentsOver(employee).findFirst();
  }

  private Stream<Department> departmentsOver(String employee) {
    return organisation.departments().stream().filter(department -> organisation.isMember(employee, department.key()))
        .filter(department -> !department.lead().equals(employee));
  }

  List<String> managers() {
    return organisation.managers().stream().map(Employee::signIn).toList();
  }

  boolean isActive(String employee) {
    return organisation.employee(employee).filter(Employee::active).isPresent();
  }
}
