package io.stile.organisation.web;

import io.stile.organisation.Absence;
import io.stile.organisation.Absences;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.organisation.OrganisationRefused;
import io.stile.web.Refusal;
import io.stile.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who is absent, and who stands in. Administrators enter anybody's absence, leads those of the members of their departments. */
@Controller
@RequestMapping("/admin/absences")
@PreAuthorize("hasAnyRole('ADMINISTRATOR', 'LEAD')")
class AbsencesPage {

  private static final int LINES = 50;
  private static final String ADMINISTRATOR = "ADMINISTRATOR";

  private final Absences absences;
  private final Organisation organisation;
  private final Clock clock;

  AbsencesPage(Absences absences, Organisation organisation, Clock clock) {
    this.absences = absences;
    this.organisation = organisation;
    this.clock = clock;
  }

  /** @param name of who is absent, {@code deputy} of who stands in; null for nobody */
  record Line(Absence absence, String name, String deputy, boolean now) {}

  /** @param after id of the last one on the page before */
  @GetMapping
  String show(@RequestParam(required = false) Long after, Viewer viewer, Model model) {
    return show(after, AbsenceForm.EMPTY, Faults.NONE, viewer, model);
  }

  @PostMapping
  String add(AbsenceForm form, Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes redirect) {
    try {
      Employee employee = organisation.employee(form.employee()).orElseThrow(() -> OrganisationRefused.invalid("employee",
          "'%s' is no employee; expected a sign-in name of the list.".formatted(form.employee())));
      requireMay(employee, viewer);
      absences.add(form.absence(employee.zone()));
    } catch (OrganisationRefused refused) {
      return show(null, form, Faults.of(refused, response), viewer, model);
    }
    redirect.addFlashAttribute("message", "The absence is entered.");
    return "redirect:/admin/absences";
  }

  @PostMapping("/{id}/deputy")
  String setDeputy(@PathVariable long id, @RequestParam String deputy, Viewer viewer, Model model, HttpServletResponse response,
      RedirectAttributes redirect) {
    requireMay(employeeOf(id), viewer);
    try {
      absences.setDeputy(id, deputy.isBlank() ? null : deputy.strip());
    } catch (OrganisationRefused refused) {
      return show(null, AbsenceForm.EMPTY, new Faults(Map.of(), Faults.of(refused, response).of("deputy"), List.of(), false), viewer, model);
    }
    redirect.addFlashAttribute("message", deputy.isBlank() ? "Nobody stands in." : "The deputy is set.");
    return "redirect:/admin/absences";
  }

  @PostMapping("/{id}/remove")
  String remove(@PathVariable long id, Viewer viewer, RedirectAttributes redirect) {
    requireMay(employeeOf(id), viewer);
    absences.remove(id);
    redirect.addFlashAttribute("message", "The absence is removed.");
    return "redirect:/admin/absences";
  }

  private Employee employeeOf(long absence) {
    return absences.byId(absence).flatMap(found -> organisation.employee(found.employee()))
        .orElseThrow(() -> Refusal.notFound("absence " + absence + "; perhaps somebody has removed it"));
  }

  private void requireMay(Employee employee, Viewer viewer) {
    boolean may = viewer.has(ADMINISTRATOR)
        || employee.departments().stream().anyMatch(department -> organisation.isLead(viewer.signIn(), department));
    if (!may) {
      throw Refusal.denied("Only an administrator or the lead of a department of %s may do this.".formatted(employee.name()));
    }
  }

  private String show(Long after, AbsenceForm form, Faults faults, Viewer viewer, Model model) {
    List<Absence> found = new ArrayList<>(absences.notEnded(clock.instant(), after, LINES + 1));
    boolean more = found.size() > LINES;
    List<Absence> shown = more ? found.subList(0, LINES) : found;
    Map<String, Employee> employees = organisation.employees().stream().collect(Collectors.toMap(Employee::signIn, Function.identity()));
    model.addAttribute("lines", shown.stream().map(absence -> line(absence, employees)).toList());
    model.addAttribute("next", more ? shown.get(LINES - 1).id() : null);
    model.addAttribute("after", after);
    model.addAttribute("form", form);
    model.addAttribute("faults", faults);
    model.addAttribute("kinds", Absence.Kind.values());
    model.addAttribute("all", organisation.employees());
    model.addAttribute("own", organisation.employees().stream()
        .filter(employee -> viewer.has(ADMINISTRATOR)
            || employee.departments().stream().anyMatch(department -> organisation.isLead(viewer.signIn(), department))).toList());
    return "organisation/absences";
  }

  private Line line(Absence absence, Map<String, Employee> employees) {
    String deputy = absence.deputy() == null ? null
        : employees.containsKey(absence.deputy()) ? employees.get(absence.deputy()).name() : absence.deputy();
    return new Line(absence, employees.containsKey(absence.employee()) ? employees.get(absence.employee()).name() : absence.employee(), deputy,
        absence.covers(clock.instant()));
  }
}
