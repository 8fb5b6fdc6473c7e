package io.stile.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every row of pauses whose ends are planned, and brought forward if they end earlier, in open hours. */
class PausePropertyTest {

  /**
   * One pause: it begins some time after the last one, is planned for a while, and ends after a share of it.
   *
   * @param share 0 to 100 percent; 100 is as planned
   */
  record Pause(Duration after, Duration planned, int share) {

    Instant endOf(Instant begin) {
      return begin.plusMillis(planned.toMillis() * share / 100);
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void whatRemainedBeforeAPauseRemainsAfterIt(@ForAll("calendars") WorkingCalendar calendar, @ForAll("instants") Instant start,
      @ForAll("durations") Duration target, @ForAll("pauses") List<Pause> pauses) {
    List<ClockFact> facts = new ArrayList<>(List.of(new ClockFact.Started(start, new OpenHours(target), calendar)));
    Instant now = start;
    for (Pause pause : pauses) {
      Instant begin = now.plus(pause.after());
      Duration before = SlaClock.of(facts).remaining(begin);
      facts.add(new ClockFact.Paused(begin, "waiting"));
      Instant planned = begin.plus(pause.planned());
      SlaClock waiting = SlaClock.of(with(facts, new ClockFact.Resumed(planned)));
      now = pause.endOf(begin);

      assertThat(waiting.state(begin)).isEqualTo(pause.planned().isZero() ? ClockState.RUNNING : ClockState.PAUSED);
      assertThat(waiting.remaining(now)).isEqualTo(before);
      assertThat(waiting.remaining(planned)).isEqualTo(before);
      assertThat(waiting.runsOut()).contains(waiting.due());

      facts.add(new ClockFact.Resumed(now));
      SlaClock goesOn = SlaClock.of(facts);
      assertThat(goesOn.remaining(now)).isEqualTo(before);
      assertThat(goesOn.due()).isBeforeOrEqualTo(waiting.due());
      assertThat(goesOn.isLate(now)).isEqualTo(!goesOn.due().isAfter(now));
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void timeThatWasUsedAndTimeThatWasWaitedAddUpToOpenTime(@ForAll("calendars") WorkingCalendar calendar,
      @ForAll("instants") Instant start, @ForAll("durations") Duration target, @ForAll("pauses") List<Pause> pauses) {
    List<ClockFact> facts = new ArrayList<>(List.of(new ClockFact.Started(start, new OpenHours(target), calendar)));
    Instant now = start;
    for (Pause pause : pauses) {
      Instant begin = now.plus(pause.after());
      now = pause.endOf(begin);
      facts.add(new ClockFact.Paused(begin, "waiting"));
      facts.add(new ClockFact.Resumed(now));
    }
    SlaClock clock = SlaClock.of(facts);

    assertThat(clock.used(now).plus(clock.waited(now))).isEqualTo(calendar.openTime(start, now));
    assertThat(clock.used(clock.due())).isEqualTo(target);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void aPauseNeverMakesBusinessDaysDueEarlier(@ForAll("calendars") WorkingCalendar calendar, @ForAll("instants") Instant start,
      @ForAll("days") BusinessDays target, @ForAll("pauses") List<Pause> pauses) {
    List<ClockFact> facts = new ArrayList<>(List.of(new ClockFact.Started(start, target, calendar)));
    Instant now = start;
    for (Pause pause : pauses) {
      Instant due = SlaClock.of(facts).due();
      Instant begin = now.plus(pause.after());
      now = pause.endOf(begin);
      facts.add(new ClockFact.Paused(begin, "waiting"));
      facts.add(new ClockFact.Resumed(now));
      assertThat(SlaClock.of(facts).due()).isAfterOrEqualTo(due);
      if (!due.isAfter(begin)) {
        assertThat(SlaClock.of(facts).due()).as("what was late stays as late as it was").isEqualTo(due);
      }
    }
  }

  private static List<ClockFact> with(List<ClockFact> facts, ClockFact one) {
    List<ClockFact> all = new ArrayList<>(facts);
    all.add(one);
    return all;
  }

  @Provide
  static Arbitrary<WorkingCalendar> calendars() {
    return CalendarArbitraries.calendars();
  }

  @Provide
  static Arbitrary<Instant> instants() {
    return CalendarArbitraries.instants();
  }

  @Provide
  static Arbitrary<Duration> durations() {
    return CalendarArbitraries.durations();
  }

  @Provide
  static Arbitrary<BusinessDays> days() {
    return Combinators.combine(Arbitraries.integers().between(1, 20), Arbitraries.of(true, false)).as(BusinessDays::new);
  }

  @Provide
  static Arbitrary<List<Pause>> pauses() {
    Arbitrary<Duration> spans = Arbitraries.longs().between(0, Duration.ofDays(9).toMinutes()).map(Duration::ofMinutes);
    return Combinators.combine(spans, spans, Arbitraries.integers().between(0, 100)).as(Pause::new).list().ofMaxSize(5);
  }
}
