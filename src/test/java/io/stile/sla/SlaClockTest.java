package io.stile.sla;

import static io.stile.sla.CaseCalendars.at;
import static io.stile.sla.CaseCalendars.calendar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The clock of most tests, on a calendar that is open from 08:00 to 18:00:
 *
 * <pre>
 *   Thu 15:00 started, PT4H   Thu 16:00 paused   Fri 09:00 resumed   Fri 12:00 due
 * </pre>
 */
class SlaClockTest {

  private final WorkingCalendar calendar = calendar("Berlin Mon-Fri 08-18");
  private final ClockFact started = new ClockFact.Started(local("2025-11-20T15:00"), Target.parse("PT4H"), calendar);
  private final ClockFact paused = new ClockFact.Paused(local("2025-11-20T16:00"), "waiting for the customer");
  private final ClockFact resumed = new ClockFact.Resumed(local("2025-11-21T09:00"));
  private final SlaClock clock = SlaClock.of(started, paused, resumed);

  @Test
  void isDueOnceTheTargetHasBeenUsed() {
    assertThat(clock.due()).isEqualTo(local("2025-11-21T12:00"));
    assertThat(clock.runsOut()).contains(local("2025-11-21T12:00"));
  }

  @Test
  void knowsUsedAndRemainingTime() {
    assertThat(clock.used(local("2025-11-20T14:00"))).isZero();
    assertThat(clock.used(local("2025-11-20T23:00"))).isEqualTo(Duration.ofHours(1));
    assertThat(clock.used(local("2025-11-21T10:00"))).isEqualTo(Duration.ofHours(2));
    assertThat(clock.remaining(local("2025-11-20T14:00"))).isEqualTo(Duration.ofHours(4));
    assertThat(clock.remaining(local("2025-11-20T15:30"))).isEqualTo(Duration.ofMinutes(210));
    assertThat(clock.remaining(local("2025-11-20T23:00"))).isEqualTo(Duration.ofHours(3));
    assertThat(clock.remaining(local("2025-11-21T13:00"))).isEqualTo(Duration.ofHours(-1));
  }

  @Test
  void isLateFromTheDueInstantOn() {
    assertThat(clock.isLate(local("2025-11-21T12:00").minusMillis(1))).isFalse();
    assertThat(clock.isLate(local("2025-11-21T12:00"))).isTrue();
    assertThat(clock.remaining(local("2025-11-21T12:00"))).isZero();
  }

  @Test
  void isInOneStateAtATime() {
    SlaClock met = SlaClock.of(started, paused, resumed, new ClockFact.Met(local("2025-11-21T10:00")));

    assertThat(met.state(local("2025-11-20T14:59"))).isEqualTo(ClockState.NOT_STARTED);
    assertThat(met.state(local("2025-11-20T15:00"))).isEqualTo(ClockState.RUNNING);
    assertThat(met.state(local("2025-11-20T16:00"))).isEqualTo(ClockState.PAUSED);
    assertThat(met.state(local("2025-11-21T09:00"))).isEqualTo(ClockState.RUNNING);
    assertThat(met.state(local("2025-11-21T10:00"))).isEqualTo(ClockState.MET);
    assertThat(met.isLate(local("2025-12-01T10:00"))).isFalse();
    assertThat(met.remaining(local("2025-12-01T10:00"))).isEqualTo(Duration.ofHours(2));
    assertThat(met.runsOut()).isEmpty();
  }

  @Test
  void leavesItOpenWhenItRunsOutWhilePaused() {
    SlaClock waiting = SlaClock.of(started, paused);

    assertThat(waiting.runsOut()).isEmpty();
    assertThat(waiting.due()).isEqualTo(local("2025-11-21T09:00"));
    assertThat(waiting.isLate(local("2025-12-01T09:00"))).isFalse();
    assertThat(waiting.remaining(local("2025-12-01T09:00"))).isEqualTo(Duration.ofHours(3));
    assertThat(waiting.paused(local("2025-11-21T09:00"))).isEqualTo(Duration.ofHours(3));
  }

  @Test
  void staysLateWhenItIsPausedLate() {
    ClockFact late = new ClockFact.Paused(local("2025-11-21T10:00"), "too late to wait");
    SlaClock waiting = SlaClock.of(started, late, new ClockFact.Resumed(local("2025-11-21T16:00")));

    assertThat(waiting.due()).isEqualTo(local("2025-11-21T09:00"));
    assertThat(waiting.isLate(local("2025-11-21T12:00"))).isTrue();
    assertThat(waiting.remaining(local("2025-11-21T17:00"))).isEqualTo(Duration.ofHours(-2));
  }

  @Test
  void doesNotMoveBusinessDaysByAPauseAfterTheyAreDue() {
    SlaClock days = SlaClock.of(
        new ClockFact.Started(local("2025-11-20T10:00"), Target.parse("P1D"), calendar),
        new ClockFact.Paused(local("2025-11-21T12:00"), "too late to wait"), new ClockFact.Resumed(local("2025-11-21T16:00")));

    assertThat(days.due()).isEqualTo(local("2025-11-21T10:00"));
    assertThat(days.remaining(local("2025-11-21T17:00"))).isEqualTo(Duration.ofHours(-3));
  }

