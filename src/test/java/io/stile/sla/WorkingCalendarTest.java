package io.stile.sla;

import static io.stile.sla.CaseCalendars.at;
import static io.stile.sla.CaseCalendars.calendar;
import static io.stile.sla.CaseCalendars.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkingCalendarTest {

  private final WorkingCalendar lunch = CaseCalendars.workdays("lunch", CaseCalendars.BERLIN, "08:00-12:00", "13:00-18:00").build();

  @Test
  void isOpenFromTheOpeningUntilBeforeTheClosing() {
    assertThat(lunch.isOpen(local("2025-11-21T08:00").minusNanos(1))).isFalse();
    assertThat(lunch.isOpen(local("2025-11-21T08:00"))).isTrue();
    assertThat(lunch.isOpen(local("2025-11-21T12:00").minusNanos(1))).isTrue();
    assertThat(lunch.isOpen(local("2025-11-21T12:00"))).isFalse();
    assertThat(lunch.isOpen(local("2025-11-22T10:00"))).isFalse();
  }

  @Test
  void opensNextNowOrAtTheNextSpan() {
    assertThat(lunch.opensNext(local("2025-11-21T10:00"))).contains(local("2025-11-21T10:00"));
    assertThat(lunch.opensNext(local("2025-11-21T12:00"))).contains(local("2025-11-21T13:00"));
    assertThat(lunch.opensNext(local("2025-11-21T18:00"))).contains(local("2025-11-24T08:00"));
  }

  @Test
  void closesNextAtTheEndOfTheSpan() {
    assertThat(lunch.closesNext(local("2025-11-21T08:00"))).contains(local("2025-11-21T12:00"));
    assertThat(lunch.closesNext(local("2025-11-21T17:00"))).contains(local("2025-11-21T18:00"));
    assertThat(lunch.closesNext(local("2025-11-21T12:00"))).isEmpty();
  }

  @Test
  void closesNextAfterAllSpansThatTouch() {
    WorkingCalendar shifts = WorkingCalendar.named("shifts", CaseCalendars.BERLIN)
        .open(DayOfWeek.FRIDAY, span("06:00-14:00"), span("14:00-24:00")).open(DayOfWeek.SATURDAY, span("00:00-06:00")).build();

    assertThat(shifts.closesNext(local("2025-11-21T07:00"))).contains(local("2025-11-22T06:00"));
    assertThat(calendar("24/7 Berlin, yearly").closesNext(local("2025-11-21T07:00"))).contains(local("2025-12-24T00:00"));
    assertThat(calendar("24/7 Berlin").closesNext(local("2025-11-21T07:00"))).isEmpty();
  }

  @Test
  void countsOverTheBreak() {
    assertThat(lunch.openTime(local("2025-11-21T11:00"), local("2025-11-21T14:00"))).isEqualTo(Duration.ofHours(2));
    assertThat(lunch.plus(local("2025-11-21T11:00"), Duration.ofHours(1))).isEqualTo(local("2025-11-21T12:00"));
    assertThat(lunch.plus(local("2025-11-21T11:00"), Duration.ofHours(2))).isEqualTo(local("2025-11-21T14:00"));
    assertThat(lunch.minus(local("2025-11-21T13:30"), Duration.ofHours(1))).isEqualTo(local("2025-11-21T11:30"));
  }

  @Test
  void movesBackToTheClosingWhenNothingIsTakenAway() {
    assertThat(lunch.minus(local("2025-11-23T11:00"), Duration.ZERO)).isEqualTo(local("2025-11-21T18:00"));
    assertThat(lunch.minus(local("2025-11-21T18:00"), Duration.ZERO)).isEqualTo(local("2025-11-21T18:00"));
    assertThat(lunch.minus(local("2025-11-24T08:00"), Duration.ZERO)).isEqualTo(local("2025-11-24T08:00"));
  }

  @Test
  void stepsDaysBackFromTheClosingBefore() {
    assertThat(lunch.minus(local("2025-11-23T11:00"), Target.parse("P1D"))).isEqualTo(local("2025-11-20T18:00"));
    assertThat(lunch.minus(local("2025-11-24T09:00"), Target.parse("PT2H"))).isEqualTo(local("2025-11-21T17:00"));
    Target byEndOfDay = Target.parse("P1D by end of day");
    assertThatIllegalArgumentException().isThrownBy(() -> lunch.minus(local("2025-11-24T09:00"), byEndOfDay)).withMessageContaining("forwards only");
  }

  @Test
  void stepsDaysBackFromMidnight() {
    WorkingCalendar evenings = CaseCalendars.workdays("evenings", CaseCalendars.BERLIN, "16:00-24:00").build();

    assertThat(evenings.minus(local("2025-11-22T00:00"), Target.parse("P1D"))).isEqualTo(local("2025-11-21T00:00"));
    assertThat(evenings.minus(local("2025-11-23T10:00"), Target.parse("P2D"))).isEqualTo(local("2025-11-20T00:00"));
  }

  @Test
  void opensOnADateByException() {
    WorkingCalendar calendar = CaseCalendars.workdays("stock-taking", CaseCalendars.BERLIN, "08:00-18:00").holidays(Holidays.of("de"))
        .openOn(LocalDate.of(2025, 11, 22), "stock-taking", span("10:00-14:00"))
        .openOn(LocalDate.of(2025, 12, 26), "after Christmas", span("10:00-12:00"))
        .openOn(LocalDate.of(2025, 11, 21), "late start", span("12:00-18:00"))
        .build();

    assertThat(calendar.openTime(local("2025-11-22T00:00"), local("2025-11-23T00:00"))).isEqualTo(Duration.ofHours(4));
    assertThat(calendar.openTime(local("2025-12-25T00:00"), local("2025-12-27T00:00"))).isEqualTo(Duration.ofHours(2));
    assertThat(calendar.openTime(local("2025-11-21T00:00"), local("2025-11-22T00:00"))).isEqualTo(Duration.ofHours(6));
  }

  @Test
  void followsTheChangesOfTheClock() {
    WorkingCalendar nights = WorkingCalendar.named("nights", CaseCalendars.BERLIN).open(CaseCalendars.DAILY, span("00:00-06:00")).build();

    assertThat(nights.openTime(local("2025-03-30T00:00"), local("2025-03-31T00:00"))).isEqualTo(Duration.ofHours(5));
    assertThat(nights.openTime(local("2025-10-26T00:00"), local("2025-10-27T00:00"))).isEqualTo(Duration.ofHours(7));
    assertThat(nights.due(local("2025-03-29T02:30"), Target.parse("P1D"))).isEqualTo(local("2025-03-30T03:30"));
  }

  @Test
  void countsAnInstantOnceWhenSpansCollideInAGap() {
    WorkingCalendar calendar = WorkingCalendar.named("gap", CaseCalendars.BERLIN)
        .open(DayOfWeek.SUNDAY, span("01:00-02:15"), span("02:20-02:40"), span("03:00-04:00")).build();

    assertThat(calendar.openTime(local("2025-03-30T00:00"), local("2025-03-31T00:00"))).isEqualTo(Duration.ofHours(2));
    assertThat(calendar.closesNext(local("2025-03-30T01:00"))).contains(local("2025-03-30T04:00"));
  }

  @Test
  void stepsOverADateThatDoesNotExist() {
    WorkingCalendar apia = CaseCalendars.workdays("Apia", ZoneId.of("Pacific/Apia"), "09:00-17:00").build();
    Instant thursday = at("2011-12-29T09:00", apia);

    assertThat(apia.openTime(thursday, at("2012-01-01T00:00", apia))).isEqualTo(Duration.ofHours(8));
    assertThat(apia.due(thursday, Target.parse("P1D"))).isEqualTo(at("2012-01-02T09:00", apia));
    assertThat(apia.explain(thursday, Target.parse("PT9H")).text()).containsExactly(
        "Thu 29 Dec 09:00 – 17:00 open, 8 h", "Sat 31 Dec – Sun 1 Jan weekend", "Mon 2 Jan 09:00 – 10:00 open, 1 h");
  }

  @Test
  void keepsTheNewDateWhereTheClockIsSetBackOverMidnight() {
    WorkingCalendar sunday = WorkingCalendar.named("St. John's", ZoneId.of("America/St_Johns")).open(DayOfWeek.SUNDAY, OpenSpan.ALL_DAY).build();

    // On 7 November 2010 at 00:01 the clock went back to 23:01 of the day before: Sunday lasts 25 hours, without a hole.
    Instant repeated = Instant.parse("2010-11-07T02:45:00Z");
    assertThat(repeated.atZone(sunday.zone()).toLocalDate()).isEqualTo(LocalDate.of(2010, 11, 6));
    assertThat(sunday.isOpen(repeated)).isTrue();
    assertThat(sunday.openTime(repeated.minus(Duration.ofDays(1)), repeated.plus(Duration.ofDays(2)))).isEqualTo(Duration.ofHours(25));
  }

  @Test
  void saysSoWhenNothingOpensForTenYears() {
    WorkingCalendar once = WorkingCalendar.named("once", CaseCalendars.BERLIN).openOn(LocalDate.of(2025, 11, 21), "fair", span("10:00-12:00")).build();
    Instant after = local("2025-11-21T12:00");

    assertThat(once.opensNext(after)).isEmpty();
    assertThatIllegalStateException().isThrownBy(() -> once.plus(after, Duration.ofHours(1)))
        .withMessage("Calendar 'once' has no more open time within ten years after 2025-11-21T11:00:00Z");
    assertThatIllegalStateException().isThrownBy(() -> once.due(local("2025-11-21T11:00"), Target.parse("P1D"))).withMessageContaining("'once'");
    assertThatIllegalStateException().isThrownBy(() -> once.minus(local("2025-11-21T10:00"), Duration.ofHours(1))).withMessageContaining("before");
  }

  @Test
  void endsWhenHolidaysLeaveNothingOpen() {
    WorkingCalendar never = CaseCalendars.around("never", "UTC").holidays(date -> Optional.of("strike")).build();

    assertThatIllegalStateException().isThrownBy(() -> never.plus(Instant.EPOCH, Duration.ofHours(1))).withMessageContaining("'never'");
  }

  @Test
  void refusesWhatCannotBeCounted() {
    Instant now = local("2025-11-21T10:00");
    assertThatIllegalArgumentException().isThrownBy(() -> lunch.plus(now, Duration.ofHours(-1))).withMessageContaining("PT-1H");
    assertThatIllegalArgumentException().isThrownBy(() -> lunch.minus(now, Duration.ofDays(4000))).withMessageContaining("PT96000H");
    assertThatIllegalArgumentException().isThrownBy(() -> lunch.openTime(now, Instant.MAX)).withMessageContaining("100 years");
    assertThatIllegalArgumentException().isThrownBy(() -> lunch.due(null, Target.parse("PT1H"))).withMessageContaining("from");
    assertThatIllegalArgumentException().isThrownBy(() -> lunch.isOpen(null)).withMessageContaining("at must be given");
  }

  @Test
  void refusesSpansThatOverlap() {
    WorkingCalendarBuilder builder = WorkingCalendar.named("billing", CaseCalendars.BERLIN).open(DayOfWeek.MONDAY, span("08:00-12:00"));

    assertThatIllegalArgumentException().isThrownBy(() -> builder.open(DayOfWeek.MONDAY, span("11:59-13:00")))
        .withMessage("Calendar 'billing' has spans on MONDAY that overlap: 08:00-12:00 and 11:59-13:00");
    assertThatIllegalArgumentException().isThrownBy(() -> builder.open(DayOfWeek.MONDAY, OpenSpan.ALL_DAY)).withMessageContaining("overlap");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.openOn(LocalDate.of(2025, 11, 22), "fair", span("10:00-24:00"), span("23:00-24:00"))).withMessageContaining("2025-11-22");
    assertThat(builder.open(DayOfWeek.MONDAY, span("12:00-13:00")).build().closesNext(local("2025-11-24T08:00"))).contains(local("2025-11-24T13:00"));
  }

  @Test
  void refusesACalendarThatNeverOpens() {
    WorkingCalendarBuilder builder = WorkingCalendar.named("billing", CaseCalendars.BERLIN);

    assertThatIllegalArgumentException().isThrownBy(builder::build).withMessageContaining("'billing' never opens");
    assertThatIllegalArgumentException().isThrownBy(() -> builder.open(DayOfWeek.MONDAY)).withMessageContaining("without a span");
  }

  @Test
  void refusesADateThatIsBothOpenAndClosed() {
    LocalDate date = LocalDate.of(2025, 11, 22);
    WorkingCalendarBuilder builder = WorkingCalendar.named("billing", CaseCalendars.BERLIN).closed(date, "move").openOn(date, "fair", span("10:00-12:00"));

    assertThatIllegalArgumentException().isThrownBy(builder::build).withMessageContaining("2025-11-22 both closed (move) and open (fair)");
  }

  @Test
  void refusesWhatHasNoName() {
    assertThatIllegalArgumentException().isThrownBy(() -> WorkingCalendar.named(" ", CaseCalendars.BERLIN)).withMessageContaining("name of the calendar");
    assertThatIllegalArgumentException().isThrownBy(() -> WorkingCalendar.named("billing", null)).withMessageContaining("zone of calendar 'billing'");
  }

  @Test
  void addsMonthsWithoutWalkingMinutes() {
    WorkingCalendar calendar = CaseCalendars.workdays("de", CaseCalendars.BERLIN, "08:00-12:00", "13:00-18:00").holidays(Holidays.of("de", "by")).build();
    Instant from = local("2025-01-02T08:00");
    calendar.plus(from, Duration.ofHours(1));

    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
      for (int i = 0; i < 300; i++) {
        calendar.plus(from.plusSeconds(i), Duration.ofHours(1_000));
      }
    });
  }

  private Instant local(String text) {
    return at(text, lunch);
  }
}
