package io.stile.organisation;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stile.sla.OpenSpan;
import io.stile.sla.WorkingCalendar;
import io.stile.testkit.StileTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@StileTest
@Transactional
class CalendarsTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final String KEY = "workshop";

  @Autowired
  Calendars calendars;

  /** Mondays and Fridays with a lunch break, Saturdays until midnight; Friday, 5 June and Sunday, 7 June 2026 are special. */
  @BeforeEach
  void addTheWorkshop() {
    calendars.add(new CalendarPlan(KEY, "Workshop", BERLIN, "de", "by",
        Map.of(MONDAY, List.of(span("08:00", "12:00"), span("13:00", "17:00")),
            FRIDAY, List.of(span("08:00", "12:00"), span("13:00", "17:00")),
            SATURDAY, List.of(span("20:00", "00:00"))),
        List.of(new SpecialDay(LocalDate.of(2026, 6, 5), "Works outing", List.of()),
            new SpecialDay(LocalDate.of(2026, 6, 7), "Open house", List.of(span("10:00", "12:00"), span("14:00", "15:00"))))));
  }

  @Test
  void countsSeveralSpansOfADay() {
    WorkingCalendar workshop = calendars.byKey(KEY);

    assertThat(workshop.name()).isEqualTo("Workshop");
    assertThat(workshop.zone()).isEqualTo(BERLIN);
    assertThat(openOn("2026-06-15")).isEqualTo(Duration.ofHours(8));
    assertThat(workshop.isOpen(at("2026-06-15T12:30"))).isFalse();
    assertThat(workshop.isOpen(at("2026-06-15T13:00"))).isTrue();
  }

  @Test
  void keepsASpanThatEndsAtMidnight() {
    assertThat(openOn("2026-06-20")).isEqualTo(Duration.ofHours(4));
    assertThat(calendars.byKey(KEY).closesNext(at("2026-06-20T23:59"))).contains(at("2026-06-21T00:00"));
  }

  @Test
  void closesOnAHolidayOfTheRegion() {
    // Epiphany 2025 was a Monday; Bavaria keeps it, Germany as a whole does not.
    assertThat(openOn("2025-01-06")).isZero();
    calendars.add(new CalendarPlan("everywhere", "Everywhere", BERLIN, "de", null, Map.of(MONDAY, List.of(span("08:00", "09:00"))), List.of()));
    assertThat(calendars.byKey("everywhere").isOpen(at("2025-01-06T08:00"))).isTrue();
  }

  @Test
  void closesAndOpensOnSpecialDays() {
    assertThat(openOn("2026-06-05")).isZero();
    assertThat(openOn("2026-06-12")).isEqualTo(Duration.ofHours(8));
    assertThat(openOn("2026-06-07")).isEqualTo(Duration.ofHours(3));
  }

  @Test
  void replacesWhatWasSpecialAboutADay() {
    assertThat(openOn("2026-06-05")).isZero();

    calendars.set(KEY, new SpecialDay(LocalDate.of(2026, 6, 5), "Rush", List.of(span("06:00", "00:00"))));

    assertThat(openOn("2026-06-05")).isEqualTo(Duration.ofHours(18));
  }

  @Test
  void handsOutTheSameCalendarUntilItChanges() {
    WorkingCalendar first = calendars.byKey(KEY);

    assertThat(calendars.byKey(KEY)).isSameAs(first);
    calendars.set(KEY, new SpecialDay(LocalDate.of(2026, 8, 3), "Closed", List.of()));
    assertThat(calendars.byKey(KEY)).isNotSameAs(first);
  }

  @Test
  void namesTheCalendarsThereAreWhenOneIsUnknown() {
    assertThatIllegalArgumentException().isThrownBy(() -> calendars.byKey("nowhere"))
        .withMessageContaining("nowhere").withMessageContaining(KEY);
    assertThat(calendars.exists("nowhere")).isFalse();
    assertThat(calendars.keys()).contains(KEY);
  }

  @Test
  void refusesARegionWithoutACountry() {
    assertThatIllegalArgumentException().isThrownBy(
        () -> new CalendarPlan("x", "X", BERLIN, null, "by", Map.of(), List.of())).withMessageContaining("'by'");
  }

  @Test
  void refusesTwoSpansThatBeginTogether() {
    CalendarPlan twice = new CalendarPlan("twice", "Twice", BERLIN, null, null,
        Map.of(MONDAY, List.of(span("08:00", "12:00"), span("08:00", "13:00"))), List.of());

    assertThatExceptionOfType(OrganisationRefused.class).isThrownBy(() -> calendars.add(twice))
        .withMessageContaining("MONDAY").withMessageContaining("08:00-12:00 and 08:00-13:00");
  }

  private Duration openOn(String day) {
    Instant midnight = at(day + "T00:00");
    return calendars.byKey(KEY).openTime(midnight, midnight.plus(Duration.ofDays(1)));
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
  }

  private static OpenSpan span(String from, String until) {
    return new OpenSpan(LocalTime.parse(from), LocalTime.parse(until));
  }
}
