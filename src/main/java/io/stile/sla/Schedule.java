package io.stile.sla;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * What is open on which date: the week that holds on it, its holidays, and the days that are an exception.
 *
 * <p>Local times become instants by the rules of the zone. A time that a change of the clock skips is moved on by the length of the gap (02:30
 * becomes 03:30); a time that occurs twice is its first occurrence.
 *
 * @param weeks the weeks by the first date on which each holds; the first one holds from the beginning of time
 * @param closures names of the dates that are closed once
 * @param openings what is open on the dates that follow rules of their own
 */
record Schedule(ZoneId zone, NavigableMap<LocalDate, Week> weeks, Map<LocalDate, String> closures, Map<LocalDate, Opening> openings) {

  /** The spans of a date that is open by exception; {@code name} says why. */
  record Opening(String name, List<OpenSpan> spans) {}

  /** Why a date is not worked. */
  record Closing(Explanation.Kind kind, String name) {}

  /**
   * The open periods of a date, in order; they may touch, never overlap, and lie between the midnights that bound the date. Empty if the date is
   * not worked.
   */
  List<Period> periodsOn(LocalDate date) {
    List<OpenSpan> spans = spansOn(date);
    if (spans.isEmpty()) {
      return List.of();
    }
    Instant begin = beginOf(date);
    Instant end = beginOf(date.plusDays(1));
    List<Period> mapped = new ArrayList<>(spans.size());
    for (OpenSpan span : spans) {
      mapped.add(new Period(instant(date, span.from()), span.endsAtMidnight() ? end : instant(date, span.until())));
    }
    return disjoint(mapped, begin, end);
  }

  /** On a date with a gap, times inside the gap are moved onto those after it, so that spans can collide or turn around: each instant counts once. */
  private static List<Period> disjoint(List<Period> mapped, Instant begin, Instant end) {
    mapped.sort(Comparator.comparing(Period::from));
    List<Period> periods = new ArrayList<>(mapped.size());
    Instant reached = begin;
    for (Period candidate : mapped) {
      Optional<Period> period = candidate.between(reached, end);
      period.ifPresent(periods::add);
      reached = period.map(Period::until).orElse(reached);
    }
    return periods;
  }

  boolean isWorked(LocalDate date) {
    return !periodsOn(date).isEmpty();
  }

  /** Why nothing is open on a date; asked only of a date that is not worked. */
  Closing closing(LocalDate date) {
    Week week = weekOf(date);
    if (week.on(date).isEmpty()) {
      return week.dayOff(date);
    }
    String once = closures.get(date);
    if (once != null) {
      return new Closing(Explanation.Kind.CLOSURE, once);
    }
    return week.holidays().nameOf(date)
        .map(name -> new Closing(Explanation.Kind.HOLIDAY, name))
        .orElseGet(() -> new Closing(Explanation.Kind.DAY_OFF, "skipped by the change of the clock"));
  }

  /** The name of a date that is open by exception. */
  Optional<String> openingOn(LocalDate date) {
    return Optional.ofNullable(openings.get(date)).map(Opening::name);
  }

  /** A date as people plan it: its spans, and why it is closed or follows hours of its own. */
  CalendarDay day(LocalDate date) {
    List<OpenSpan> spans = spansOn(date);
    if (spans.isEmpty()) {
      Closing closing = closing(date);
      return new CalendarDay(date, spans, closing.kind(), closing.name());
    }
    return openings.containsKey(date)
        ? new CalendarDay(date, spans, Explanation.Kind.OPEN, openings.get(date).name())
        : new CalendarDay(date, spans, Explanation.Kind.OPEN, null);
  }

  /**
   * The date to whose midnights an instant belongs. Where the clock is set back over midnight this is not always the date on the wall clock: the
   * minutes that the wall clock shows again belong to the new date, which had already begun.
   */
  LocalDate dateOf(Instant at) {
    LocalDate date = at.atZone(zone).toLocalDate();
    return at.isBefore(beginOf(date.plusDays(1))) ? date : date.plusDays(1);
  }

  Instant beginOf(LocalDate date) {
    return date.atStartOfDay(zone).toInstant();
  }

  private Instant instant(LocalDate date, LocalTime time) {
    return date.atTime(time).atZone(zone).toInstant();
  }

  private List<OpenSpan> spansOn(LocalDate date) {
    Opening opening = openings.get(date);
    if (opening != null) {
      return opening.spans();
    }
    Week week = weekOf(date);
    List<OpenSpan> spans = week.on(date);
    boolean closed = spans.isEmpty() || closures.containsKey(date) || week.holidays().nameOf(date).isPresent();
    return closed ? List.of() : spans;
  }

  private Week weekOf(LocalDate date) {
    Map.Entry<LocalDate, Week> week = weeks.floorEntry(date);
    return week == null ? weeks.firstEntry().getValue() : week.getValue();
  }
}
