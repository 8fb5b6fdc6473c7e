package io.stile.sla;

import static io.stile.sla.CaseCalendars.at;
import static io.stile.sla.CaseCalendars.calendar;
import static io.stile.sla.CaseCalendars.span;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Cases of pause and change (C, D) and of steps before and after the due instant (F), as far as they are arithmetic. */
@DisplayName("Clock cases C, D and F")
class ClockFactCasesTest {

  private static final Target TWO_HOURS = Target.parse("PT120M");

  private final WorkingCalendar daily = calendar("Berlin daily 09-18");
  private final WorkingCalendar workdays = calendar("Berlin Mon-Fri 08-18");
  private final WorkingCalendar lateMonday = WorkingCalendar.named("late Monday", CaseCalendars.BERLIN)
      .open(DayOfWeek.MONDAY, span("10:30-19:00"))
      .open(EnumSet.range(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY), span("08:30-19:00"))
      .build();

  @Test
  @DisplayName("C-01: neither a pause nor the time from closed to opened again counts")
  void leavesOutPauseAndClosedTime() {
    SlaClock clock = SlaClock.of(
        new ClockFact.Started(z("09:00"), TWO_HOURS, daily), new ClockFact.Paused(z("09:30"), "pending"), new ClockFact.Resumed(z("09:45")),
        new ClockFact.Met(z("10:00")), new ClockFact.Resumed(z("10:30")));

    assertThat(clock.due()).isEqualTo(z("11:45"));
    assertThat(clock.paused(z("12:00"))).isEqualTo(Duration.ofMinutes(45));
  }

  @Test
  @DisplayName("C-03: created in pause and closed in pause, nothing is used")
  void usesNothingInAPause() {
    SlaClock clock =
        SlaClock.of(new ClockFact.Started(z("09:00"), TWO_HOURS, daily), new ClockFact.Paused(z("09:00"), "pending"), new ClockFact.Met(z("12:00")));

    assertThat(clock.used(z("13:00"))).isZero();
    assertThat(clock.isLate(z("13:00"))).isFalse();
  }

  @Test
  @DisplayName("C-05: only the two half hours in which it was open count")
  void countsBetweenPauses() {
    SlaClock clock = SlaClock.of(
        new ClockFact.Started(z("09:00"), TWO_HOURS, daily), new ClockFact.Paused(z("09:00"), "pending"), new ClockFact.Resumed(z("10:30")),
        new ClockFact.Paused(z("11:00"), "pending"), new ClockFact.Resumed(z("11:30")), new ClockFact.Met(z("12:00")));

    assertThat(clock.used(z("12:00"))).isEqualTo(Duration.ofMinutes(60));
  }

  @Test
  @DisplayName("C-07: pauses over several days are counted in open time")
  void countsPausesInOpenTime() {
    SlaClock clock = SlaClock.of(
        new ClockFact.Started(local("2034-06-05T10:00"), Target.parse("PT4H"), lateMonday),
        new ClockFact.Paused(local("2034-06-05T11:00"), "pending"), new ClockFact.Resumed(local("2034-06-07T09:30")),
        new ClockFact.Paused(local("2034-06-07T10:00"), "pending"), new ClockFact.Resumed(local("2034-06-08T09:00")));

    assertThat(clock.due()).isEqualTo(local("2034-06-08T12:00"));
    assertThat(clock.paused(clock.due())).isEqualTo(Duration.ofSeconds(104_400));
  }

  @Test
  @DisplayName("C-09: a weekend spent waiting adds nothing")
  void addsNoWeekend() {
    SlaClock clock = SlaClock.of(
        new ClockFact.Started(local("2025-11-21T10:00"), Target.parse("P1D"), workdays),
        new ClockFact.Paused(local("2025-11-21T18:00"), "pending"), new ClockFact.Resumed(local("2025-11-24T08:00")));

    assertThat(clock.due()).isEqualTo(local("2025-11-24T10:00"));
  }

  @Test
  @DisplayName("C-11: 160 minutes on hold over a holiday and a weekend, 50 minutes of work")
  void measuresHoldAndWork() {
    WorkingCalendar calendar = calendar("Berlin Mon-Fri 10-18, Thu Fri holidays");
    SlaClock clock = SlaClock.of(
        new ClockFact.Started(local("2025-11-19T17:30"), Target.parse("PT4H"), calendar),
        new ClockFact.Paused(local("2025-11-19T17:50"), "hold"), new ClockFact.Resumed(local("2025-11-24T12:30")),
        new ClockFact.Met(local("2025-11-24T13:00")));

    assertThat(clock.paused(local("2025-11-25T13:00"))).isEqualTo(Duration.ofMinutes(160));
    assertThat(clock.used(local("2025-11-25T13:00"))).isEqualTo(Duration.ofMinutes(50));
  }

  @Test
  @DisplayName("C-13: a pause counts once, also if the start lies on a day off")
  void countsAPauseOnce() {
    SlaClock clock = SlaClock.of(
        new ClockFact.Started(local("2025-11-22T12:00"), Target.parse("PT4H"), workdays),
        new ClockFact.Paused(local("2025-11-22T13:00"), "hold"), new ClockFact.Resumed(local("2025-11-24T09:00")));

    assertThat(clock.due()).isEqualTo(local("2025-11-24T13:00"));
  }

