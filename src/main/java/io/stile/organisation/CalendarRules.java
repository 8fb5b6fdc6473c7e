package io.stile.organisation;

import io.stile.sla.OpenSpan;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What must hold of a calendar; each refusal names the value and what was expected. */
final class CalendarRules {

  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,62}");
  private static final int YEARS = 10;

  private CalendarRules() {}

  static void checkNew(CalendarPlan plan, boolean taken) {
    if (plan.key() == null || !KEY.matcher(plan.key()).matches() || plan.key().equals("new")) {
      throw OrganisationRefused.invalid("key",
          "'%s' cannot be a key; expected lower-case letters, digits and hyphens, beginning with a letter, but not 'new'.".formatted(plan.key()));
    }
    if (taken) {
      throw OrganisationRefused.invalid("key", "'%s' is the key of a calendar already; expected one that is not taken.".formatted(plan.key()));
    }
    EmployeeRules.checkName("name", plan.name());
    check(plan, "week");
  }

  /** @param today in the zone of the calendar */
  static void checkVersion(CalendarPlan plan, CalendarVersion version, LocalDate today) {
    if (!version.from().isAfter(today) || version.from().isAfter(today.plusYears(YEARS))) {
      throw OrganisationRefused.invalid("from",
          "%s cannot be the first day; expected one from %s on, so that nothing changes that has passed, and within %d years."
              .formatted(version.from(), today.plusDays(1), YEARS));
    }
    if (opensNever(version.week())) {
      throw OrganisationRefused.invalid("week", "The week of calendar '%s' from %s never opens: give at least one day hours."
          .formatted(plan.name(), version.from()));
    }
    check(plan.with(version), "week");
  }

  /** @param today in the zone of the calendar */
  static void checkDay(CalendarPlan plan, SpecialDay day, LocalDate today) {
    checkNotPast("day", day.day(), today);
    EmployeeRules.checkName("dayName", day.name());
    check(plan.with(day), "hours");
  }

  static void checkNotPast(String field, LocalDate day, LocalDate today) {
    if (day.isBefore(today) || day.isAfter(today.plusYears(YEARS))) {
      throw OrganisationRefused.invalid(field, "%s cannot be changed; expected a day from today, %s, on and within %d years."
          .formatted(day, today, YEARS));
    }
  }

  /** @param field what the value is called that would be to blame */
  static void check(CalendarPlan plan, String field) {
    try {
      plan.calendar();
    } catch (IllegalArgumentException wrong) {
      boolean holidays = wrong.getMessage().startsWith("Holidays") || wrong.getMessage().startsWith("The region");
      throw OrganisationRefused.invalid(holidays ? "holidays" : field, wrong.getMessage() + ".");
    }
  }

  private static boolean opensNever(Map<DayOfWeek, List<OpenSpan>> week) {
    return week.values().stream().allMatch(List::isEmpty);
  }
}
