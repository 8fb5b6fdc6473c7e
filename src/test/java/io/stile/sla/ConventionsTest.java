package io.stile.sla;

import static io.stile.sla.CaseCalendars.at;
import static io.stile.sla.CaseCalendars.calendar;
import static io.stile.sla.CaseCalendars.span;
import static io.stile.sla.CaseCalendars.workdays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The questions on which systems disagree, by their number, and what this one answers. */
@DisplayName("Conventions")
class ConventionsTest {

  private final WorkingCalendar calendar = calendar("Berlin Mon-Fri 08-18");

  @Test
  @DisplayName("1: a target that runs out exactly at closing is due at that closing")
  void isDueAtClosing() {
    assertThat(calendar.due(local("2025-11-21T17:00"), Target.parse("PT1H"))).isEqualTo(local("2025-11-21T18:00"));
  }

  @ParameterizedTest(name = "2: {2}: {0} + {1} = {3}")
  @CsvSource(delimiter = '|', textBlock = """
      2025-11-20T10:00 | PT8H  | eight open hours fit into the day           | 2025-11-20T18:00
      2025-11-20T10:00 | P1D   | a business day keeps the time of day         | 2025-11-21T10:00
      2025-11-20T10:00 | PT10H | ten open hours are a day only here           | 2025-11-21T10:00
      2025-11-20T10:00 | PT24H | 24 open hours are no day                     | 2025-11-24T14:00
      2025-11-21T10:00 | P1D   | a weekend is stepped over                    | 2025-11-24T10:00
      2025-11-22T15:00 | P1D   | a start while closed moves to the opening    | 2025-11-25T08:00
      2025-11-20T18:00 | P1D   | closing itself is closed                     | 2025-11-24T08:00
      2025-11-20T17:59 | P1D   | a minute before closing is open              | 2025-11-21T17:59
      2025-11-20T06:00 | P1D   | a start before opening moves to the opening  | 2025-11-21T08:00
      """)
  void keepsTwoUnits(String from, String target, String what, String expected) {
    assertThat(calendar.due(local(from), Target.parse(target))).isEqualTo(local(expected));
  }

  @ParameterizedTest(name = "2: a result outside open time moves to the next opening: {0} + {1} = {2}")
  @CsvSource({"2006-01-02T16:30, P1D, 2006-01-04T09:00", "2006-01-06T15:00, P1D, 2006-01-09T09:00", "2006-01-02T16:00, P1D, 2006-01-03T16:00"})
  void movesAResultToTheNextOpening(String from, String target, String expected) {
    WorkingCalendar sixDays = calendar("six days");

    assertThat(sixDays.due(at(from, sixDays), Target.parse(target))).isEqualTo(at(expected, sixDays));
  }

  @Test
  @DisplayName("2: a result in a lunch break moves to its end")
  void movesAResultOutOfTheBreak() {
    WorkingCalendar calendar = WorkingCalendar.named("late Monday", CaseCalendars.BERLIN)
        .open(DayOfWeek.MONDAY, span("10:00-18:00")).open(DayOfWeek.TUESDAY, span("08:00-12:00"), span("13:00-17:00")).build();

    assertThat(calendar.due(at("2025-11-24T12:30", calendar), Target.parse("P1D"))).isEqualTo(at("2025-11-25T13:00", calendar));
  }

  @ParameterizedTest(name = "3: {0} + {1} = {2}")
  @CsvSource({"2025-11-20T10:00, P1D by end of day, 2025-11-21T18:00", "2025-11-20T19:00, P2D by end of day, 2025-11-25T18:00"})
  void runsByTheEndOfTheDay(String from, String target, String expected) {
    assertThat(calendar.due(local(from), Target.parse(target))).isEqualTo(local(expected));
  }

  @Test
  @DisplayName("3: the end of the day is that of the last day itself, even if it closes before the time of day of the start")
  void endsOnTheLastDay() {
    WorkingCalendar sixDays = calendar("six days");

    assertThat(sixDays.due(at("2006-01-02T16:30", sixDays), new BusinessDays(1, true))).isEqualTo(at("2006-01-03T16:00", sixDays));
  }

  @Test
  @DisplayName("3: a pause moves the time of day first, and the end of the day is looked for afterwards")
  void pausesDaysThatRunByTheEndOfTheDay() {
    ClockFact started = new ClockFact.Started(local("2025-11-20T10:00"), new BusinessDays(1, true), calendar);
    ClockFact paused = new ClockFact.Paused(local("2025-11-20T11:00"), "pending");

    assertThat(SlaClock.of(started, paused, new ClockFact.Resumed(local("2025-11-20T13:00"))).due()).isEqualTo(local("2025-11-21T18:00"));
    assertThat(SlaClock.of(started, paused, new ClockFact.Resumed(local("2025-11-21T10:00"))).due()).isEqualTo(local("2025-11-24T18:00"));
  }

