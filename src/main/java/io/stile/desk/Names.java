package io.stile.desk;

import io.stile.organisation.Department;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import java.util.HashMap;
import java.util.Map;

/** The names of employees and departments, each looked up once. Made anew for each page. */
final class Names {

  private final Organisation organisation;
  private final Map<String, String> employees = new HashMap<>();
  private final Map<String, String> departments = new HashMap<>();

  Names(Organisation organisation) {
    this.organisation = organisation;
  }

  /** The name of an employee; null for null, and the sign-in name itself where nobody has it. */
  String employee(String signIn) {
    return signIn == null ? null : employees.computeIfAbsent(signIn,
        key -> organisation.employee(key).map(Employee::name).orElse(key));
  }

  /** The name of a department; null for null, and the key itself where none has it. */
  String department(String key) {
    return key == null ? null : departments.computeIfAbsent(key,
        missing -> organisation.department(missing).map(Department::name).orElse(missing));
  }
}
