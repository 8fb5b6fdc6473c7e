package io.stile.organisation.web;

import io.stile.organisation.Employee;
import io.stile.organisation.Presences;
import io.stile.web.Refusal;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Who is on duty, and until when. */
@Controller
class PeoplePage {

  private final PeopleNow people;
  private final Presences presences;

  PeoplePage(PeopleNow people, Presences presences) {
    this.people = people;
    this.presences = presences;
  }

  @GetMapping("/people")
  @PreAuthorize("hasRole('EMPLOYEE')")
  String show(@RequestParam(name = "q", defaultValue = "") String looked, Model model) {
    return show(looked, null, people.departments(looked), people.acrossDepartments(looked), model);
  }

  /** One department with everybody who belongs to it. */
  @GetMapping("/people/departments/{key}")
  @PreAuthorize("hasRole('EMPLOYEE')")
  String department(@PathVariable String key, Model model) {
    DepartmentNow now = people.department(key).orElseThrow(() -> Refusal.notFound("department " + key));
    return show("", now.presence().department().name(), List.of(now), List.of(), model);
  }

  /** How the department can be reached, as a piece of another page. */
  @GetMapping(path = "/people/departments/{key}", headers = "HX-Request")
  @PreAuthorize("hasRole('EMPLOYEE')")
  String reach(@PathVariable String key, Model model) {
    model.addAttribute("at", presences.of(key).orElseThrow(() -> Refusal.notFound("department " + key)));
    return "fragments/presence :: reach(at=${at})";
  }

  private static String show(String looked, String only, List<DepartmentNow> departments, List<Employee> across, Model model) {
    model.addAttribute("q", looked);
    model.addAttribute("only", only);
    model.addAttribute("departments", departments);
    model.addAttribute("across", across);
    model.addAttribute("nobody", departments.isEmpty() && across.isEmpty());
    return "organisation/people";
  }
}
