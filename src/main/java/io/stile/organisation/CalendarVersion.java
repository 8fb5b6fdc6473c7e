package io.stile.organisation;

import io.stile.sla.Holidays;
import io.stile.sla.OpenSpan;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The week and the holidays of a calendar as they hold from a day on, until the day of the next version.
 *
 * @param from first day, in the zone of the calendar; {@link #FIRST} for a version without a beginning
 * @param holidayCountry two lower-case letters; null for no holidays
 * @param holidayRegion region within the country, parts separated by a slash ({@code by/mu}); null for the whole country
 * @param week open spans of each day; a day that is missing is closed
 */
public record CalendarVersion(LocalDate from, String holidayCountry, String holidayRegion, Map<DayOfWeek, List<OpenSpan>> week) {

  /** From when on the first version of a calendar holds: always. */
  public static final LocalDate FIRST = LocalDate.of(1, 1, 1);

  public CalendarVersion {
    if (holidayRegion != null && holidayCountry == null) {
      throw new IllegalArgumentException("holiday region '%s' without a country".formatted(holidayRegion));
    }
    week = Map.copyOf(week);
  }

  /** Whether it has no beginning. */
  public boolean isFirst() {
    return from.equals(FIRST);
  }

  /** @throws IllegalArgumentException if the country or the region is not known */
  Holidays holidays() {
    if (holidayCountry == null) {
      return Holidays.none();
    }
    return holidayRegion == null ? Holidays.of(holidayCountry) : Holidays.of(holidayCountry, holidayRegion.split("/"));
  }
}
