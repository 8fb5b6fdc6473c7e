package io.stile.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the lines of an {@link Explanation}: walks the same dates as the arithmetic, and gives each piece of time its reason. */
final class Explainer {

  private static final String OPEN = "open";
  private static final String FOLDED = "in open time";
  private static final Set<String> FOLDABLE = Set.of(OPEN, FOLDED);

  /** An explanation with more lines than this is no longer read; its nights and breaks are folded into the days around them. */
  private static final int LONG = 12;

  private final Schedule schedule;
  private final OpenTime openTime;

  Explainer(Schedule schedule, OpenTime openTime) {
    this.schedule = schedule;
    this.openTime = openTime;
  }

  /** What was open between two instants, and what was not. */
  List<Explanation.Line> hours(Instant from, Instant until) {
    List<Explanation.Line> lines = new ArrayList<>();
    Instant reached = from;
    for (Period period : openTime.periods(from, until)) {
      lines.addAll(skipped(reached, period.from()));
      addOpen(period, lines);
      reached = period.until();
    }
    lines.addAll(skipped(reached, until));
    return lines;
  }

  /** The business days that lead from the start of a target to the instant when it runs out. */
  List<Explanation.Line> days(Instant from, BusinessDays target, Instant due) {
    Instant start = openTime.next(from).orElse(from);
    LocalDate date = schedule.dateOf(start);
    List<Explanation.Line> lines = new ArrayList<>(skipped(from, start));
    lines.add(dates(start, schedule.beginOf(date.plusDays(1)), "day of the start", date, date));
    int counted = 0;
    while (counted < target.days()) {
      LocalDate first = nextWorked(date);
      lines.addAll(skipped(schedule.beginOf(date.plusDays(1)), schedule.beginOf(first)));
      LocalDate last = target.days() > LONG ? lastOfRun(first, target.days() - counted) : first;
      int before = counted;
      counted += (int) (last.toEpochDay() - first.toEpochDay()) + 1;
      lines.add(dates(schedule.beginOf(first), earlier(schedule.beginOf(last.plusDays(1)), due), numbered(before + 1, counted), first, last));
      date = last;
    }
    // The time of day may fall outside the last date's open time; the due instant then is the next opening.
    lines.addAll(skipped(schedule.beginOf(date.plusDays(1)), due));
    return lines;
  }

  /** A stretch in which the clock stood still. */
  Explanation.Line paused(Instant from, Instant until, String reason) {
    return new Explanation.Line(from, until, Explanation.Kind.PAUSE, reason, Duration.ZERO, schedule.dateOf(from), schedule.dateOf(until));
  }

  /** Folds what is too long to be read: open time of consecutive dates becomes one line, and the nights and breaks inside it are no longer listed. */
  static List<Explanation.Line> compact(List<Explanation.Line> lines) {
    if (lines.size() <= LONG) {
      return lines;
    }
    List<Explanation.Line> folded = new ArrayList<>();
    for (Explanation.Line line : lines) {
      int size = folded.size();
      if (size >= 2 && isFoldable(line) && isShortGap(folded.get(size - 1)) && isFoldable(folded.get(size - 2))) {
        folded.remove(size - 1);
        folded.set(size - 2, joined(folded.get(size - 2), line, FOLDED));
      } else {
        folded.add(line);
      }
    }
    return folded;
  }

  private void addOpen(Period period, List<Explanation.Line> lines) {
    LocalDate date = schedule.dateOf(period.from());
    String reason = schedule.openingOn(date).orElse(OPEN);
    Explanation.Line line = new Explanation.Line(period.from(), period.until(), Explanation.Kind.OPEN, reason, period.length(), date, date);
    int last = lines.size() - 1;
    if (last >= 0 && lines.get(last).kind().isCounted() && lines.get(last).reason().equals(reason)) {
      lines.set(last, joined(lines.get(last), line, reason));
    } else {
      lines.add(line);
    }
  }

