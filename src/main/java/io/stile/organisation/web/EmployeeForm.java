package io.stile.organisation.web;

import io.stile.organisation.Employee;
import io.stile.organisation.EmployeeDetails;
import io.stile.organisation.EmployeeSheet;
import io.stile.organisation.OrganisationRefused;
import io.stile.organisation.Role;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Set;

/**
 * An employee as somebody typed him.
 *
 * @param first how he signs in first, for a new one: {@code link}, with which he sets his password himself, or {@code password}
 * @param version the version that was shown; null for a new one
 */
record EmployeeForm(String signIn, String name, String email, String phone, String zone, Set<Role> roles, Set<String> departments, String first,
                    Integer version) {

  static final String LINK = "link";

  EmployeeForm {
    signIn = stripped(signIn);
    name = stripped(name);
    email = stripped(email);
    phone = stripped(phone);
    zone = stripped(zone);
    roles = roles == null ? Set.of() : Set.copyOf(roles);
    departments = departments == null ? Set.of() : Set.copyOf(departments);
    first = first == null ? LINK : first;
  }

  static EmployeeForm of(EmployeeSheet sheet) {
    Employee employee = sheet.employee();
    return new EmployeeForm(employee.signIn(), employee.name(), sheet.email(), employee.phone(), employee.zone().getId(), employee.roles(),
        employee.departments(), LINK, sheet.version());
  }

  /** What was typed, to be sent again on top of what is kept now. */
  EmployeeForm onTopOf(EmployeeSheet now) {
    return new EmployeeForm(signIn, name, email, phone, zone, roles, departments, first, now.version());
  }

  public boolean byLink() {
    return LINK.equals(first);
  }

  /** @throws OrganisationRefused if there is no such zone */
  EmployeeDetails details() {
    try {
      return new EmployeeDetails(name, email.isEmpty() ? null : email, phone.isEmpty() ? null : phone, ZoneId.of(zone), roles, departments);
    } catch (DateTimeException unknown) {
      throw OrganisationRefused.invalid("zone", "'%s' is no time zone; expected one such as Europe/Berlin.".formatted(zone));
    }
  }

  private static String stripped(String typed) {
    return typed == null ? "" : typed.strip();
  }
}
