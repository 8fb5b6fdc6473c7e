package io.stile.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The facts of a clock, read in order: the stretches of time between them, and where the last of them has left the clock. */
final class Timeline {

  private static final String MET = "done until opened again";

  private final List<Stretch> stretches = new ArrayList<>();
  private ClockState state = ClockState.NOT_STARTED;
  private ClockFact goal;
  private WorkingCalendar calendar;
  private String standsFor = "";

  /**
   * @param facts in order of time
   * @throws IllegalArgumentException if a fact cannot follow those before it
   */
  Timeline(List<ClockFact> facts) {
    facts.forEach(this::read);
  }

  List<Stretch> stretches() {
    return stretches;
  }

  ClockState state() {
    return state;
  }

  /** What holds now: {@code Started}, {@code Changed} or {@code Fixed}. */
  ClockFact goal() {
    return goal;
  }

  WorkingCalendar calendar() {
    return calendar;
  }

  Instant start() {
    return stretches.get(0).from();
  }

  /** The stretch that goes on. */
  Stretch last() {
    return stretches.get(stretches.size() - 1);
  }

  /** Open time of the stretches that count, or of those that do not, before an instant. */
  Duration openTimeBefore(Instant end, boolean counting) {
    return openTimeBefore(end, stretch -> stretch.counts() == counting);
  }

  /** Open time of some of the stretches before an instant. */
  Duration openTimeBefore(Instant end, Predicate<Stretch> which) {
    return stretches.stream()
        .filter(which)
        .map(stretch -> stretch.openTimeBefore(end))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** The earliest instant by which so much time has been used; if the clock stands still before that, as if it went on from its last fact. */
  Instant reaches(Duration amount) {
    Duration left = amount;
    for (Stretch stretch : stretches) {
      if (stretch.isEndless()) {
        break;
      }
      if (stretch.counts()) {
        Duration open = stretch.openTimeBefore(stretch.until());
        if (left.compareTo(open) <= 0) {
          return stretch.calendar().plus(stretch.from(), left);
        }
        left = left.minus(open);
      }
    }
    return calendar.plus(last().from(), left);
  }

  private void read(ClockFact fact) {
    ClockState next = next(fact);
    if (fact instanceof ClockFact.Started started) {
      aim(fact, started.calendar());
    } else if (fact instanceof ClockFact.Changed changed) {
      aim(fact, changed.calendar());
    } else if (fact instanceof ClockFact.Fixed fixed) {
      aim(fact, fixed.calendar());
    }
    if (next != state) {
      standsFor = next == ClockState.MET ? MET : fact instanceof ClockFact.Paused paused ? paused.reason() : "";
      state = next;
    }
    if (!stretches.isEmpty()) {
      stretches.set(stretches.size() - 1, last().endingAt(fact.at()));
    }
    stretches.add(new Stretch(fact.at(), Instant.MAX, calendar, state, standsFor));
  }

  private void aim(ClockFact at, WorkingCalendar on) {
    goal = at;
    calendar = on;
  }

  private ClockState next(ClockFact fact) {
    boolean alive = state == ClockState.RUNNING || state == ClockState.PAUSED;
    if (fact instanceof ClockFact.Started && state == ClockState.NOT_STARTED) {
      return ClockState.RUNNING;
    }
    if (fact instanceof ClockFact.Fixed && state != ClockState.MET) {
      return alive ? state : ClockState.RUNNING;
    }
    if (fact instanceof ClockFact.Paused && state == ClockState.RUNNING) {
      return ClockState.PAUSED;
    }
    if (fact instanceof ClockFact.Resumed && (state == ClockState.PAUSED || state == ClockState.MET)) {
      return ClockState.RUNNING;
    }
    if (fact instanceof ClockFact.Changed && alive && !(goal instanceof ClockFact.Fixed)) {
      return state;
    }
    if (fact instanceof ClockFact.Met && alive) {
      return ClockState.MET;
    }
    String promised = goal instanceof ClockFact.Fixed && alive ? " and has a promised date" : "";
    throw new IllegalArgumentException("A clock that is " + state + promised + " cannot be " + fact.getClass().getSimpleName() + " at " + fact.at());
  }
}