  @Test
  @DisplayName("6: a department's clock starts when the work arrives; the end-to-end clock is untouched")
  void startsADepartmentsClockOnArrival() {
    SlaClock endToEnd = SlaClock.of(new ClockFact.Started(local("2025-11-20T09:00"), Target.parse("P2D"), calendar));
    SlaClock department = SlaClock.of(new ClockFact.Started(local("2025-11-21T17:00"), Target.parse("PT4H"), calendar));

    assertThat(department.used(local("2025-11-21T18:00"))).isEqualTo(Duration.ofHours(1));
    assertThat(department.due()).isEqualTo(local("2025-11-24T11:00"));
    assertThat(endToEnd.due()).isEqualTo(local("2025-11-24T09:00"));
  }

  @Test
  @DisplayName("7: instants are exact to the millisecond; only a promise is rounded, up to the quarter hour")
  void roundsPromisesOnly() {
    Instant due = calendar.due(Instant.parse("2025-11-21T16:58:59.999Z"), Target.parse("PT4H0.002S"));

    assertThat(due).isEqualTo(Instant.parse("2025-11-24T10:59:00.001Z"));
    assertThat(PromisedTime.roundUpToQuarterHour(due, calendar.zone())).isEqualTo(local("2025-11-24T12:00"));
  }

  @Test
  @DisplayName("10: a pause does not move a promised date, another promise does")
  void keepsAPromisedDate() {
    ClockFact promised = new ClockFact.Fixed(local("2025-11-20T09:00"), local("2025-11-21T16:00"), calendar);
    ClockFact paused = new ClockFact.Paused(local("2025-11-20T10:00"), "waiting for the customer");
    ClockFact renewed = new ClockFact.Fixed(local("2025-11-21T15:00"), local("2025-11-24T12:00"), calendar);

    assertThat(SlaClock.of(promised, paused, new ClockFact.Resumed(local("2025-11-21T10:00"))).due()).isEqualTo(local("2025-11-21T16:00"));
    assertThat(SlaClock.of(promised, paused).runsOut()).contains(local("2025-11-21T16:00"));
    assertThat(SlaClock.of(promised, paused).isLate(local("2025-11-21T16:00"))).isTrue();
    assertThat(SlaClock.of(promised, renewed).due()).isEqualTo(local("2025-11-24T12:00"));
    ClockFact changed = new ClockFact.Changed(local("2025-11-20T10:00"), Target.parse("PT1H"), calendar);
    assertThatIllegalArgumentException().isThrownBy(() -> SlaClock.of(promised, changed)).withMessageContaining("promised date");
  }

  @Test
  @DisplayName("11: the length of a breach is frozen when it is met")
  void freezesABreach() {
    SlaClock clock = SlaClock.of(
        new ClockFact.Started(local("2025-11-20T09:00"), Target.parse("PT2H"), calendar), new ClockFact.Met(local("2025-11-20T11:20")));

    assertThat(clock.remaining(local("2025-11-20T11:20"))).isEqualTo(Duration.ofMinutes(-20));
    assertThat(clock.remaining(local("2025-12-20T11:20"))).isEqualTo(Duration.ofMinutes(-20));
    assertThat(clock.isLate(local("2025-12-20T11:20"))).isTrue();
  }

  @Test
  @DisplayName("12: an escalation step is due in open time of the receiver's calendar; an urgent one is counted on a calendar that is always open")
  void escalatesInTheReceiversOpenTime() {
    WorkingCalendar receiver = workdays("New York", ZoneId.of("America/New_York"), "09:00-17:00").build();
    WorkingCalendar urgent = CaseCalendars.around("urgent", "America/New_York").build();
    Instant late = local("2025-11-21T18:00");

    assertThat(receiver.due(late, Target.parse("PT2H"))).isEqualTo(at("2025-11-21T14:00", receiver));
    assertThat(receiver.due(at("2025-11-21T16:00", receiver), Target.parse("PT2H"))).isEqualTo(at("2025-11-24T10:00", receiver));
    assertThat(urgent.due(at("2025-11-21T16:00", receiver), Target.parse("PT2H"))).isEqualTo(at("2025-11-21T18:00", receiver));
  }

  private Instant local(String text) {
    return at(text, calendar);
  }
}
