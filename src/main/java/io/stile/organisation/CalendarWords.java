package io.stile.organisation;

import io.stile.audit.Changes;
import io.stile.audit.Subject;
import java.time.LocalDate;
import java.util.List;

/** How the audit log speaks of calendars. */
final class CalendarWords {

  private CalendarWords() {}

  static Subject subject(CalendarPlan plan) {
    return new Subject("calendar", plan.key(), plan.name());
  }

  /** @param before null for a new calendar */
  static Changes changes(CalendarVersion before, CalendarVersion after) {
    return new Changes().add("week", before == null ? null : WeekWords.of(before.week()), WeekWords.of(after.week()))
        .add("holidays", before == null ? null : holidays(before), holidays(after));
  }

  /** What is special about a day; null if nothing is. */
  static String of(CalendarPlan plan, LocalDate day) {
    return plan.specialDays().stream().filter(each -> each.day().equals(day)).findFirst().map(CalendarWords::of).orElse(null);
  }

  static String of(SpecialDay day) {
    return day.name() + (day.open().isEmpty() ? ", closed" : ", open " + join(day.open()));
  }

  private static String holidays(CalendarVersion version) {
    return version.holidayCountry() == null ? null
        : version.holidayCountry() + (version.holidayRegion() == null ? "" : "/" + version.holidayRegion());
  }

  private static String join(List<?> spans) {
    return String.join(" ", spans.stream().map(String::valueOf).toList());
  }
}