  @Test
  @DisplayName("C-17: the time from done to opened again is not shown as time in which it waited")
  void doesNotWaitWhileItIsDone() {
    SlaClock clock = SlaClock.of(
        new ClockFact.Started(z("09:00"), TWO_HOURS, daily), new ClockFact.Paused(z("09:30"), "pending"), new ClockFact.Resumed(z("09:45")),
        new ClockFact.Met(z("10:00")), new ClockFact.Resumed(z("10:30")));

    assertThat(clock.waited(z("11:00"))).isEqualTo(Duration.ofMinutes(15));
    assertThat(clock.waited(z("09:40"))).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  @DisplayName("C-21: a pause that was planned longer than until the customer's answer ends with the answer")
  void endsAPauseWithTheAnswer() {
    ClockFact started = new ClockFact.Started(z("09:00"), TWO_HOURS, daily);
    ClockFact paused = new ClockFact.Paused(z("09:30"), "waiting for the customer");
    SlaClock planned = SlaClock.of(started, paused, new ClockFact.Resumed(z("14:00")));
    SlaClock answered = SlaClock.of(started, paused, new ClockFact.Resumed(z("10:00")));

    assertThat(planned.due()).isEqualTo(z("15:30"));
    assertThat(planned.state(z("10:00"))).isEqualTo(ClockState.PAUSED);
    assertThat(planned.remaining(z("10:00"))).isEqualTo(Duration.ofMinutes(90));
    assertThat(answered.due()).isEqualTo(z("11:30"));
    assertThat(answered.waited(z("12:00"))).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  @DisplayName("C-25: facts that are recorded late and out of order give the same clock")
  void sortsWhatIsRecordedLate() {
    ClockFact started = new ClockFact.Started(z("09:00"), TWO_HOURS, daily);
    ClockFact paused = new ClockFact.Paused(z("09:30"), "pending");
    ClockFact resumed = new ClockFact.Resumed(z("10:00"));

    assertThat(SlaClock.of(paused, resumed, started).due()).isEqualTo(z("11:30"));
  }

  @Test
  @DisplayName("D-01: used and waiting time are carried into the new target")
  void carriesWhatWasUsed() {
    SlaClock clock = SlaClock.of(
        new ClockFact.Started(z("09:00"), Target.parse("PT8H"), daily), new ClockFact.Paused(z("09:30"), "pending"),
        new ClockFact.Resumed(z("11:00")), new ClockFact.Changed(z("12:00"), TWO_HOURS, daily));

    assertThat(clock.due()).isEqualTo(z("12:30"));
  }

  @Test
  @DisplayName("D-07: a late clock whose target is changed so that it is due later is late no more")
  void isNoLongerLateAfterAChange() {
    SlaClock clock = SlaClock.of(
        new ClockFact.Started(z("09:00"), Target.parse("PT1H"), daily), new ClockFact.Changed(z("11:00"), Target.parse("PT4H"), daily));

    assertThat(clock.isLate(z("10:30"))).isTrue();
    assertThat(clock.isLate(z("11:00"))).isFalse();
    assertThat(clock.due()).isEqualTo(z("13:00"));
  }

  @Test
  @DisplayName("D-11: a date given by hand stays as given, pause or not")
  void keepsADateGivenByHand() {
    SlaClock clock = SlaClock.of(
        new ClockFact.Started(z("09:00"), TWO_HOURS, daily), new ClockFact.Fixed(z("09:10"), z("15:00"), daily),
        new ClockFact.Paused(z("10:00"), "pending"), new ClockFact.Resumed(z("10:05")));

    assertThat(clock.due()).isEqualTo(z("15:00"));
    assertThat(clock.explain()).isEmpty();
  }

  @Test
  @DisplayName("D-13: resolved after 30 minutes stays 30 minutes the day after")
  void freezesUsedTime() {
    SlaClock clock = SlaClock.of(new ClockFact.Started(z("09:00"), TWO_HOURS, daily), new ClockFact.Met(z("09:30")));

    assertThat(clock.used(z("09:30").plus(Duration.ofDays(1)))).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  @DisplayName("F-01: a step one open hour before the due instant")
  void stepsAnHourBefore() {
    Instant due = workdays.due(local("2025-11-24T17:00"), Target.parse("PT4H"));

    assertThat(due).isEqualTo(local("2025-11-25T11:00"));
    assertThat(workdays.minus(due, Duration.ofHours(1))).isEqualTo(local("2025-11-25T10:00"));
  }

  @Test
  @DisplayName("F-03: a step eight open hours before a due instant in the morning")
  void stepsIntoTheDayBefore() {
    assertThat(lateMonday.minus(local("2034-06-09T08:46:12"), Duration.ofHours(8))).isEqualTo(local("2034-06-08T11:16:12"));
  }

  @Test
  @DisplayName("F-05: a step three business days after the due instant keeps the time of day")
  void stepsDaysAfter() {
    assertThat(lateMonday.due(local("2034-06-08T12:00"), Target.parse("P3D"))).isEqualTo(local("2034-06-13T12:00"));
  }

  private Instant local(String text) {
    return at(text, workdays);
  }

  private static Instant z(String time) {
    return Instant.parse("2013-06-04T" + time + ":00Z");
  }
}
