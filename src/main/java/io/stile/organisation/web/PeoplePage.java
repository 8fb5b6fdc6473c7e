package io.stile.organisation.web;

import io.stile.organisation.Employee;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who is on duty, and until when. */
@Controller
class PeoplePage {

  private final PeopleNow people;
  private final Clock clock;

  PeoplePage(PeopleNow people, Clock clock) {
    this.people = people;
    this.clock = clock;
  }

  @GetMapping("/people")
  @PreAuthorize("hasRole('EMPLOYEE')")
  String show(@RequestParam(name = "q", defaultValue = "") String looked, Model model) {
    Instant at = clock.instant();
    List<DepartmentNow> departments = people.departments(looked, at);
    List<Employee> across = people.acrossDepartments(looked);
    model.addAttribute("q", looked);
    model.addAttribute("departments", departments);
    model.addAttribute("across", across);
    model.addAttribute("nobody", departments.isEmpty() && across.isEmpty());
    return "organisation/people";
  }
}
