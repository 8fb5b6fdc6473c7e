package io.stile.organisation.web;

import io.stile.organisation.EmployeeSheet;
import io.stile.organisation.OrganisationRefused;
import io.stile.organisation.Shifts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The shifts of one employee: entered, ended, removed. */
@Controller
@RequestMapping("/admin/employees/{signIn}/shifts")
@PreAuthorize("hasRole('ADMINISTRATOR')")
class EmployeeShifts {

  private final EmployeeScreen screen;
  private final Shifts shifts;

  EmployeeShifts(EmployeeScreen screen, Shifts shifts) {
    this.screen = screen;
    this.shifts = shifts;
  }

  @PostMapping
  String add(@PathVariable String signIn, @RequestParam Map<String, String> sent, Model model, HttpServletResponse response,
      RedirectAttributes redirect) {
    ShiftForm form = ShiftForm.sent(sent);
    return done(signIn, form, () -> shifts.add(form.shift(signIn)), "The shift is entered.", model, response, redirect);
  }

  @PostMapping("/{id}/end")
  String end(@PathVariable String signIn, @PathVariable long id, @RequestParam String last, Model model, HttpServletResponse response,
      RedirectAttributes redirect) {
    return done(signIn, null, () -> shifts.end(signIn, id, ShiftForm.day("last", last).plusDays(1)), "The shift ends then.", model, response,
        redirect);
  }

  @PostMapping("/{id}/remove")
  String remove(@PathVariable String signIn, @PathVariable long id, Model model, HttpServletResponse response,
      RedirectAttributes redirect) {
    return done(signIn, null, () -> shifts.remove(signIn, id), "The shift is removed.", model, response, redirect);
  }

  /** @param form the shift that was typed; null if none was */
  private String done(String signIn, ShiftForm form, Runnable change, String message, Model model, HttpServletResponse response,
      RedirectAttributes redirect) {
    EmployeeSheet sheet = screen.sheet(signIn);
    try {
      change.run();
    } catch (OrganisationRefused refused) {
      return screen.show(sheet, EmployeeForm.of(sheet), Faults.NONE, form, Faults.of(refused, response), model);
    }
    redirect.addFlashAttribute("message", message);
    return "redirect:/admin/employees/" + signIn;
  }
}
