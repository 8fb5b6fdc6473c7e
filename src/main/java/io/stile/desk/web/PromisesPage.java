package io.stile.desk.web;

import io.stile.desk.Names;
import io.stile.desk.PromiseViews;
import io.stile.organisation.Department;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.promise.PromiseCounts;
import io.stile.promise.PromiseCounts.OfDepartment;
import io.stile.web.Menu;
import io.stile.web.MenuEntry;
import io.stile.web.Refusal;
import io.stile.web.Viewer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is promised: mine, that of those whom I lead, and what became of the promises of each department. */
@Controller
@PreAuthorize("hasRole('EMPLOYEE')")
class PromisesPage implements Menu {

  private static final MenuEntry ENTRY = new MenuEntry("Promises", "/promises", "calendar-due", 12, "g p");
  private static final int USUAL_DAYS = 30;
  private static final int MOST_DAYS = 366;

  private final PromiseViews views;
  private final PromiseCounts counts;
  private final Organisation organisation;
  private final Clock clock;

  PromisesPage(PromiseViews views, PromiseCounts counts, Organisation organisation, Clock clock) {
    this.views = views;
    this.counts = counts;
    this.organisation = organisation;
    this.clock = clock;
  }

  /** A department and what became of its promises; {@code mine} if the viewer belongs to it. */
  record Team(String name, boolean mine, OfDepartment count) {}

  @Override
  public List<MenuEntry> entriesFor(String signIn) {
    return List.of(ENTRY);
  }

  /** @param days how many days the counts go back, today included */
  @GetMapping("/promises")
  String show(@RequestParam(defaultValue = "" + USUAL_DAYS) int days, Viewer viewer, Model model) {
    if (days < 1 || days > MOST_DAYS) {
      throw Refusal.invalid("days", "'%d' is no number of days; expected 1 to %d.".formatted(days, MOST_DAYS));
    }
    Optional<Employee> reader = organisation.employee(viewer.signIn());
    List<String> led = organisation.departments().stream().filter(department -> department.lead().equals(viewer.signIn()))
        .map(Department::key).toList();
    model.addAttribute("mine", views.mine(viewer));
    model.addAttribute("leads", !led.isEmpty());
    model.addAttribute("team", views.ofTeams(led, viewer));
    model.addAttribute("days", days);
    model.addAttribute("teams", teams(days, viewer.zone(), reader.map(Employee::departments).orElse(Set.of())));
    return "desk/promises";
  }

  private List<Team> teams(int days, ZoneId zone, Set<String> mine) {
    Names names = new Names(organisation);
    LocalDate today = clock.instant().atZone(zone).toLocalDate();
    return counts.between(today.minusDays(days - 1L).atStartOfDay(zone).toInstant(), today.plusDays(1).atStartOfDay(zone).toInstant())
        .stream().map(count -> new Team(names.department(count.department()), mine.contains(count.department()), count)).toList();
  }
}
