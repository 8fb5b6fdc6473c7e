package io.stile.desk;

import io.stile.organisation.Department;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.work.Task;
import java.util.HashMap;
import java.util.Map;

/** The names of employees and departments, each looked up once. Made anew for each page; not safe for threads. */
public final class Names {

  private final Organisation organisation;
  private final Map<String, String> employees = new HashMap<>();
  private final Map<String, String> departments = new HashMap<>();

  public Names(Organisation organisation) {
    this.organisation = organisation;
  }

  /** The name of an employee; null for null, and the sign-in name itself where nobody has it. */
  public String employee(String signIn) {
    return signIn == null ? null : employees.computeIfAbsent(signIn,
        key -> organisation.employee(key).map(Employee::name).orElse(key));
  }

  /** The name of a department; null for null, and the key itself where none has it. */
  public String department(String key) {
    return key == null ? null : departments.computeIfAbsent(key,
        missing -> organisation.department(missing).map(Department::name).orElse(missing));
  }

  /** Whose a task is: the name of who has it, otherwise of its department. */
  public String holder(Task task) {
    return task.assignee() == null ? department(task.department()) : employee(task.assignee());
  }
}
