package io.stile.organisation;

import java.util.List;

/**
 * What depends on an employee or a department, asked before one is let go or given up. The modules that let something depend on them
 * implement it; any number of beans. What is returned is the whole truth at this instant, so it is asked under the lock of the change.
 */
public interface Ties {

  /** What must be moved before the employee can be let go; empty if nothing is in the way. */
  List<Tie> ofEmployee(String signIn);

  /** What must be moved before the employee can leave the department; empty if nothing is in the way. */
  List<Tie> ofMember(String signIn, String department);

  /** What must be moved before the employee can lose the role; empty if nothing is in the way. */
  default List<Tie> ofRole(String signIn, Role role) {
    return List.of();
  }

  /** What must end or be moved before the department can be given up; empty if nothing is in the way. */
  List<Tie> ofDepartment(String key);
}
