package io.stile.organisation;

import io.stile.audit.Changes;
import io.stile.audit.Subject;
import java.time.ZoneId;
import java.util.Set;

/** How the audit log speaks of employees. */
final class EmployeeWords {

  /** Before he was taken in. */
  static final EmployeeDetails NOBODY = new EmployeeDetails(null, null, null, null, Set.of(), Set.of());

  private EmployeeWords() {}

  static Subject subject(Employee employee) {
    return subject(employee.signIn(), employee.name());
  }

  static Subject subject(String signIn, String name) {
    return new Subject("employee", signIn, name);
  }

  static Changes changes(EmployeeDetails before, EmployeeDetails after) {
    return new Changes().add("name", before.name(), after.name()).add("e-mail", before.email(), after.email()).add("phone", before.phone(), after.phone())
        .add("zone", id(before.zone()), id(after.zone()))
        .add("roles", before.roles().stream().map(Role::words).toList(), after.roles().stream().map(Role::words).toList())
        .add("departments", before.departments(), after.departments());
  }

  private static String id(ZoneId zone) {
    return zone == null ? null : zone.getId();
  }
}
