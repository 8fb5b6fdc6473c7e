package io.stile.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts open time. Walks from date to date, so that months cost microseconds. */
final class OpenTime {

  /** How many dates without any open time are walked before the calendar counts as one that does not open again: ten years. */
  static final int HORIZON_DAYS = 3653;

  private static final Duration LONGEST_INTERVAL = Duration.ofDays(100 * 366L);

  private final Schedule schedule;

  OpenTime(Schedule schedule) {
    this.schedule = schedule;
  }

  /** The open periods between two instants, in order, one for each span of each date; empty if {@code until} is not after {@code from}. */
  List<Period> periods(Instant from, Instant until) {
    Require.given(from, "from");
    Require.given(until, "until");
    if (!from.isBefore(until)) {
      return List.of();
    }
    if (Duration.between(from, until).compareTo(LONGEST_INTERVAL) > 0) {
      throw new IllegalArgumentException("Open time is counted over at most 100 years, but was asked from " + from + " until " + until);
    }
    List<Period> found = new ArrayList<>();
    LocalDate last = schedule.dateOf(until);
    for (LocalDate date = schedule.dateOf(from); !date.isAfter(last); date = date.plusDays(1)) {
      schedule.periodsOn(date).forEach(period -> period.between(from, until).ifPresent(found::add));
    }
    return found;
  }

  Duration between(Instant from, Instant until) {
    return periods(from, until).stream().map(Period::length).reduce(Duration.ZERO, Duration::plus);
  }

  /** The period that contains an instant. */
  Optional<Period> at(Instant at) {
    return schedule.periodsOn(schedule.dateOf(at)).stream().filter(period -> period.contains(at)).findFirst();
  }

  /** The first open instant at or after this one; empty if there is none within ten years. */
  Optional<Instant> next(Instant at) {
    LocalDate first = schedule.dateOf(at);
    for (LocalDate date = first; !date.isAfter(first.plusDays(HORIZON_DAYS)); date = date.plusDays(1)) {
      for (Period period : schedule.periodsOn(date)) {
        if (period.until().isAfter(at)) {
          return Optional.of(period.from().isAfter(at) ? period.from() : at);
        }
      }
    }
    return Optional.empty();
  }

  /** This instant if it lies in open time or ends it, otherwise the last closing before it; empty if there is none within ten years. */
  Optional<Instant> previous(Instant at) {
    LocalDate first = schedule.dateOf(at);
    for (LocalDate date = first; !date.isBefore(first.minusDays(HORIZON_DAYS)); date = date.minusDays(1)) {
      List<Period> periods = schedule.periodsOn(date);
      for (int i = periods.size() - 1; i >= 0; i--) {
        Period period = periods.get(i);
        if (!period.from().isAfter(at)) {
          return Optional.of(period.until().isBefore(at) ? period.until() : at);
        }
      }
    }
    return Optional.empty();
  }

  /** The end of the period that contains an instant, over periods that touch; empty if closed at the instant, or if it does not close in ten years. */
  Optional<Instant> end(Instant at) {
    Optional<Period> current = at(at);
    if (current.isEmpty()) {
      return Optional.empty();
    }
    Instant end = current.get().until();
    LocalDate first = schedule.dateOf(at);
    for (LocalDate date = first; !date.isAfter(first.plusDays(HORIZON_DAYS)); date = date.plusDays(1)) {
      for (Period period : schedule.periodsOn(date)) {
        end = period.from().equals(end) ? period.until() : end;
      }
      if (end.isBefore(schedule.beginOf(date.plusDays(1)))) {
        return Optional.of(end);
      }
    }
    return Optional.empty();
  }

  /** The earliest instant by which this much open time has passed; empty if nothing more opens within ten years. */
  Optional<Instant> after(Instant from, Duration openTime) {
    Duration left = Require.countable(openTime);
    if (left.isZero()) {
      return next(from);
    }
    LocalDate lastWorked = schedule.dateOf(from);
    for (LocalDate date = lastWorked; !date.isAfter(lastWorked.plusDays(HORIZON_DAYS)); date = date.plusDays(1)) {
      for (Period period : schedule.periodsOn(date)) {
        Optional<Period> part = period.between(from, Instant.MAX);
        if (part.isPresent() && left.compareTo(part.get().length()) <= 0) {
          return Optional.of(part.get().from().plus(left));
        }
        left = left.minus(part.map(Period::length).orElse(Duration.ZERO));
        lastWorked = date;
      }
    }
    return Optional.empty();
  }

  /** The latest instant from which this much open time passes; empty if nothing was open within ten years before. */
  Optional<Instant> before(Instant until, Duration openTime) {
    Duration left = Require.countable(openTime);
    if (left.isZero()) {
      return previous(until);
    }
    LocalDate lastWorked = schedule.dateOf(until);
    for (LocalDate date = lastWorked; !date.isBefore(lastWorked.minusDays(HORIZON_DAYS)); date = date.minusDays(1)) {
      List<Period> periods = schedule.periodsOn(date);
      for (int i = periods.size() - 1; i >= 0; i--) {
        Optional<Period> part = periods.get(i).between(Instant.MIN, until);
        if (part.isPresent() && left.compareTo(part.get().length()) <= 0) {
          return Optional.of(part.get().until().minus(left));
        }
        left = left.minus(part.map(Period::length).orElse(Duration.ZERO));
        lastWorked = date;
      }
    }
    return Optional.empty();
  }
}
