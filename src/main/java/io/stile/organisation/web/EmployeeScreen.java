package io.stile.organisation.web;

import io.stile.organisation.EmployeeSheet;
import io.stile.organisation.Organisation;
import io.stile.organisation.Passwords;
import io.stile.organisation.Role;
import io.stile.organisation.Shifts;
import io.stile.organisation.SignInLinks;
import io.stile.organisation.Staffing;
import io.stile.web.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts the page of one employee together. */
@Component
class EmployeeScreen {

  static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream().filter(id -> id.contains("/") && !id.startsWith("SystemV"))
      .sorted().toList();

  private final Staffing staffing;
  private final Organisation organisation;
  private final Shifts shifts;
  private final Clock clock;

  EmployeeScreen(Staffing staffing, Organisation organisation, Shifts shifts, Clock clock) {
    this.staffing = staffing;
    this.organisation = organisation;
    this.shifts = shifts;
    this.clock = clock;
  }

  EmployeeSheet sheet(String signIn) {
    return staffing.sheet(signIn).orElseThrow(() -> Refusal.notFound("employee " + signIn));
  }

  /** @param sheet null for somebody new */
  String show(EmployeeSheet sheet, EmployeeForm form, Faults faults, Model model) {
    return show(sheet, form, faults, null, Faults.NONE, model);
  }

  /** @param shift the shift that was typed and not accepted; null for none */
  String show(EmployeeSheet sheet, EmployeeForm form, Faults faults, ShiftForm shift, Faults shiftFaults, Model model) {
    model.addAttribute("sheet", sheet);
    model.addAttribute("title", sheet == null ? "New employee" : sheet.employee().name());
    model.addAttribute("form", form);
    model.addAttribute("faults", faults);
    model.addAttribute("roles", Role.values());
    model.addAttribute("departments", organisation.departments());
    model.addAttribute("zones", ZONES);
    model.addAttribute("shortest", Passwords.SHORTEST);
    model.addAttribute("validHours", SignInLinks.VALID.toHours());
    if (sheet != null) {
      LocalDate today = clock.instant().atZone(sheet.employee().zone()).toLocalDate();
      model.addAttribute("today", today);
      model.addAttribute("shifts", shifts.of(sheet.employee().signIn()).stream().map(each -> ShiftLine.of(each, today)).toList());
      model.addAttribute("shift", shift == null ? ShiftForm.empty(today) : shift);
      model.addAttribute("shiftFaults", shiftFaults);
      model.addAttribute("ties", sheet.employee().active() ? staffing.tiesOf(sheet.employee().signIn()).size() : 0);
    }
    return "organisation/employee";
  }
}
