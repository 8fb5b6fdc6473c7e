package io.stile.organisation.web;

import io.stile.organisation.Department;
import io.stile.organisation.EmployeeFilter;
import io.stile.organisation.EmployeeSheet;
import io.stile.organisation.Organisation;
import io.stile.organisation.Role;
import io.stile.organisation.Staffing;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everybody who works here or has, by name, in parts. */
@Controller
@PreAuthorize("hasRole('ADMINISTRATOR')")
class EmployeesPage {

  private static final int LINES = 50;

  private final Staffing staffing;
  private final Organisation organisation;

  EmployeesPage(Staffing staffing, Organisation organisation) {
    this.staffing = staffing;
    this.organisation = organisation;
  }

  /**
   * What the list is narrowed to, as the form sends it.
   *
   * @param left whether to show those who have left instead
   */
  record Narrowed(String q, String department, Role role, boolean left) {

    EmployeeFilter filter() {
      return new EmployeeFilter(q, department, role, !left);
    }

    public boolean narrows() {
      return left || role != null || isGiven(q) || isGiven(department);
    }

    private static boolean isGiven(String typed) {
      return typed != null && !typed.isBlank();
    }
  }

  /** @param after sign-in name of the last one on the page before */
  @GetMapping("/admin/employees")
  String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String department,
      @RequestParam(required = false) Role role, @RequestParam(defaultValue = "false") boolean left,
      @RequestParam(required = false) String after, Model model) {
    Narrowed narrowed = new Narrowed(q, department, role, left);
    List<EmployeeSheet> found = staffing.list(narrowed.filter(), after, LINES + 1);
    boolean more = found.size() > LINES;
    List<EmployeeSheet> shown = more ? found.subList(0, LINES) : found;
    model.addAttribute("narrowed", narrowed);
    model.addAttribute("after", after);
    model.addAttribute("count", staffing.count(narrowed.filter()));
    model.addAttribute("employees", shown);
    model.addAttribute("next", more ? shown.get(LINES - 1).employee().signIn() : null);
    model.addAttribute("departments", organisation.departments());
    model.addAttribute("names", names());
    model.addAttribute("roles", Role.values());
    return "organisation/employees";
  }

  private Map<String, String> names() {
    return organisation.departments().stream().collect(Collectors.toMap(Department::key, Department::name));
  }
}
