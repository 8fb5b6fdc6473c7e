package io.stile.sla;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is open on which date: the week, its holidays, and the days that are an exception.
 *
 * <p>Local times become instants by the rules of the zone. A time that a change of the clock skips is moved on by the length of the gap (02:30
 * becomes 03:30); a time that occurs twice is its first occurrence.
 *
 * @param week the spans of each day of the week, in order; a day without spans is missing
 * @param closures names of the dates that are closed once
 * @param openings what is open on the dates that follow rules of their own
 */
record Schedule(ZoneId zone, Map<DayOfWeek, List<OpenSpan>> week, Holidays holidays, Map<LocalDate, String> closures, Map<LocalDate, Opening> openings) {

  private static final int LONGEST_WEEKEND = 3;

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
    DayOfWeek day = date.getDayOfWeek();
    if (!week.containsKey(day)) {
      return weekend().contains(day)
          ? new Closing(Explanation.Kind.WEEKEND, "weekend")
          : new Closing(Explanation.Kind.DAY_OFF, "closed on " + day.getDisplayName(TextStyle.FULL, Locale.ENGLISH) + "s");
    }
    String once = closures.get(date);
    if (once != null) {
      return new Closing(Explanation.Kind.CLOSURE, once);
    }
    return holidays.nameOf(date)
        .map(name -> new Closing(Explanation.Kind.HOLIDAY, name))
        .orElseGet(() -> new Closing(Explanation.Kind.DAY_OFF, "skipped by the change of the clock"));
  }

  /** The name of a date that is open by exception. */
  Optional<String> openingOn(LocalDate date) {
    return Optional.ofNullable(openings.get(date)).map(Opening::name);
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
    List<OpenSpan> spans = week.getOrDefault(date.getDayOfWeek(), List.of());
    boolean closed = spans.isEmpty() || closures.containsKey(date) || holidays.nameOf(date).isPresent();
    return closed ? List.of() : spans;
  }

  /** Saturday and Sunday where they are closed, and what is closed together with them: Friday and Saturday, or Sunday and Monday, are weekends too. */
  private Set<DayOfWeek> weekend() {
    Set<DayOfWeek> free = EnumSet.noneOf(DayOfWeek.class);
    for (DayOfWeek day : List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)) {
      Set<DayOfWeek> run = closedAround(day);
      if (run.size() <= LONGEST_WEEKEND) {
        free.addAll(run);
      } else {
        free.add(day);
      }
    }
    return free;
  }

  private Set<DayOfWeek> closedAround(DayOfWeek day) {
    Stream<DayOfWeek> onwards = Stream.iterate(day, this::isFree, next -> next.plus(1)).limit(DayOfWeek.values().length);
    Stream<DayOfWeek> backwards = Stream.iterate(day, this::isFree, next -> next.minus(1)).limit(DayOfWeek.values().length);
    return Stream.concat(onwards, backwards).collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
  }

  private boolean isFree(DayOfWeek day) {
    return !week.containsKey(day);
  }
}