  @Test
  void warnsAtAShareOfTheTarget() {
    assertThat(clock.warnAt(75)).isEqualTo(local("2025-11-21T11:00"));
    assertThat(clock.warnAt(25)).isEqualTo(local("2025-11-20T16:00"));
    assertThat(clock.warnAt(100)).isEqualTo(clock.due());
    assertThatIllegalArgumentException().isThrownBy(() -> clock.warnAt(0)).withMessageContaining("not at 0");
    assertThatIllegalArgumentException().isThrownBy(() -> clock.warnAt(101)).withMessageContaining("not at 101");
  }

  @Test
  void warnsAtAShareOfTheOpenTimeOfBusinessDays() {
    SlaClock days = SlaClock.of(new ClockFact.Started(local("2025-11-20T08:00"), Target.parse("P2D"), calendar));

    assertThat(days.due()).isEqualTo(local("2025-11-24T08:00"));
    assertThat(days.warnAt(75)).isEqualTo(local("2025-11-21T13:00"));
    assertThat(days.warnAt(100)).isEqualTo(local("2025-11-21T18:00"));
  }

  @Test
  void warnsAtAShareOfThePromisedTime() {
    ClockFact promised = new ClockFact.Fixed(local("2025-11-20T10:00"), local("2025-11-20T14:00"), calendar);
    ClockFact renewed = new ClockFact.Fixed(local("2025-11-20T14:00"), local("2025-11-21T12:00"), calendar);

    assertThat(SlaClock.of(promised).warnAt(75)).isEqualTo(local("2025-11-20T13:00"));
    assertThat(SlaClock.of(promised, renewed).warnAt(50)).isEqualTo(local("2025-11-20T18:00"));
  }

  @Test
  void neverWarnsAfterADateThatLiesInClosedTime() {
    ClockFact sunday = new ClockFact.Fixed(local("2025-11-22T10:00"), local("2025-11-23T14:00"), calendar);

    assertThat(SlaClock.of(sunday).warnAt(75)).isEqualTo(local("2025-11-23T14:00"));
  }

  @Test
  void goesOnCountingAPromisedDateThatIsLate() {
    ClockFact promised = new ClockFact.Fixed(local("2025-11-20T10:00"), local("2025-11-20T14:00"), calendar);

    assertThat(SlaClock.of(promised, paused).remaining(local("2025-11-20T17:00"))).isEqualTo(Duration.ofHours(-3));
  }

  @Test
  void countsEachStretchOnTheCalendarThatHeldThen() {
    WorkingCalendar around = calendar("24/7 Berlin");
    SlaClock moved = SlaClock.of(
        new ClockFact.Started(local("2025-11-20T15:00"), Target.parse("PT8H"), calendar),
        new ClockFact.Changed(local("2025-11-20T20:00"), Target.parse("PT8H"), around));

    assertThat(moved.used(local("2025-11-20T20:00"))).isEqualTo(Duration.ofHours(3));
    assertThat(moved.due()).isEqualTo(local("2025-11-21T01:00"));
  }

  @Test
  void stepsBusinessDaysAnewAfterAChange() {
    SlaClock changed = SlaClock.of(started, new ClockFact.Changed(local("2025-11-20T16:00"), Target.parse("P2D"), calendar));

    assertThat(changed.due()).isEqualTo(local("2025-11-24T15:00"));
  }

  @Test
  void explainsPausesToo() {
    assertThat(clock.explain().orElseThrow().text()).containsExactly(
        "Thu 20 Nov 15:00 – 16:00 open, 1 h",
        "Thu 20 Nov 16:00 – Fri 21 Nov 09:00 paused: waiting for the customer",
        "Fri 21 Nov 09:00 – 12:00 open, 3 h");
  }

  @Test
  void explainsPausesOfBusinessDays() {
    SlaClock days = SlaClock.of(new ClockFact.Started(local("2025-11-20T15:00"), Target.parse("P1D"), calendar), paused, resumed);

    assertThat(days.explain().orElseThrow().text()).containsExactly(
        "Thu 20 Nov day of the start",
        "Fri 21 Nov business day 1",
        "Fri 21 Nov 15:00 – 18:00 paused: the time of the pauses is added");
  }

  @Test
  void refusesFactsThatCannotFollow() {
    refuses("at least one fact");
    refuses("NOT_STARTED cannot be Resumed", resumed);
    refuses("RUNNING cannot be Started", started, new ClockFact.Started(local("2025-11-21T15:00"), Target.parse("PT4H"), calendar));
    refuses("PAUSED cannot be Paused", started, paused, new ClockFact.Paused(local("2025-11-20T17:00"), "again"));
    refuses("RUNNING cannot be Resumed", started, resumed);
    refuses("MET cannot be Paused", started, new ClockFact.Met(local("2025-11-20T15:30")), paused);
    refuses("MET cannot be Met", started, new ClockFact.Met(local("2025-11-20T15:30")), new ClockFact.Met(local("2025-11-20T15:30")));
  }

  @Test
  void refusesFactsThatSayNothing() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ClockFact.Paused(local("2025-11-20T16:00"), " ")).withMessageContaining("reason");
    assertThatIllegalArgumentException().isThrownBy(() -> new ClockFact.Started(null, Target.parse("PT4H"), calendar)).withMessageContaining("at");
    Instant at = local("2025-11-20T16:00");
    assertThatIllegalArgumentException().isThrownBy(() -> new ClockFact.Fixed(at, at, calendar)).withMessageContaining("must lie after");
  }

  private static void refuses(String message, ClockFact... facts) {
    assertThatIllegalArgumentException().isThrownBy(() -> SlaClock.of(List.of(facts))).withMessageContaining(message);
  }

  private Instant local(String text) {
    return at(text, calendar("Berlin Mon-Fri 08-18"));
  }
}
