package io.stile.demonstration;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;

import io.stile.organisation.CalendarPlan;
import io.stile.organisation.SpecialDay;
import io.stile.sla.OpenSpan;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** When the departments work: Munich and Lisbon, with lunch breaks, the holidays of each, and some days that are special. */
final class DemonstrationCompanyCalendars {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
  private static final int YEARS = 3;

  private DemonstrationCompanyCalendars() {
  }

  /** @param year the first one whose special days are named; the two after it have them, too */
  static List<CalendarPlan> from(int year) {
    return List.of(frontOffice(year), logistics(year),
        munich("billing", "Billing", week(MONDAY, FRIDAY, "08:00-12:30", "13:15-17:00"), List.of()),
        finance(), networkOperations(), quality(year));
  }

  /** Seven days, also on holidays. */
  private static CalendarPlan frontOffice(int year) {
    List<SpecialDay> days = years(year).flatMap(each -> Stream.of(
        new SpecialDay(LocalDate.of(each, Month.DECEMBER, 24), "Christmas Eve", List.of(span("07:00-18:00"))),
        new SpecialDay(LocalDate.of(each, Month.DECEMBER, 25), "Christmas Day", List.of()))).toList();
    return new CalendarPlan("front-office", "Front office", BERLIN, null, null, week(MONDAY, SUNDAY, "07:00-22:00"), days);
  }

  private static CalendarPlan logistics(int year) {
    List<SpecialDay> days = years(year).flatMap(each -> Stream.of(
        new SpecialDay(lastSundayBeforeChristmas(each), "Christmas business", List.of(span("08:00-16:00"))),
        new SpecialDay(LocalDate.of(each, Month.JUNE, 30), "Stock taking", List.of()))).toList();
    return munich("logistics", "Logistics", week(MONDAY, SATURDAY, "06:00-20:00"), days);
  }

  private static CalendarPlan finance() {
    Map<DayOfWeek, List<OpenSpan>> week = week(MONDAY, THURSDAY, "08:30-12:00", "13:00-17:00");
    week.putAll(week(FRIDAY, FRIDAY, "08:30-14:00"));
    return munich("finance", "Finance", week, List.of());
  }

  private static CalendarPlan networkOperations() {
    Map<DayOfWeek, List<OpenSpan>> week = week(MONDAY, FRIDAY, "07:00-19:00");
    week.putAll(week(SATURDAY, SATURDAY, "08:00-14:00"));
    return new CalendarPlan("network-operations", "Network operations", LISBON, "pt", null, week, List.of());
  }

  private static CalendarPlan quality(int year) {
    List<SpecialDay> days = years(year).map(each -> new SpecialDay(
        LocalDate.of(each, Month.JULY, 1).with(TemporalAdjusters.dayOfWeekInMonth(2, FRIDAY)), "Works outing", List.of())).toList();
    return munich("quality", "Quality", week(MONDAY, FRIDAY, "09:00-17:00"), days);
  }

  private static CalendarPlan munich(String key, String name, Map<DayOfWeek, List<OpenSpan>> week, List<SpecialDay> days) {
    return new CalendarPlan(key, name, BERLIN, "de", "by", week, days);
  }

  private static LocalDate lastSundayBeforeChristmas(int year) {
    return LocalDate.of(year, Month.DECEMBER, 24).with(TemporalAdjusters.previousOrSame(SUNDAY));
  }

  private static Stream<Integer> years(int first) {
    return IntStream.range(first, first + YEARS).boxed();
  }

  private static Map<DayOfWeek, List<OpenSpan>> week(DayOfWeek first, DayOfWeek last, String... spans) {
    List<OpenSpan> open = Arrays.stream(spans).map(DemonstrationCompanyCalendars::span).toList();
    Map<DayOfWeek, List<OpenSpan>> week = new EnumMap<>(DayOfWeek.class);
    IntStream.rangeClosed(first.getValue(), last.getValue()).forEach(day -> week.put(DayOfWeek.of(day), open));
    return week;
  }

  private static OpenSpan span(String fromUntil) {
    String[] parts = fromUntil.split("-");
    return new OpenSpan(LocalTime.parse(parts[0]), LocalTime.parse(parts[1]));
  }
}
