package io.stile.organisation;

import java.time.ZoneId;
import java.util.Set;

/**
 * What can be changed about an employee; all but his sign-in name, which journals carry.
 *
 * @param name what people read; not blank, at most 200 characters
 * @param email where his mail goes; null for none
 * @param phone under which colleagues reach him; null for none
 * @param zone where he works
 * @param roles what he may do beyond what everybody may
 * @param departments keys of the departments that he belongs to
 */
public record EmployeeDetails(String name, String email, String phone, ZoneId zone, Set<Role> roles, Set<String> departments) {

  public EmployeeDetails {
    roles = Set.copyOf(roles);
    departments = Set.copyOf(departments);
  }

  /** Of somebody of whom no number is known. */
  public EmployeeDetails(String name, String email, ZoneId zone, Set<Role> roles, Set<String> departments) {
    this(name, email, null, zone, roles, departments);
  }
}
