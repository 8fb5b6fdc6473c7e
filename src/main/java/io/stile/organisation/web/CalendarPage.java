package io.stile.organisation.web;

import io.stile.organisation.CalendarPlan;
import io.stile.organisation.CalendarVersion;
import io.stile.organisation.Calendars;
import io.stile.organisation.OrganisationRefused;
import io.stile.organisation.RunningClocks;
import io.stile.organisation.web.CalendarScreen.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One calendar: drawn, and changed by versions and special days. */
@Controller
@RequestMapping("/admin/calendars/{key}")
@PreAuthorize("hasRole('ADMINISTRATOR')")
class CalendarPage {

  private final CalendarScreen screen;
  private final Calendars calendars;
  private final RunningClocks clocks;

  CalendarPage(CalendarScreen screen, Calendars calendars, RunningClocks clocks) {
    this.screen = screen;
    this.calendars = calendars;
    this.clocks = clocks;
  }

  @GetMapping
  String show(@PathVariable String key, @RequestParam(required = false) Integer year, Model model) {
    return screen.show(screen.plan(key), year, Typed.NOTHING, model);
  }

  /** Publishes a version; or only shows the regions of a country, or what the version would mean. */
  @PostMapping("/versions")
  String publish(@PathVariable String key, @RequestParam Map<String, String> sent, Model model, HttpServletResponse response,
      RedirectAttributes redirect) {
    VersionForm form = VersionForm.sent(sent);
    if (sent.containsKey("regions")) {
      return screen.show(screen.plan(key), null, new Typed(form, Faults.NONE, null, Faults.NONE, null), model);
    }
    try {
      CalendarVersion version = form.read();
      if (sent.containsKey("preview")) {
        CalendarPlan plan = screen.plan(key);
        calendars.check(key, version);
        RunningClocks.Effect effect = clocks.effect(key, plan.with(version).calendar());
        return screen.show(plan, version.from().getYear(), new Typed(form, Faults.NONE, null, Faults.NONE, effect), model);
      }
      calendars.publish(key, version, Forms.seen(form.version()));
    } catch (OrganisationRefused refused) {
      Faults faults = Faults.of(refused, response);
      CalendarPlan now = screen.plan(key);
      return screen.show(now, null, new Typed(faults.changedMeanwhile() ? form.onTopOf(now.version()) : form, faults, null, Faults.NONE, null), model);
    }
    return done(key, "The week is published; it holds from %s.".formatted(form.from()), redirect);
  }

  @PostMapping("/versions/{from}/take-back")
  String takeBack(@PathVariable String key, @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate from, @RequestParam int version,
      RedirectAttributes redirect) {
    calendars.takeBack(key, from, version);
    return done(key, "The week from %s is taken back.".formatted(from), redirect);
  }

  @PostMapping("/days")
  String set(@PathVariable String key, DayForm day, @RequestParam int version, Model model, HttpServletResponse response,
      RedirectAttributes redirect) {
    try {
      calendars.set(key, day.read(), version);
    } catch (OrganisationRefused refused) {
      return screen.show(screen.plan(key), null, new Typed(null, Faults.NONE, day, Faults.of(refused, response), null), model);
    }
    return done(key, "%s is special now: %s.".formatted(day.day(), day.dayName()), redirect);
  }

  @PostMapping("/days/{day}/clear")
  String clear(@PathVariable String key, @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate day, @RequestParam int version,
      RedirectAttributes redirect) {
    calendars.clear(key, day, version);
    return done(key, "%s is an ordinary day again.".formatted(day), redirect);
  }

  @PostMapping("/name")
  String rename(@PathVariable String key, @RequestParam String name, @RequestParam int version, RedirectAttributes redirect) {
    calendars.rename(key, name.strip(), version);
    return done(key, "The calendar has another name.", redirect);
  }

  private static String done(String key, String message, RedirectAttributes redirect) {
    redirect.addFlashAttribute("message", message);
    return "redirect:/admin/calendars/" + key;
  }
}
