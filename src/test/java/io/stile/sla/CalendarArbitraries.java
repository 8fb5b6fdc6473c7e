package io.stile.sla;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random calendars: breaks, spans that touch, work over midnight, closures, and zones that change the clock in every way there is. */
final class CalendarArbitraries {

  private static final List<String> ZONES = List.of("UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Sao_Paulo", "Asia/Kathmandu",
      "Pacific/Apia", "America/St_Johns", "Africa/Casablanca", "America/Havana");

  private static final int QUARTERS_OF_A_DAY = 96;

  private static final LocalDate FIRST = LocalDate.of(2007, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2028, 1, 1);

  private CalendarArbitraries() {}

  static Arbitrary<WorkingCalendar> calendars() {
    return calendars(Arbitraries.of(ZONES));
  }

  static Arbitrary<WorkingCalendar> calendarsWithoutChangesOfTheClock() {
    return calendars(Arbitraries.of("UTC", "Asia/Kathmandu"));
  }

  static Arbitrary<Instant> instants() {
    long days = LAST.toEpochDay() - FIRST.toEpochDay();
    Instant first = FIRST.atStartOfDay(ZoneId.of("UTC")).toInstant();
    Arbitrary<Instant> anywhere = Arbitraries.longs().between(0, days * 86_400_000L).map(first::plusMillis);
    Arbitrary<Instant> onAQuarter = Arbitraries.longs().between(0, days * QUARTERS_OF_A_DAY).map(quarter -> first.plusSeconds(quarter * 900));
    // Around 30 March 2025, 26 October 2025 and the like: most random instants are far from any change of the clock.
    Arbitrary<Instant> nearAChange = Combinators.combine(
        Arbitraries.of("2011-12-30T10:00:00Z", "2015-10-18T03:00:00Z", "2010-11-07T02:31:00Z", "2025-03-30T01:00:00Z", "2025-10-26T01:00:00Z",
            "2025-04-05T15:00:00Z", "2025-11-02T06:00:00Z").map(Instant::parse),
        Arbitraries.longs().between(-3 * QUARTERS_OF_A_DAY, 3 * QUARTERS_OF_A_DAY)).as((change, quarters) -> change.plusSeconds(quarters * 900));
    return Arbitraries.oneOf(anywhere, onAQuarter, nearAChange);
  }

  /** More than zero, up to three weeks of hours; every other one in whole quarters, so that it often ends at a boundary. */
  static Arbitrary<Duration> durations() {
    Duration longest = Duration.ofHours(500);
    return Arbitraries.oneOf(
        Arbitraries.longs().between(1, longest.toMillis()).map(Duration::ofMillis),
        Arbitraries.longs().between(1, longest.toMinutes() / 15).map(quarters -> Duration.ofMinutes(15 * quarters)));
  }

  private static Arbitrary<WorkingCalendar> calendars(Arbitrary<String> zones) {
    Arbitrary<Map<DayOfWeek, List<OpenSpan>>> weeks = Arbitraries.maps(Arbitraries.of(DayOfWeek.class), days()).ofMinSize(1).ofMaxSize(7);
    Arbitrary<Set<LocalDate>> closures = Arbitraries.longs().between(FIRST.toEpochDay(), LAST.toEpochDay()).map(LocalDate::ofEpochDay).set().ofMaxSize(40);
    return Combinators.combine(zones, weeks, closures).as(CalendarArbitraries::calendar);
  }

  private static WorkingCalendar calendar(String zone, Map<DayOfWeek, List<OpenSpan>> week, Set<LocalDate> closures) {
    WorkingCalendarBuilder builder = WorkingCalendar.named("random", ZoneId.of(zone)).holidays(Holidays.of("de"));
    new EnumMap<>(week).forEach((day, spans) -> builder.open(day, spans.toArray(OpenSpan[]::new)));
    closures.forEach(date -> builder.closed(date, "closure"));
    return builder.build();
  }

  private static Arbitrary<List<OpenSpan>> days() {
    Arbitrary<List<OpenSpan>> spans = Arbitraries.integers().between(0, QUARTERS_OF_A_DAY).set().ofMinSize(2).ofMaxSize(6).map(CalendarArbitraries::spans);
    return Arbitraries.frequencyOf(Tuple.of(4, spans), Tuple.of(1, Arbitraries.just(List.of(OpenSpan.ALL_DAY))));
  }

  /** The quarters in order: open from each until the next, but closed where they leave a gap of an odd length. */
  private static List<OpenSpan> spans(Set<Integer> quarters) {
    List<Integer> sorted = quarters.stream().sorted().toList();
    List<OpenSpan> spans = new ArrayList<>();
    for (int i = 0; i + 1 < sorted.size(); i++) {
      boolean breakBetween = i > 0 && (sorted.get(i + 1) - sorted.get(i)) % 2 == 1;
      if (!breakBetween) {
        spans.add(new OpenSpan(time(sorted.get(i)), time(sorted.get(i + 1))));
      }
    }
    return spans;
  }

  private static LocalTime time(int quarters) {
    return LocalTime.MIDNIGHT.plusMinutes(15L * quarters);
  }
}
