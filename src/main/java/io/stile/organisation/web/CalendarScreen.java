package io.stile.organisation.web;

import io.stile.organisation.CalendarPlan;
import io.stile.organisation.CalendarVersion;
import io.stile.organisation.Calendars;
import io.stile.organisation.Department;
import io.stile.organisation.Organisation;
import io.stile.organisation.RunningClocks.Effect;
import io.stile.organisation.SpecialDay;
import io.stile.sla.Holidays;
import io.stile.web.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts the pages of the calendars together. */
@Component
class CalendarScreen {

  private static final int YEARS_BACK = 5;
  private static final int YEARS_AHEAD = 10;

  private final Calendars calendars;
  private final Organisation organisation;
  private final Clock clock;

  CalendarScreen(Calendars calendars, Organisation organisation, Clock clock) {
    this.calendars = calendars;
    this.organisation = organisation;
    this.clock = clock;
  }

  /**
   * A calendar in the list.
   *
   * @param week how it is drawn as it holds now
   * @param next first day of the next version; null if none is published
   */
  record Line(CalendarPlan plan, List<String> departments, WeekBars week, LocalDate next) {}

  /** A version in the list of a calendar. */
  record VersionLine(CalendarVersion version, WeekBars week, boolean now, boolean later) {}

  /**
   * What somebody typed on the page of a calendar.
   *
   * @param version a version; null if that was not what he typed
   * @param day a special day; null if that was not what he typed
   * @param effect what the version would mean; null if he did not ask
   */
  record Typed(VersionForm version, Faults versionFaults, DayForm day, Faults dayFaults, Effect effect) {

    static final Typed NOTHING = new Typed(null, Faults.NONE, null, Faults.NONE, null);
  }

  List<Line> lines() {
    List<Department> departments = organisation.departments();
    return calendars.plans().stream().map(plan -> {
      LocalDate today = today(plan);
      return new Line(plan, departments.stream().filter(each -> each.calendar().equals(plan.key())).map(Department::name).toList(),
          WeekBars.of(plan.on(today).week()), plan.versions().stream().map(CalendarVersion::from).filter(today::isBefore).findFirst().orElse(null));
    }).toList();
  }

  CalendarPlan plan(String key) {
    return calendars.plan(key).orElseThrow(() -> Refusal.notFound("calendar " + key));
  }

  LocalDate today(CalendarPlan plan) {
    return clock.instant().atZone(plan.zone()).toLocalDate();
  }

  /** @param year the year to draw; null for the present one */
  String show(CalendarPlan plan, Integer year, Typed typed, Model model) {
    LocalDate today = today(plan);
    int shown = year == null ? today.getYear() : Math.min(today.getYear() + YEARS_AHEAD, Math.max(today.getYear() - YEARS_BACK, year));
    CalendarVersion now = plan.on(today);
    VersionForm version = typed.version() == null ? VersionForm.of(now, today.plusDays(1), plan.version()) : typed.version();
    model.addAttribute("plan", plan);
    model.addAttribute("today", today);
    model.addAttribute("departments", organisation.departments().stream().filter(each -> each.calendar().equals(plan.key())).toList());
    model.addAttribute("week", WeekBars.of(now.week()));
    model.addAttribute("holidays", holidays(now));
    model.addAttribute("year", YearView.of(plan.calendar(), shown, today));
    model.addAttribute("versions", plan.versions().stream().sorted((one, other) -> other.from().compareTo(one.from()))
        .map(each -> new VersionLine(each, WeekBars.of(each.week()), each.equals(now), each.from().isAfter(today))).toList());
    model.addAttribute("specialDays", plan.specialDays().stream().filter(day -> !day.day().isBefore(today)).map(CalendarScreen::line).toList());
    model.addAttribute("form", version);
    model.addAttribute("typed", typed);
    model.addAttribute("day", typed.day() == null ? DayForm.EMPTY : typed.day());
    addHolidays(version, model);
    return "organisation/calendar";
  }

  private static String holidays(CalendarVersion version) {
    if (version.holidayCountry() == null) {
      return "none: open on holidays, too";
    }
    String country = Holidays.countries().getOrDefault(version.holidayCountry(), version.holidayCountry());
    String region = version.holidayRegion() == null ? null
        : Holidays.regions(version.holidayCountry()).getOrDefault(version.holidayRegion(), version.holidayRegion());
    return region == null ? country : country + ", " + region;
  }

  /** What the choice of holidays needs. */
  void addHolidays(VersionForm form, Model model) {
    model.addAttribute("countries", Holidays.countries());
    model.addAttribute("regions", Holidays.regions(form.country()));
  }

  /** A special day in the list. */
  record DayLine(SpecialDay day, String hours) {}

  private static DayLine line(SpecialDay day) {
    return new DayLine(day, day.open().isEmpty() ? "closed" : "open " + SpanText.of(day.open()));
  }
}
