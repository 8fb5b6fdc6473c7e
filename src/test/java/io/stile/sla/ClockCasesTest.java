package io.stile.sla;

import static io.stile.sla.CaseCalendars.at;
import static io.stile.sla.CaseCalendars.calendar;
import static io.stile.sla.CaseCalendars.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Cases gathered from the test suites and issue threads of other systems: A is calendar arithmetic, B boundaries, time zones and changes of the
 * clock. A case keeps its id; one with several figures has several rows.
 */
@DisplayName("Clock cases A and B")
class ClockCasesTest {

  @ParameterizedTest(name = "{0}: {1}, {2} + {3} = {4}")
  @CsvSource(delimiter = '|', textBlock = """
      A-01 | Berlin Mon-Fri 08-18                   | 2013-03-21T09:30Z         | PT60M      | 2013-03-21T10:30Z
      A-01 | Berlin Mon-Fri 08-18                   | 2013-03-21T09:30Z         | PT120M     | 2013-03-21T11:30Z
      A-01 | Berlin Mon-Fri 08-18                   | 2013-03-21T09:30Z         | PT180M     | 2013-03-21T12:30Z
      A-05 | Berlin Mon-Fri 08-20, 2016-11-01       | 2016-11-07T13:26:36Z      | PT1200M    | 2016-11-09T09:26:36Z
      A-09 | Berlin Mon-Fri 08-21, yearly           | 2006-12-31T10:15          | PT11H      | 2007-01-02T19:00
      A-13 | Berlin Mon-Fri 08-21, yearly           | 2013-03-16T10:00          | PT14H1M    | 2013-03-19T09:01
      A-15 | Berlin Mon-Fri lunch, yearly           | 2015-12-22T16:24:49       | PT20H      | 2015-12-29T08:24:49
      A-17 | Mon 09-18                              | 2025-11-24T17:00          | PT3H       | 2025-12-01T11:00
      A-21 | Berlin Mon-Fri 10-18                   | 2025-11-22T15:00          | PT24H      | 2025-11-26T18:00
      A-21 | Berlin Mon-Fri 10-18                   | 2025-11-22T15:00          | PT72H      | 2025-12-04T18:00
      A-23 | Berlin Mon-Fri 10-18, Thu Fri holidays | 2025-11-20T15:00          | PT2H       | 2025-11-24T12:00
      A-25 | Berlin Mon-Fri 08-18                   | 2025-11-21T17:00          | PT4H       | 2025-11-24T11:00
      A-27 | six days                               | 2006-01-03T00:00          | PT0S       | 2006-01-03T10:00
      A-33 | 24/7 Berlin                            | 2025-11-24T23:30          | PT1H       | 2025-11-25T00:30
      B-03 | Berlin Mon-Fri 08-21, yearly           | 2007-10-26T18:12:23       | PT18H30M   | 2007-10-30T10:42:23
      B-05 | 24/7 Berlin, yearly                    | 2015-02-17T12:00          | PT2161H    | 2015-05-19T14:00
      B-07 | 24/7 Sao Paulo, yearly                 | 2015-10-17T22:00          | PT7H       | 2015-10-18T06:00
      B-09 | 24/7 Sydney                            | 2016-04-02T12:00          | PT41H      | 2016-04-04T04:00
      B-11 | Cape Verde Mon-Fri 08-21               | 2013-03-16T10:00+01:00    | PT1M       | 2013-03-18T10:01+01:00
      """)
  void addsOpenTime(String id, String calendarName, String from, Duration openTime, String expected) {
    WorkingCalendar calendar = calendar(calendarName);

    assertThat(calendar.plus(at(from, calendar), openTime)).isEqualTo(at(expected, calendar));
  }

  @ParameterizedTest(name = "{0}: {1}, {2} - {3} = {4}")
  @CsvSource(delimiter = '|', textBlock = """
      A-17 | Mon 09-18            | 2025-11-24T19:00 | PT3H | 2025-11-24T15:00
      A-19 | Berlin Mon-Fri 08-20 | 2018-11-19T10:00 | P7D  | 2018-11-08T10:00
      """)
  void goesBackByATarget(String id, String calendarName, String until, String target, String expected) {
    WorkingCalendar calendar = calendar(calendarName);

    assertThat(calendar.minus(at(until, calendar), Target.parse(target))).isEqualTo(at(expected, calendar));
  }

