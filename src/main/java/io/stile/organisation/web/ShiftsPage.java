package io.stile.organisation.web;

import io.stile.organisation.Department;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.organisation.Shift;
import io.stile.organisation.Shifts;
import io.stile.web.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The present week of a department, a row for each member. */
@Controller
@PreAuthorize("hasRole('ADMINISTRATOR')")
class ShiftsPage {

  private final Organisation organisation;
  private final Shifts shifts;
  private final Clock clock;

  ShiftsPage(Organisation organisation, Shifts shifts, Clock clock) {
    this.organisation = organisation;
    this.shifts = shifts;
    this.clock = clock;
  }

  /** @param line his shift today; null if he is on duty while the department is open */
  record Row(Employee employee, ShiftLine line, List<String> hours, LocalDate next) {}

  /** @param department key of the department to show; empty for the first by name */
  @GetMapping("/admin/shifts")
  String show(@RequestParam(defaultValue = "") String department, Model model) {
    List<Department> all = organisation.departments();
    Department shown = department.isEmpty() ? all.stream().findFirst().orElse(null)
        : organisation.department(department).orElseThrow(() -> Refusal.notFound("department " + department));
    model.addAttribute("departments", all);
    model.addAttribute("shown", shown);
    model.addAttribute("days", WeekForm.DAYS);
    model.addAttribute("rows", shown == null ? List.of() : rows(shown));
    return "organisation/shifts";
  }

  private List<Row> rows(Department department) {
    LocalDate yesterday = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
    Map<String, List<Shift>> planned = shifts.notEndedIn(department.key(), yesterday).stream().collect(Collectors.groupingBy(Shift::employee));
    return organisation.membersOf(department.key()).stream().map(member -> row(member, planned.getOrDefault(member.signIn(), List.of()))).toList();
  }

  private Row row(Employee employee, List<Shift> planned) {
    LocalDate today = clock.instant().atZone(employee.zone()).toLocalDate();
    List<ShiftLine> lines = planned.stream().map(shift -> ShiftLine.of(shift, today)).toList();
    ShiftLine now = lines.stream().filter(line -> line.state() == ShiftLine.State.NOW).findFirst().orElse(null);
    LocalDate next = lines.stream().filter(ShiftLine::later).map(line -> line.shift().from()).min(Comparator.naturalOrder()).orElse(null);
    List<String> hours = WeekForm.DAYS.stream()
        .map(day -> now == null ? "" : SpanText.of(now.shift().week().getOrDefault(day.day(), List.of()))).toList();
    return new Row(employee, now, hours, next);
  }
}
