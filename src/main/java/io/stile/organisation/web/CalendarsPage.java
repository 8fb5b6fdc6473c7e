package io.stile.organisation.web;

import io.stile.organisation.CalendarPlan;
import io.stile.organisation.Calendars;
import io.stile.organisation.OrganisationRefused;
import io.stile.sla.Holidays;
import io.stile.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The calendars, and a new one. */
@Controller
@RequestMapping("/admin/calendars")
@PreAuthorize("hasRole('ADMINISTRATOR')")
class CalendarsPage {

  private static final String TEMPLATE = "organisation/calendar-new";

  /** A new calendar as somebody typed it. */
  record NewCalendar(String key, String name, String zone, VersionForm first) {}

  private final Calendars calendars;
  private final CalendarScreen screen;

  CalendarsPage(Calendars calendars, CalendarScreen screen) {
    this.calendars = calendars;
    this.screen = screen;
  }

  @GetMapping
  String list(Model model) {
    model.addAttribute("calendars", screen.lines());
    return "organisation/calendars";
  }

  /** The regions of a country, as one chooses it. */
  @GetMapping("/regions")
  String regions(@RequestParam(defaultValue = "") String country, Model model) {
    model.addAttribute("regions", Holidays.regions(country));
    model.addAttribute("country", country);
    return "organisation/holidays :: regions";
  }

  /** @param key what models call it, if one of them asks for it */
  @GetMapping("/new")
  String begin(@RequestParam(defaultValue = "") String key, Viewer viewer, Model model) {
    String words = key.replace('-', ' ');
    String name = words.isEmpty() ? "" : words.substring(0, 1).toUpperCase() + words.substring(1);
    return show(new NewCalendar(key, name, viewer.zone().getId(), VersionForm.EMPTY), Faults.NONE, model);
  }

  @PostMapping
  String add(@RequestParam Map<String, String> sent, Model model, HttpServletResponse response, RedirectAttributes redirect) {
    NewCalendar form = new NewCalendar(sent.getOrDefault("key", "").strip(), sent.getOrDefault("name", "").strip(),
        sent.getOrDefault("zone", "").strip(), VersionForm.sent(sent));
    if (sent.containsKey("regions")) {
      return show(form, Faults.NONE, model);
    }
    try {
      calendars.add(new CalendarPlan(form.key(), form.name(), zone(form.zone()), List.of(form.first().first()), List.of(), 0));
    } catch (OrganisationRefused refused) {
      return show(form, Faults.of(refused, response), model);
    }
    redirect.addFlashAttribute("message", "The calendar %s is set up.".formatted(form.name()));
    return "redirect:/admin/calendars/" + form.key();
  }

  private String show(NewCalendar form, Faults faults, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("faults", faults);
    model.addAttribute("zones", EmployeeScreen.ZONES);
    screen.addHolidays(form.first(), model);
    return TEMPLATE;
  }

  private static ZoneId zone(String typed) {
    try {
      return ZoneId.of(typed);
    } catch (DateTimeException unknown) {
      throw OrganisationRefused.invalid("zone", "'%s' is no time zone; expected one such as Europe/Berlin.".formatted(typed));
    }
  }
}
