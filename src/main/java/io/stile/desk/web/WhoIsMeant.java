package io.stile.desk.web;

import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.web.Refusal;
import io.stile.work.StepTarget.Target;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds out whom a person means who chooses a department or types a colleague's name. */
@Component
class WhoIsMeant {

  private static final int NAMED = 4;

  private final Organisation organisation;

  WhoIsMeant(Organisation organisation) {
    this.organisation = organisation;
  }

  /**
   * The department or the colleague.
   *
   * @param department key, or empty
   * @param employee   sign-in name, name or a piece of it that fits one colleague only; or empty
   * @throws Refusal if there is neither or both, nobody is called that, or several are
   */
  Target of(String department, String employee) {
    if (department.isBlank() && employee.isBlank()) {
      throw Refusal.invalid("department", "Choose a department, or name a colleague.");
    }
    if (!department.isBlank() && !employee.isBlank()) {
      throw Refusal.invalid("employee", "Choose a department or a colleague, not both.");
    }
    return employee.isBlank() ? Target.department(department) : Target.employee(colleague(employee.strip()));
  }

  private String colleague(String typed) {
    String signIn = typed.substring(typed.lastIndexOf(' ') + 1).replaceAll("[()]", "");
    if (organisation.employee(signIn).filter(Employee::active).isPresent()) {
      return signIn;
    }
    List<Employee> found = organisation.named(typed, NAMED);
    List<Employee> exact = found.stream().filter(each -> each.name().equalsIgnoreCase(typed)).toList();
    List<Employee> meant = exact.size() == 1 ? exact : found;
    if (meant.size() == 1) {
      return meant.get(0).signIn();
    }
    throw Refusal.invalid("employee", meant.isEmpty()
        ? "Nobody here is called “%s”; expected a name or a sign-in name.".formatted(typed)
        : "Several are called like “%s”: %s. Expected one of their sign-in names.".formatted(typed,
            meant.stream().map(each -> "%s (%s)".formatted(each.name(), each.signIn())).collect(Collectors.joining(", "))));
  }
}
