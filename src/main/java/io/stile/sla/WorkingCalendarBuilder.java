package io.stile.sla;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** Describes a {@link WorkingCalendar}. Every method refuses what makes no sense with an {@link IllegalArgumentException} that names it. */
public final class WorkingCalendarBuilder {

  private final String name;
  private final ZoneId zone;
  private final NavigableMap<LocalDate, Week> earlier = new TreeMap<>();
  private final Map<LocalDate, String> closures = new TreeMap<>();
  private final Map<LocalDate, Schedule.Opening> openings = new TreeMap<>();
  private LocalDate from = LocalDate.MIN;
  private Map<DayOfWeek, List<OpenSpan>> week = new EnumMap<>(DayOfWeek.class);
  private Holidays holidays = Holidays.none();

  WorkingCalendarBuilder(String name, ZoneId zone) {
    this.name = Require.text(name, "name of the calendar");
    this.zone = Require.given(zone, "zone of calendar '" + name + "'");
  }

  /**
   * Begins another week: what was said of weekdays and holidays so far holds until the day before this date, what follows from it on. Single
   * dates that are closed or open by exception are not touched.
   *
   * @throws IllegalArgumentException if the date does not lie after that of the week before
   */
  public WorkingCalendarBuilder from(LocalDate first) {
    if (!Require.given(first, "first date").isAfter(from)) {
      throw new IllegalArgumentException("Calendar '" + name + "' says what holds from " + first + " after what holds from " + from
          + "; expected the dates in order");
    }
    earlier.put(from, new Week(week, holidays));
    from = first;
    week = new EnumMap<>(DayOfWeek.class);
    holidays = Holidays.none();
    return this;
  }

  /** Adds spans to a weekday; they may touch each other and those already there, but not overlap. */
  public WorkingCalendarBuilder open(DayOfWeek day, OpenSpan... spans) {
    Require.given(day, "weekday");
    List<OpenSpan> all = new ArrayList<>(week.getOrDefault(day, List.of()));
    all.addAll(checked(day.toString(), spans));
    week.put(day, inOrder(day.toString(), all));
    return this;
  }

  /** Adds the same spans to several weekdays. */
  public WorkingCalendarBuilder open(Set<DayOfWeek> days, OpenSpan... spans) {
    Require.given(days, "weekdays").forEach(day -> open(day, spans));
    return this;
  }

  /** The holidays on which it is closed, instead of those given before. */
  public WorkingCalendarBuilder holidays(Holidays closed) {
    this.holidays = Require.given(closed, "holidays");
    return this;
  }

  /** Closes one date, once: not in other years. */
  public WorkingCalendarBuilder closed(LocalDate date, String closureName) {
    Require.given(date, "closed date");
    closures.put(date, Require.text(closureName, "name of the closure on " + date));
    return this;
  }

  /** Opens one date by exception, be it a weekend or a holiday; these spans replace those of the weekday. */
  public WorkingCalendarBuilder openOn(LocalDate date, String openingName, OpenSpan... spans) {
    Require.given(date, "open date");
    Require.text(openingName, "name of the opening on " + date);
    openings.put(date, new Schedule.Opening(openingName, inOrder(date.toString(), checked(date.toString(), spans))));
    return this;
  }

  /**
   * @throws IllegalArgumentException if nothing is ever open, or a date is both closed and open by exception
   */
  public WorkingCalendar build() {
    NavigableMap<LocalDate, Week> weeks = new TreeMap<>(earlier);
    weeks.put(from, new Week(week, holidays));
    if (weeks.values().stream().allMatch(each -> each.spans().isEmpty()) && openings.isEmpty()) {
      throw new IllegalArgumentException("Calendar '" + name + "' never opens: give at least one weekday or date a span");
    }
    for (LocalDate date : openings.keySet()) {
      if (closures.containsKey(date)) {
        throw new IllegalArgumentException("Calendar '" + name + "' says of " + date + " both closed (" + closures.get(date) + ") and open ("
            + openings.get(date).name() + "); expected one of them");
      }
    }
    return new WorkingCalendar(name, new Schedule(zone, Collections.unmodifiableNavigableMap(weeks), Map.copyOf(closures), Map.copyOf(openings)));
  }

  private List<OpenSpan> checked(String day, OpenSpan... spans) {
    if (Require.given(spans, "spans").length == 0) {
      throw new IllegalArgumentException("Calendar '" + name + "' opens " + day + " without a span; expected at least one");
    }
    return Arrays.stream(spans).map(span -> Require.given(span, "span of " + day)).toList();
  }

  private List<OpenSpan> inOrder(String day, Collection<OpenSpan> spans) {
    List<OpenSpan> sorted = spans.stream().sorted(Comparator.comparing(OpenSpan::from)).toList();
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i - 1).overlaps(sorted.get(i))) {
        throw new IllegalArgumentException("Calendar '" + name + "' has spans on " + day + " that overlap: " + sorted.get(i - 1) + " and "
            + sorted.get(i));
      }
    }
    return sorted;
  }
}
