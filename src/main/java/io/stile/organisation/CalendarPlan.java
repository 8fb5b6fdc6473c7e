package io.stile.organisation;

import io.stile.sla.Holidays;
import io.stile.sla.OpenSpan;
import io.stile.sla.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * What a working calendar is made of, as it is kept.
 *
 * @param holidayCountry two lower-case letters; null for no holidays
 * @param holidayRegion region within the country, parts separated by a slash ({@code by/mu}); null for the whole country
 * @param week open spans of each day; a day that is missing is closed
 */
public record CalendarPlan(String key, String name, ZoneId zone, String holidayCountry, String holidayRegion,
    Map<DayOfWeek, List<OpenSpan>> week, List<SpecialDay> specialDays) {

  public CalendarPlan {
    if (holidayRegion != null && holidayCountry == null) {
      throw new IllegalArgumentException("calendar '%s': holiday region '%s' without a country".formatted(key, holidayRegion));
    }
    week = Map.copyOf(week);
    specialDays = List.copyOf(specialDays);
  }

  WorkingCalendar calendar() {
    var calendar = WorkingCalendar.named(name, zone).holidays(holidays());
    week.forEach((day, spans) -> calendar.open(day, spans.toArray(OpenSpan[]::new)));
    for (SpecialDay special : specialDays) {
      if (special.open().isEmpty()) {
        calendar.closed(special.day(), special.name());
      } else {
        calendar.openOn(special.day(), special.name(), special.open().toArray(OpenSpan[]::new));
      }
    }
    return calendar.build();
  }

  private Holidays holidays() {
    if (holidayCountry == null) {
      return Holidays.none();
    }
    return holidayRegion == null ? Holidays.of(holidayCountry) : Holidays.of(holidayCountry, holidayRegion.split("/"));
  }
}
