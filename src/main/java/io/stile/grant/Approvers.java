package io.stile.grant;

import io.stile.organisation.Department;
import io.stile.organisation.Duty;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import java.time.Instant;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who can approve what somebody may not grant on his own: the leads of his departments, then the managers; never he himself. */
@Component
class Approvers {

  private final Organisation organisation;
  private final Duty duty;

  Approvers(Organisation organisation, Duty duty) {
    this.organisation = organisation;
    this.duty = duty;
  }

  /**
   * Those who could approve it, the best first: a lead before a manager, somebody who is at work before somebody who is not.
   *
   * @param left what an employee may still grant, in minor units
   */
  List<Employee> of(String proposer, long cents, ToLongFunction<String> left, Instant at) {
    List<Employee> able = superiors(proposer).filter(employee -> left.applyAsLong(employee.signIn()) >= cents).toList();
    return Stream.concat(able.stream().filter(employee -> duty.available(employee.signIn(), at)),
        able.stream().filter(employee -> !duty.available(employee.signIn(), at))).toList();
  }

  /** The most that anybody could approve for somebody, in minor units. */
  long most(String proposer, ToLongFunction<String> left) {
    return superiors(proposer).map(Employee::signIn).mapToLong(left).max().orElse(0);
  }

  private Stream<Employee> superiors(String proposer) {
    Stream<Employee> leads = organisation.departments().stream()
        .filter(department -> organisation.isMember(proposer, department.key())).map(Department::lead)
        .flatMap(lead -> organisation.employee(lead).stream());
    return Stream.concat(leads, organisation.managers().stream()).filter(Employee::active)
        .filter(employee -> !employee.signIn().equals(proposer)).distinct();
  }
}
