package io.stile.organisation;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Somebody who works here.
 *
 * @param signIn the name to sign in with; it identifies the employee everywhere
 * @param name what people read
 * @param active employed; somebody who has left stays known, because journals name him
 * @param zone where he works: his instants are shown in it
 * @param roles what he may do beyond what everybody may
 * @param departments keys of the departments that he belongs to
 * @param phone under which colleagues reach him, an extension or a whole number; null if none is known
 */
public record Employee(String signIn, String name, boolean active, ZoneId zone, Set<Role> roles, Set<String> departments,
                       String phone) {

  public Employee {
    roles = Set.copyOf(roles);
    departments = Set.copyOf(departments);
  }

  /** An employee of whom no number is known. */
  public Employee(String signIn, String name, boolean active, ZoneId zone, Set<Role> roles, Set<String> departments) {
    this(signIn, name, active, zone, roles, departments, null);
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }

  /**
   * The role that gives most authority, as models write it: {@code manager}, {@code lead}, {@code front-office},
   * {@code back-office}; {@code employee} without any of them.
   */
  public String authority() {
    return Stream.of(Role.MANAGER, Role.LEAD, Role.FRONT_OFFICE, Role.BACK_OFFICE).filter(this::has).findFirst()
        .map(role -> role.name().toLowerCase(Locale.ROOT).replace('_', '-')).orElse("employee");
  }

  public boolean belongsTo(String department) {
    return departments.contains(department);
  }
}
