package io.stile.sla;

import java.time.Instant;

/** Something that happened to a clock, and when. A clock is nothing but the list of its facts. */
public sealed interface ClockFact {

  /** When it happened; a clock counts open time from this instant on, inclusive. */
  Instant at();

  /** Counting began, towards a target, on a calendar. */
  record Started(Instant at, Target target, WorkingCalendar calendar) implements ClockFact {

    public Started {
      Require.given(at, "at");
      Require.given(target, "target");
      Require.given(calendar, "calendar");
    }
  }

  /** Counting stopped for a reason; the open time until it is resumed does not count, and moves the due instant. */
  record Paused(Instant at, String reason) implements ClockFact {

    public Paused {
      Require.given(at, "at");
      Require.text(reason, "reason of the pause");
    }
  }

  /** Counting goes on: after a pause, or because what was met has been opened again. The time in between is not counted. */
  record Resumed(Instant at) implements ClockFact {

    public Resumed {
      Require.given(at, "at");
    }
  }

  /**
   * Another target or calendar holds from now on. The open time that was used before is carried over as it was counted then; business days are
   * stepped anew from the start, on the new calendar.
   */
  record Changed(Instant at, Target target, WorkingCalendar calendar) implements ClockFact {

    public Changed {
      Require.given(at, "at");
      Require.given(target, "target");
      Require.given(calendar, "calendar");
    }
  }

  /**
   * A person gave a date: it is due at that instant, whatever the target was. No pause moves it; only another {@code Fixed} does. It may be the
   * first fact of a clock, and then starts it.
   *
   * @param calendar where its open time is counted, for what is used and what remains
   */
  record Fixed(Instant at, Instant due, WorkingCalendar calendar) implements ClockFact {

    public Fixed {
      Require.given(at, "at");
      Require.given(due, "due");
      Require.given(calendar, "calendar");
      if (!due.isAfter(at)) {
        throw new IllegalArgumentException("A promised date must lie after the instant at which it is given, but " + due + " was given at " + at);
      }
    }
  }

  /** What was to be done is done. Used time and lateness are frozen at this instant. */
  record Met(Instant at) implements ClockFact {

    public Met {
      Require.given(at, "at");
    }
  }
}
