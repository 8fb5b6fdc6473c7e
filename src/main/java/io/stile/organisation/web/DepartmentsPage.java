package io.stile.organisation.web;

import io.stile.organisation.Calendars;
import io.stile.organisation.DepartmentSheet;
import io.stile.organisation.Employee;
import io.stile.organisation.Missing;
import io.stile.organisation.Naming;
import io.stile.organisation.Organisation;
import io.stile.organisation.OrganisationRefused;
import io.stile.organisation.Structure;
import io.stile.web.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
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

/** Departments: set up, changed, given up; and those that models name but nobody has set up. */
@Controller
@RequestMapping("/admin/departments")
@PreAuthorize("hasRole('ADMINISTRATOR')")
class DepartmentsPage {

  private static final String TEMPLATE = "organisation/department";
  private static final String LIST = "redirect:/admin/departments";

  private final Structure structure;
  private final Organisation organisation;
  private final Calendars calendars;
  private final Missing missing;

  DepartmentsPage(Structure structure, Organisation organisation, Calendars calendars, Missing missing) {
    this.structure = structure;
    this.organisation = organisation;
    this.calendars = calendars;
    this.missing = missing;
  }

  @GetMapping
  String list(Model model) {
    List<DepartmentSheet> all = structure.all();
    Map<String, String> leads = all.stream().map(sheet -> sheet.department().lead()).distinct().collect(Collectors.toMap(lead -> lead,
        lead -> organisation.employee(lead).map(Employee::name).orElse(lead)));
    model.addAttribute("departments", all);
    model.addAttribute("leads", leads);
    model.addAttribute("members", all.stream().collect(Collectors.toMap(sheet -> sheet.department().key(),
        sheet -> organisation.membersOf(sheet.department().key()).size())));
    model.addAttribute("missingDepartments", missing.of(Naming.Kind.DEPARTMENT));
    model.addAttribute("missingCalendars", missing.of(Naming.Kind.CALENDAR));
    model.addAttribute("missingEmployees", missing.of(Naming.Kind.EMPLOYEE));
    return "organisation/departments";
  }

  /** @param key what it shall be called in models, if one of them asks for it */
  @GetMapping("/new")
  String begin(@RequestParam(defaultValue = "") String key, Model model) {
    String words = key.replace('-', ' ');
    String name = words.isEmpty() ? "" : words.substring(0, 1).toUpperCase() + words.substring(1);
    String calendar = calendars.keys().contains(key) ? key : "";
    return show(null, new DepartmentForm(key, name, "", calendar, "", null), Faults.NONE, model);
  }

  @PostMapping
  String add(DepartmentForm form, Model model, HttpServletResponse response, RedirectAttributes redirect) {
    try {
      structure.add(form.department(form.key()));
    } catch (OrganisationRefused refused) {
      return show(null, form, Faults.of(refused, response), model);
    }
    redirect.addFlashAttribute("message", "The department %s is set up.".formatted(form.name()));
    return LIST;
  }

  @GetMapping("/{key}")
  String show(@PathVariable String key, Model model) {
    DepartmentSheet sheet = sheet(key);
    return show(sheet, DepartmentForm.of(sheet), Faults.NONE, model);
  }

  @PostMapping("/{key}")
  String change(@PathVariable String key, DepartmentForm form, Model model, HttpServletResponse response, RedirectAttributes redirect) {
    return done(key, form, () -> structure.change(form.department(key), seen(form)), "The department %s is changed.".formatted(form.name()),
        model, response, redirect);
  }

  @PostMapping("/{key}/give-up")
  String giveUp(@PathVariable String key, @RequestParam int version, Model model, HttpServletResponse response, RedirectAttributes redirect) {
    return done(key, null, () -> structure.giveUp(key, version), "The department is given up; no work can come in any more.", model, response,
        redirect);
  }

  @PostMapping("/{key}/take-up")
  String takeUp(@PathVariable String key, @RequestParam int version, Model model, HttpServletResponse response, RedirectAttributes redirect) {
    return done(key, null, () -> structure.takeUp(key, version), "Work can come into the department again.", model, response, redirect);
  }

  /** @param form what was typed; null if nothing was */
  private String done(String key, DepartmentForm form, Runnable change, String message, Model model, HttpServletResponse response,
      RedirectAttributes redirect) {
    DepartmentSheet seen = sheet(key);
    try {
      change.run();
    } catch (OrganisationRefused refused) {
      DepartmentSheet now = sheet(key);
      Faults faults = Faults.of(refused, response);
      DepartmentForm typed = form == null ? DepartmentForm.of(now) : faults.changedMeanwhile() ? form.onTopOf(now) : form;
      return show(now, typed, faults, model);
    }
    redirect.addFlashAttribute("message", message);
    return LIST + "/" + seen.department().key();
  }

  /** @param sheet null for a new one */
  private String show(DepartmentSheet sheet, DepartmentForm form, Faults faults, Model model) {
    model.addAttribute("sheet", sheet);
    model.addAttribute("title", sheet == null ? "New department" : sheet.department().name());
    model.addAttribute("form", form);
    model.addAttribute("faults", faults);
    model.addAttribute("calendars", calendars.plans());
    model.addAttribute("employees", organisation.employees());
    model.addAttribute("members", sheet == null ? List.of() : organisation.membersOf(sheet.department().key()));
    model.addAttribute("ties", sheet == null || !sheet.active() ? List.of() : structure.tiesOf(sheet.department().key()));
    return TEMPLATE;
  }

  private static int seen(DepartmentForm form) {
    if (form.version() == null) {
      throw Refusal.invalid("version", "The form does not say which version of the department it shows.");
    }
    return form.version();
  }

  private DepartmentSheet sheet(String key) {
    return structure.sheet(key).orElseThrow(() -> Refusal.notFound("department " + key));
  }
}