  @ParameterizedTest(name = "{0}: {1}, {2} until {3} = {4}")
  @CsvSource(delimiter = '|', textBlock = """
      A-07 | Berlin Mon-Fri 08-21, yearly | 2003-12-21T10:00    | 2003-12-31T10:00    | PT52H
      A-11 | Berlin Mon-Fri 08-21, yearly | 2010-01-28T22:00:02 | 2010-01-28T22:01:02 | PT0S
      A-27 | six days                     | 2006-01-01T00:00    | 2006-01-08T00:00    | PT39H30M
      A-27 | six days                     | 2006-01-08T00:00    | 2006-01-01T00:00    | PT0S
      """)
  void countsOpenTime(String id, String calendarName, String from, String until, Duration expected) {
    WorkingCalendar calendar = calendar(calendarName);

    assertThat(calendar.openTime(at(from, calendar), at(until, calendar))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}: {1}, {2} + {3} = {4}")
  @CsvSource(delimiter = '|', textBlock = """
      A-29 | six days | 2006-01-03T18:00 | P2D | 2006-01-06T09:00
      """)
  void stepsBusinessDays(String id, String calendarName, String from, String target, String expected) {
    WorkingCalendar calendar = calendar(calendarName);

    assertThat(calendar.due(at(from, calendar), Target.parse(target))).isEqualTo(at(expected, calendar));
  }

  @Test
  @DisplayName("A-01: the next escalation is that of the earliest clock that is not met")
  void findsTheNextEscalation() {
    WorkingCalendar calendar = calendar("Berlin Mon-Fri 08-18");
    Instant created = Instant.parse("2013-03-21T09:30:00Z");
    SlaClock first = SlaClock.of(started(created, "PT60M", calendar), new ClockFact.Met(Instant.parse("2013-03-21T10:00:00Z")));
    SlaClock second = SlaClock.of(started(created, "PT120M", calendar));
    SlaClock third = SlaClock.of(started(created, "PT180M", calendar));

    Optional<Instant> next = Stream.of(third, second, first).flatMap(clock -> clock.runsOut().stream()).min(Instant::compareTo);

    assertThat(next).contains(Instant.parse("2013-03-21T11:30:00Z"));
  }

  @Test
  @DisplayName("A-03: closed half an hour late, 210 minutes are used, -30 remain, and nothing runs out any more")
  void measuresWhatWasClosedLate() {
    SlaClock clock = SlaClock.of(
        started(Instant.parse("2013-03-21T09:30:00Z"), "PT180M", calendar("Berlin Mon-Fri 08-18")), new ClockFact.Met(Instant.parse("2013-03-21T13:00:00Z")));
    Instant later = Instant.parse("2013-03-25T09:00:00Z");

    assertThat(clock.used(later)).isEqualTo(Duration.ofMinutes(210));
    assertThat(clock.remaining(later)).isEqualTo(Duration.ofMinutes(-30));
    assertThat(clock.runsOut()).isEmpty();
  }

  @Test
  @DisplayName("A-31: switched to another calendar, the due instant may go backwards")
  void goesBackwardsWhenTheCalendarIsSwitched() {
    Instant created = Instant.parse("2007-01-01T00:00:00Z");
    ClockFact.Started started = started(created, "PT60M", calendar("Sunday only"));

    assertThat(SlaClock.of(started).due()).isEqualTo(Instant.parse("2007-01-07T10:00:00Z"));
    assertThat(SlaClock.of(started, new ClockFact.Changed(created, Target.parse("PT60M"), calendar("Monday only"))).due())
        .isEqualTo(Instant.parse("2007-01-01T10:00:00Z"));
  }

  @Test
  @DisplayName("A-33: what is entered as 00:00 to 23:59 is closed for that minute; 24:00 is the way to say it")
  void takesAMissingMinuteAtItsWord() {
    WorkingCalendar typed = WorkingCalendar.named("typed", CaseCalendars.BERLIN).open(CaseCalendars.DAILY, span("00:00-23:59")).build();

    assertThat(typed.plus(at("2025-11-24T23:30", typed), Duration.ofHours(1))).isEqualTo(at("2025-11-25T00:31", typed));
    assertThat(span("00:00-24:00")).isEqualTo(OpenSpan.ALL_DAY);
  }

  @Test
  @DisplayName("A-35: eight business days with Ascension Day, and a pause of 3 h 31 min, end within opening hours")
  void addsAPauseToBusinessDays() {
    WorkingCalendar calendar = calendar("Berlin Mon-Fri 08-18, 2021-05-13");
    SlaClock clock = SlaClock.of(
        started(at("2021-05-10T08:00", calendar), "P8D", calendar),
        new ClockFact.Paused(at("2021-05-11T10:00", calendar), "waiting for the customer"),
        new ClockFact.Resumed(at("2021-05-11T13:31", calendar)));

    assertThat(clock.due()).isEqualTo(at("2021-05-21T11:31", calendar));
  }

  @Test
  @DisplayName("A-37: a yearly holiday closes every year, a closure closes once, and one without a date is refused")
  void tellsYearlyHolidaysFromClosures() {
    WorkingCalendar calendar = WorkingCalendar.named("daily", CaseCalendars.BERLIN).open(CaseCalendars.DAILY, span("08:00-20:00"))
        .holidays(CaseCalendars.yearly()).closed(LocalDate.of(2019, 7, 12), "summer closure").build();

    assertThat(calendar.isOpen(at("2020-05-01T12:00", calendar))).isFalse();
    assertThat(calendar.isOpen(at("2019-07-12T12:00", calendar))).isFalse();
    assertThat(calendar.isOpen(at("2020-07-12T12:00", calendar))).isTrue();
    WorkingCalendarBuilder builder = WorkingCalendar.named("daily", CaseCalendars.BERLIN);
    assertThatIllegalArgumentException().isThrownBy(() -> builder.closed(null, "summer closure")).withMessageContaining("closed date");
  }

  @Test
  @DisplayName("B-01: what runs out at closing is due at that closing, not at the next opening")
  void isDueAtClosingAfterAPause() {
    SlaClock clock = SlaClock.of(
        started(Instant.parse("2013-06-04T09:00:00Z"), "PT120M", calendar("Berlin daily 09-18")),
        new ClockFact.Paused(Instant.parse("2013-06-04T10:00:00Z"), "pending"),
        new ClockFact.Resumed(Instant.parse("2013-06-04T15:00:00Z")));

    assertThat(clock.due()).isEqualTo(Instant.parse("2013-06-04T16:00:00Z"));
  }

  @Test
  @DisplayName("B-03: the end of summer time, as a number of seconds")
  void agreesWithTheEpoch() {
    WorkingCalendar calendar = calendar("Berlin Mon-Fri 08-21, yearly");

    assertThat(calendar.plus(at("2007-10-26T18:12:23", calendar), Duration.ofMinutes(1110)).getEpochSecond()).isEqualTo(1193737343L);
  }

  @Test
  @DisplayName("B-13: a span that begins in the hour that is skipped begins when that hour is over")
  void movesASpanOutOfTheGap() {
    WorkingCalendar calendar =
        WorkingCalendar.named("LA", ZoneId.of("America/Los_Angeles")).open(DayOfWeek.SUNDAY, span("02:30-10:00")).build();

    assertThat(calendar.opensNext(at("2014-03-09T00:00", calendar))).contains(Instant.parse("2014-03-09T10:30:00Z"));
    assertThat(at("2014-03-09T03:30", calendar)).isEqualTo(Instant.parse("2014-03-09T10:30:00Z"));
  }

  @Test
  @DisplayName("B-15: 24:00 before a midnight that does not exist is 01:00 of the next day")
  void endsTheDayWhereMidnightIsSkipped() {
    WorkingCalendar calendar =
        WorkingCalendar.named("Sao Paulo", ZoneId.of("America/Sao_Paulo")).open(DayOfWeek.SATURDAY, span("09:00-24:00")).build();

    assertThat(calendar.closesNext(at("2015-10-17T12:00", calendar))).contains(at("2015-10-18T01:00", calendar));
    assertThat(calendar.openTime(at("2015-10-17T00:00", calendar), at("2015-10-19T00:00", calendar))).isEqualTo(Duration.ofHours(15));
  }

  @Test
  @DisplayName("B-17: a time over midnight is split at midnight in the calendar's zone; five days give six pieces")
  void splitsAtMidnight() {
    WorkingCalendar calendar = calendar("24/7 Berlin");
    Instant from = at("2025-11-24T23:45", calendar);

    assertThat(calendar.periods(from, at("2025-11-25T00:45", calendar))).isEqualTo(List.of(
        new Period(from, at("2025-11-25T00:00", calendar)), new Period(at("2025-11-25T00:00", calendar), at("2025-11-25T00:45", calendar))));
    assertThat(calendar.periods(from, from.plus(Duration.ofDays(5)))).hasSize(6);
  }

  private static ClockFact.Started started(Instant at, String target, WorkingCalendar calendar) {
    return new ClockFact.Started(at, Target.parse(target), calendar);
  }
}
