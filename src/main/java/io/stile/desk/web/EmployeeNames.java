package io.stile.desk.web;

import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import java.util.HashMap;
import java.util.Map;

/** The names of employees on one page, each looked up once. Not safe for threads. */
final class EmployeeNames {

  private final Organisation organisation;
  private final Map<String, String> known = new HashMap<>();

  EmployeeNames(Organisation organisation) {
    this.organisation = organisation;
  }

  /** What people call the employee; the sign-in name itself if nobody has it, null for null. */
  String of(String signIn) {
    return signIn == null ? null : known.computeIfAbsent(signIn,
        name -> organisation.employee(name).map(Employee::name).orElse(name));
  }
}
