package io.stile.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A target being measured: a pure function of facts and calendar, which can be computed anew at any time and gives the same answer.
 *
 * <p>{@link #due()}, {@link #runsOut()}, {@link #warnAt} and {@link #explain()} know every fact. What is asked about an instant is answered with the
 * facts up to and including that instant, as somebody would have seen it then.
 *
 * <p>All amounts are open time of the calendar that held when it was counted; pauses are counted in open time, too, so that a weekend spent waiting
 * adds nothing. Exact; not rounded.
 */
public final class SlaClock {

  private final List<ClockFact> facts;
  private final Timeline timeline;

  private SlaClock(List<ClockFact> facts) {
    this.facts = facts;
    this.timeline = new Timeline(facts);
  }

  /**
   * @param facts in any order; those of one instant follow each other as they stand in the list
   * @throws IllegalArgumentException if there is none, the first neither starts the clock nor fixes its date, or one cannot follow those before it,
   *     such as a second pause, or a change of target after a promised date
   */
  public static SlaClock of(List<ClockFact> facts) {
    List<ClockFact> sorted = Require.given(facts, "facts").stream().sorted(Comparator.comparing(ClockFact::at)).toList();
    if (sorted.isEmpty()) {
      throw new IllegalArgumentException("A clock needs at least one fact, Started or Fixed, but there is none");
    }
    return new SlaClock(sorted);
  }

  /** As {@link #of(List)}. */
  public static SlaClock of(ClockFact... facts) {
    return of(List.of(facts));
  }

  /** The facts, in order of time. */
  public List<ClockFact> facts() {
    return facts;
  }

  /**
   * The earliest instant at which the target has run out. While the clock stands still this is the earliest possible one, as if it went on from its
   * last fact; see {@link #runsOut()}. A change of target can put it before the change.
   */
  public Instant due() {
    return new DueDate(timeline).due();
  }

  /** When a timer has to fire: the due instant, or empty once it is met, and while a pause leaves it open (no pause leaves a promised date open). */
  public Optional<Instant> runsOut() {
    boolean open = timeline.state() == ClockState.RUNNING || timeline.state() == ClockState.PAUSED && isPromised(timeline);
    return open ? Optional.of(due()) : Optional.empty();
  }

  /** Open time counted up to an instant; zero before the start, frozen once met. */
  public Duration used(Instant at) {
    return timeline.openTimeBefore(Require.given(at, "at"), true);
  }

  /** Open time up to an instant in which the clock stood still: pauses, and the time from done to opened again. Zero once met for good. */
  public Duration paused(Instant at) {
    Timeline known = knownAt(at);
    Duration stood = known.openTimeBefore(at, false);
    return known.state() == ClockState.MET ? stood.minus(known.last().openTimeBefore(at)) : stood;
  }

  /** Open time up to an instant in which it was paused. What was done and is opened again did not wait meanwhile: that time is not in it. */
  public Duration waited(Instant at) {
    return timeline.openTimeBefore(Require.given(at, "at"), Stretch::isPause);
  }

  /**
   * Open time from an instant until it runs out; negative if late. It stands still while the clock does, and is frozen once met. Before the start it
   * is what remains at the start.
   */
  public Duration remaining(Instant at) {
    Timeline known = knownAt(at);
    if (known.state() == ClockState.NOT_STARTED) {
      return remaining(timeline.start());
    }
    Instant due = new DueDate(known).due();
    Instant measured = measured(known, at);
    if (measured.isBefore(due)) {
      return known.calendar().openTime(measured, due);
    }
    // Pauses after the due instant make nothing later, except a promised date, which stands whatever happens.
    Duration late = isPromised(known)
        ? known.calendar().openTime(due, measured)
        : known.openTimeBefore(measured, true).minus(known.openTimeBefore(due, true));
    return late.negated();
  }

  /** Whether it has run out: from the due instant on, inclusive. Once met, whether it had run out when it was met. */
  public boolean isLate(Instant at) {
    Timeline known = knownAt(at);
    return known.state() != ClockState.NOT_STARTED && !measured(known, at).isBefore(new DueDate(known).due());
  }

  /**
   * The earliest instant by which so much of the time has been used, to the millisecond; never after {@link #due()}. Of a promised date, so much of
   * the open time between giving it and keeping it.
   *
   * @param percent 1 to 100
   */
  public Instant warnAt(int percent) {
    if (percent < 1 || percent > 100) {
      throw new IllegalArgumentException("A warning is given at 1 to 100 percent, not at " + percent);
    }
    return new DueDate(timeline).share(percent);
  }

  /** What the clock does at an instant. */
  public ClockState state(Instant at) {
    return knownAt(at).state();
  }

  /** Why it is due when it is due, pauses included; empty if a person gave the date. */
  public Optional<Explanation> explain() {
    return new DueDate(timeline).explain();
  }

  private Timeline knownAt(Instant at) {
    Require.given(at, "at");
    return new Timeline(facts.stream().filter(fact -> !fact.at().isAfter(at)).toList());
  }

  /** The instant to be compared with the due instant: the last fact while it stands still, because open time goes by without being used. */
  private static Instant measured(Timeline known, Instant at) {
    boolean frozen = known.state() == ClockState.MET || known.state() == ClockState.PAUSED && !isPromised(known);
    return frozen ? known.last().from() : at;
  }

  private static boolean isPromised(Timeline timeline) {
    return timeline.goal() instanceof ClockFact.Fixed;
  }
}
