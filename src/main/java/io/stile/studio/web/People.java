package io.stile.studio.web;

import io.stile.organisation.Department;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import java.util.HashMap;
import java.util.Map;

/** The names of employees and departments, each looked up once. Made anew for each page; not safe for threads. */
final class People {

  private static final Map<String, String> ROLES = Map.of("role-owner", "The owner of the request", "role-lead", "The lead of the department",
      "role-target", "Whom it concerns");

  private final Organisation organisation;
  private final Map<String, String> employees = new HashMap<>();

  People(Organisation organisation) {
    this.organisation = organisation;
  }

  /** The name of an employee; null for null, and the sign-in name itself where nobody has it. */
  String employee(String signIn) {
    return signIn == null ? null : employees.computeIfAbsent(signIn, key -> organisation.employee(key).map(Employee::name).orElse(key));
  }

  /** Who does a step, by the group that the model names. */
  String group(String group) {
    if (group.isEmpty()) {
      return "Nobody yet";
    }
    return ROLES.containsKey(group) ? ROLES.get(group) : organisation.department(group).map(Department::name).orElse(group);
  }
}