  /** The reasons for which an interval without open time is closed: one line for each run of dates, the nights around them included. */
  private List<Explanation.Line> skipped(Instant from, Instant until) {
    if (!from.isBefore(until)) {
      return List.of();
    }
    LocalDate end = schedule.dateOf(until);
    List<Explanation.Line> lines = new ArrayList<>();
    for (LocalDate date = schedule.dateOf(from); !date.isAfter(end); date = date.plusDays(1)) {
      if (isTouched(date, until) && !schedule.isWorked(date)) {
        addClosed(date, from, lines);
      }
    }
    if (lines.isEmpty()) {
      return List.of(betweenSpans(from, until));
    }
    int last = lines.size() - 1;
    lines.set(last, ending(lines.get(last), until));
    return lines;
  }

  /** Not by an interval that ends at its midnight, and not if it does not exist: Apia went from 29 to 31 December 2011. */
  private boolean isTouched(LocalDate date, Instant until) {
    Instant begin = schedule.beginOf(date);
    return begin.isBefore(until) && begin.isBefore(schedule.beginOf(date.plusDays(1)));
  }

  private void addClosed(LocalDate date, Instant from, List<Explanation.Line> lines) {
    Schedule.Closing closing = schedule.closing(date);
    int last = lines.size() - 1;
    Instant end = schedule.beginOf(date.plusDays(1));
    if (last >= 0 && lines.get(last).kind() == closing.kind() && lines.get(last).reason().equals(closing.name())) {
      Explanation.Line line = lines.get(last);
      lines.set(last, new Explanation.Line(line.from(), end, line.kind(), line.reason(), Duration.ZERO, line.firstDay(), date));
    } else {
      Instant begin = last < 0 ? from : schedule.beginOf(date);
      lines.add(new Explanation.Line(begin, end, closing.kind(), closing.name(), Duration.ZERO, date, date));
    }
  }

  private Explanation.Line betweenSpans(Instant from, Instant until) {
    LocalDate first = schedule.dateOf(from);
    LocalDate last = schedule.dateOf(until);
    boolean workedBefore = first.equals(last) && schedule.periodsOn(first).get(0).from().isBefore(from);
    Explanation.Kind kind = workedBefore ? Explanation.Kind.BREAK : Explanation.Kind.NIGHT;
    return new Explanation.Line(from, until, kind, workedBefore ? "break" : "night", Duration.ZERO, first, last);
  }

  private static Explanation.Line ending(Explanation.Line line, Instant until) {
    return new Explanation.Line(line.from(), until, line.kind(), line.reason(), line.counted(), line.firstDay(), line.lastDay());
  }

  private static Explanation.Line joined(Explanation.Line one, Explanation.Line next, String reason) {
    return new Explanation.Line(one.from(), next.until(), one.kind(), reason, one.counted().plus(next.counted()), one.firstDay(), next.lastDay());
  }

  private static boolean isFoldable(Explanation.Line line) {
    return line.kind().isCounted() && FOLDABLE.contains(line.reason());
  }

  private static boolean isShortGap(Explanation.Line line) {
    return line.kind() == Explanation.Kind.NIGHT || line.kind() == Explanation.Kind.BREAK;
  }

  private static Explanation.Line dates(Instant from, Instant until, String reason, LocalDate first, LocalDate last) {
    return new Explanation.Line(from, until, Explanation.Kind.OPEN, reason, Duration.ZERO, first, last);
  }

  private static String numbered(int first, int last) {
    return first == last ? "business day " + first : "business days " + first + "–" + last;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private LocalDate nextWorked(LocalDate date) {
    LocalDate next = date.plusDays(1);
    while (!schedule.isWorked(next)) {
      next = next.plusDays(1);
    }
    return next;
  }

  private LocalDate lastOfRun(LocalDate first, int atMost) {
    LocalDate last = first;
    while (last.toEpochDay() - first.toEpochDay() + 1 < atMost && schedule.isWorked(last.plusDays(1))) {
      last = last.plusDays(1);
    }
    return last;
  }
}
