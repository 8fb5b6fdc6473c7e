package io.stile.sla;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The calendars of the case tables, under the names that the tables use, and the notation of their times. */
final class CaseCalendars {

  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
  static final Set<DayOfWeek> DAILY = EnumSet.allOf(DayOfWeek.class);

  /** 1 January, 1 May, 24 to 26 and 31 December of every year. */
  private static final Set<MonthDay> YEARLY =
      Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(12, 24), MonthDay.of(12, 25), MonthDay.of(12, 26), MonthDay.of(12, 31));

  private CaseCalendars() {}

  static Holidays yearly() {
    return date -> YEARLY.contains(MonthDay.from(date)) ? Optional.of("yearly holiday") : Optional.empty();
  }

  static WorkingCalendar calendar(String name) {
    return switch (name) {
      case "Berlin Mon-Fri 08-18" -> workdays(name, BERLIN, "08:00-18:00").build();
      case "Berlin Mon-Fri 10-18" -> workdays(name, BERLIN, "10:00-18:00").build();
      case "Berlin Mon-Fri 08-20" -> workdays(name, BERLIN, "08:00-20:00").build();
      case "Berlin Mon-Fri 08-20, 2016-11-01" ->
          workdays(name, BERLIN, "08:00-20:00").closed(LocalDate.of(2016, 11, 1), "All Saints").build();
      case "Berlin Mon-Fri 08-21, yearly" -> workdays(name, BERLIN, "08:00-21:00").holidays(yearly()).build();
      case "Berlin Mon-Fri lunch, yearly" -> workdays(name, BERLIN, "08:00-13:00", "14:00-18:00").holidays(yearly()).build();
      case "Berlin Mon-Fri 10-18, Thu Fri holidays" -> workdays(name, BERLIN, "10:00-18:00")
          .closed(LocalDate.of(2025, 11, 20), "Thursday holiday").closed(LocalDate.of(2025, 11, 21), "Friday holiday").build();
      case "Berlin Mon-Fri 08-18, 2021-05-13" -> workdays(name, BERLIN, "08:00-18:00").holidays(Holidays.of("de")).build();
      case "Berlin daily 09-18" -> WorkingCalendar.named(name, BERLIN).open(DAILY, span("09:00-18:00")).build();
      case "Mon 09-18" -> WorkingCalendar.named(name, BERLIN).open(DayOfWeek.MONDAY, span("09:00-18:00")).build();
      case "Sunday only" -> WorkingCalendar.named(name, ZoneId.of("UTC")).open(DayOfWeek.SUNDAY, span("09:00-17:00")).build();
      case "Monday only" -> WorkingCalendar.named(name, ZoneId.of("UTC")).open(DayOfWeek.MONDAY, span("09:00-17:00")).build();
      case "six days" -> sixDays(name);
      case "24/7 Berlin" -> around(name, "Europe/Berlin").build();
      case "24/7 Berlin, yearly" -> around(name, "Europe/Berlin").holidays(yearly()).build();
      case "24/7 Sao Paulo, yearly" -> around(name, "America/Sao_Paulo").holidays(yearly()).build();
      case "24/7 Sydney" -> around(name, "Australia/Sydney").build();
      case "Cape Verde Mon-Fri 08-21" -> workdays(name, ZoneId.of("Atlantic/Cape_Verde"), "08:00-21:00").build();
      default -> throw new IllegalArgumentException("No such calendar in the case tables: " + name);
    };
  }

  static WorkingCalendarBuilder workdays(String name, ZoneId zone, String... spans) {
    return WorkingCalendar.named(name, zone).open(WORKDAYS, Arrays.stream(spans).map(CaseCalendars::span).toArray(OpenSpan[]::new));
  }

  static WorkingCalendarBuilder around(String name, String zone) {
    return WorkingCalendar.named(name, ZoneId.of(zone)).open(DAILY, OpenSpan.ALL_DAY);
  }

  /** {@code 08:00-18:00}; {@code 24:00} is allowed as the end. */
  static OpenSpan span(String text) {
    String[] ends = text.split("-");
    return new OpenSpan(LocalTime.parse(ends[0]), ends[1].equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(ends[1]));
  }

  /** A time with offset or {@code Z}, or a local time in the calendar's zone. */
  static Instant at(String text, WorkingCalendar calendar) {
    return text.matches(".*(Z|[+-]\\d\\d:\\d\\d)") ? OffsetDateTime.parse(text).toInstant() : LocalDateTime.parse(text).atZone(calendar.zone()).toInstant();
  }

  private static WorkingCalendar sixDays(String name) {
    return WorkingCalendar.named(name, BERLIN)
        .open(EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY), span("09:00-17:00"))
        .open(EnumSet.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY), span("10:00-16:00"))
        .open(DayOfWeek.SATURDAY, span("11:00-14:30"))
        .build();
  }
}
