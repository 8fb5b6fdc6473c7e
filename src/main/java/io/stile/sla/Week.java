package io.stile.sla;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The hours of an ordinary week, and the holidays that interrupt it, as they hold for a while.
 *
 * @param spans the spans of each day of the week, in order; a day without spans is missing
 */
record Week(Map<DayOfWeek, List<OpenSpan>> spans, Holidays holidays) {

  private static final int LONGEST_WEEKEND = 3;

  Week {
    spans = Map.copyOf(spans);
  }

  /** The spans of the day of the week that a date is, holiday or not. */
  List<OpenSpan> on(LocalDate date) {
    return spans.getOrDefault(date.getDayOfWeek(), List.of());
  }

  /** Why a date without spans is not worked. */
  Schedule.Closing dayOff(LocalDate date) {
    DayOfWeek day = date.getDayOfWeek();
    return weekend().contains(day)
        ? new Schedule.Closing(Explanation.Kind.WEEKEND, "weekend")
        : new Schedule.Closing(Explanation.Kind.DAY_OFF, "closed on " + day.getDisplayName(TextStyle.FULL, Locale.ENGLISH) + "s");
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
    return !spans.containsKey(day);
  }
}
