package io.stile.organisation;

import io.stile.sla.OpenSpan;
import io.stile.sla.WorkingCalendar;
import io.stile.sla.WorkingCalendarBuilder;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a working calendar is made of, as it is kept.
 *
 * @param zone the zone in which its hours are meant; the same in all versions
 * @param versions its weeks, in the order of their first days; never empty
 * @param specialDays days that depart from week and holidays, in order
 * @param version counts its changes: whoever changes it says which version he has seen
 */
public record CalendarPlan(String key, String name, ZoneId zone, List<CalendarVersion> versions, List<SpecialDay> specialDays, int version) {

  public CalendarPlan {
    versions = versions.stream().sorted(Comparator.comparing(CalendarVersion::from)).toList();
    specialDays = List.copyOf(specialDays);
  }

  /** A new calendar, whose week has no beginning. */
  public CalendarPlan(String key, String name, ZoneId zone, String holidayCountry, String holidayRegion,
      Map<DayOfWeek, List<OpenSpan>> week, List<SpecialDay> specialDays) {
    this(key, name, zone, List.of(new CalendarVersion(CalendarVersion.FIRST, holidayCountry, holidayRegion, week)), specialDays, 0);
  }

  /** The version that holds on a day. */
  public CalendarVersion on(LocalDate day) {
    return versions.stream().filter(version -> !version.from().isAfter(day)).reduce((one, later) -> later).orElse(versions.get(0));
  }

  /** The same calendar with one more version, or with another one in place of that of the same day. */
  public CalendarPlan with(CalendarVersion added) {
    return new CalendarPlan(key, name, zone, Stream.concat(without(added.from()).versions.stream(), Stream.of(added)).toList(), specialDays,
        version);
  }

  /** The same calendar without the version that begins on a day. */
  public CalendarPlan without(LocalDate from) {
    return new CalendarPlan(key, name, zone, versions.stream().filter(each -> !each.from().equals(from)).toList(), specialDays, version);
  }

  /** The same calendar with a special day, in place of what was special about it before. */
  public CalendarPlan with(SpecialDay added) {
    Stream<SpecialDay> others = specialDays.stream().filter(each -> !each.day().equals(added.day()));
    return new CalendarPlan(key, name, zone, versions,
        Stream.concat(others, Stream.of(added)).sorted(Comparator.comparing(SpecialDay::day)).toList(), version);
  }

  /** The same calendar without what is special about a day. */
  public CalendarPlan withoutSpecial(LocalDate day) {
    return new CalendarPlan(key, name, zone, versions, specialDays.stream().filter(each -> !each.day().equals(day)).toList(), version);
  }

  /**
   * The calendar that counts.
   *
   * @throws IllegalArgumentException if spans overlap, it never opens, or its holidays are not known; the message names the value
   */
  public WorkingCalendar calendar() {
    WorkingCalendarBuilder calendar = WorkingCalendar.named(name, zone);
    for (CalendarVersion each : versions) {
      if (!each.isFirst()) {
        calendar.from(each.from());
      }
      calendar.holidays(each.holidays());
      each.week().forEach((day, spans) -> calendar.open(day, spans.toArray(OpenSpan[]::new)));
    }
    for (SpecialDay special : specialDays) {
      if (special.open().isEmpty()) {
        calendar.closed(special.day(), special.name());
      } else {
        calendar.openOn(special.day(), special.name(), special.open().toArray(OpenSpan[]::new));
      }
    }
    return calendar.build();
  }
}
