package io.stile.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * When a department works: the spans of each weekday, in one time zone, less holidays and closures, plus days that are open by exception.
 *
 * <p>A target of 8 open hours on a calendar that is open Monday to Friday from 08:00 to 18:00, started on Friday at 17:00, is due on Monday at
 * 15:00. Open time is real elapsed time, so the night in which the clock is changed has an hour more or less; results are exact, never rounded.
 * Immutable, and safe for use by several threads.
 *
 * <p>The rules, with worked examples: {@code docs/sla.md}.
 */
public final class WorkingCalendar {

  private final String name;
  private final Schedule schedule;
  private final OpenTime openTime;
  private final DayCount dayCount;
  private final Explainer explainer;

  WorkingCalendar(String name, Schedule schedule) {
    this.name = name;
    this.schedule = schedule;
    this.openTime = new OpenTime(schedule);
    this.dayCount = new DayCount(schedule, openTime);
    this.explainer = new Explainer(schedule, openTime);
  }

  /** Begins to describe a calendar, in which nothing is open yet. */
  public static WorkingCalendarBuilder named(String name, ZoneId zone) {
    return new WorkingCalendarBuilder(name, zone);
  }

  /** The name, as it stands in error messages. */
  public String name() {
    return name;
  }

  /** The zone in which the opening times are meant. */
  public ZoneId zone() {
    return schedule.zone();
  }

  /** Whether it is open at an instant; at the instant of closing it no longer is. */
  public boolean isOpen(Instant at) {
    return openTime.at(Require.given(at, "at")).isPresent();
  }

  /** The first open instant at or after this one: itself if open. Empty if nothing opens within ten years. */
  public Optional<Instant> opensNext(Instant at) {
    return openTime.next(Require.given(at, "at"));
  }

  /** When it closes again; spans that touch count as one. Empty if it is closed at the instant, or does not close within ten years. */
  public Optional<Instant> closesNext(Instant at) {
    return openTime.end(Require.given(at, "at"));
  }

  /**
   * The open time in an interval; zero if {@code until} is not after {@code from}.
   *
   * @throws IllegalArgumentException if the interval is longer than a hundred years
   */
  public Duration openTime(Instant from, Instant until) {
    return openTime.between(from, until);
  }

  /**
   * The earliest instant at which a target has run out that starts at {@code from}. One that runs out exactly at closing is due at that closing,
   * not at the next opening.
   *
   * @throws IllegalStateException if the calendar does not open often enough: nothing for ten years
   */
  public Instant due(Instant from, Target target) {
    Require.given(from, "from");
    if (Require.given(target, "target") instanceof BusinessDays days) {
      return dayCount.after(from, days).orElseThrow(() -> neverOpens("after " + from));
    }
    return plus(from, ((OpenHours) target).duration());
  }

  /**
   * The earliest instant by which so much open time has passed since {@code from}; with zero, the first open instant at or after it.
   *
   * @param openTime zero to ten years
   * @throws IllegalStateException if nothing opens for ten years
   */
  public Instant plus(Instant from, Duration openTime) {
    return this.openTime.after(Require.given(from, "from"), openTime).orElseThrow(() -> neverOpens("after " + from));
  }

  /**
   * The latest instant from which so much open time passes until {@code until}; with zero, {@code until} itself in open time and at closing,
   * otherwise the closing before it. Undoes {@link #plus} for every open instant.
   *
   * @param openTime zero to ten years
   * @throws IllegalStateException if nothing was open for ten years
   */
  public Instant minus(Instant until, Duration openTime) {
    return this.openTime.before(Require.given(until, "until"), openTime).orElseThrow(() -> neverOpens("before " + until));
  }

  /**
   * The instant that lies a whole target before {@code until}. With business days it keeps the time of day; what is outside open time moves to the
   * closing before it.
   *
   * @throws IllegalArgumentException for days that run by the end of the day, which are counted forwards only
   * @throws IllegalStateException if nothing was open for ten years
   */
  public Instant minus(Instant until, Target target) {
    Require.given(until, "until");
    if (Require.given(target, "target") instanceof BusinessDays days) {
      if (days.byEndOfDay()) {
        throw new IllegalArgumentException("Days that run by the end of the day are counted forwards only, but were '" + days + "' before " + until);
      }
      return dayCount.before(until, days.days()).orElseThrow(() -> neverOpens("before " + until));
    }
    return minus(until, ((OpenHours) target).duration());
  }

  /**
   * Why a target is due when it is due: what was counted, and what was skipped, by name.
   *
   * @throws IllegalStateException as {@link #due} does
   */
  public Explanation explain(Instant from, Target target) {
    Instant due = due(from, target);
    List<Explanation.Line> lines = target instanceof BusinessDays days ? explainer.days(from, days, due) : explainer.hours(from, due);
    return new Explanation(from, target, due, zone(), Explainer.compact(lines));
  }

  /** What it says of a date: when it is open then, and if it is not, why. */
  public CalendarDay day(LocalDate date) {
    return schedule.day(Require.given(date, "date"));
  }

  /** The last closing of the date to which an instant in open time, or at closing, belongs. */
  Instant endOfDay(Instant at) {
    return dayCount.endOfDay(at);
  }

  /** The open periods in an interval, one for each span of each date. */
  List<Period> periods(Instant from, Instant until) {
    return openTime.periods(from, until);
  }

  /** What explains counted time on this calendar. */
  Explainer explainer() {
    return explainer;
  }

  private IllegalStateException neverOpens(String when) {
    return new IllegalStateException("Calendar '" + name + "' has no more open time within ten years " + when);
  }

  @Override
  public String toString() {
    return name + " (" + zone() + ")";
  }
}
