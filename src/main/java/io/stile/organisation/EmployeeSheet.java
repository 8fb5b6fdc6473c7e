package io.stile.organisation;

/**
 * An employee as administrators see him.
 *
 * @param email where his mail goes; null for none
 * @param version counts his changes: whoever changes him says which version he has seen
 */
public record EmployeeSheet(Employee employee, String email, int version) {

  /** What can be changed about him. */
  public EmployeeDetails details() {
    return new EmployeeDetails(employee.name(), email, employee.phone(), employee.zone(), employee.roles(), employee.departments());
  }
}
