package io.stile.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Counts business days: keeps the time of day, steps over dates that are not worked. */
final class DayCount {

  private final Schedule schedule;
  private final OpenTime openTime;

  DayCount(Schedule schedule, OpenTime openTime) {
    this.schedule = schedule;
    this.openTime = openTime;
  }

  /** When a target runs out that starts at {@code from}; empty if too few dates are worked. */
  Optional<Instant> after(Instant from, BusinessDays target) {
    Optional<Instant> stepped = openTime.next(from).flatMap(start -> step(start, target.days(), date -> date.plusDays(1)));
    return target.byEndOfDay() ? stepped.map(this::endOfDay) : stepped.flatMap(this::inOpenTime);
  }

  /** The instant that lies this many business days before {@code until}; what is outside open time moves to the closing before it. */
  Optional<Instant> before(Instant until, int days) {
    return openTime.previous(until).flatMap(start -> step(start, days, date -> date.minusDays(1))).flatMap(openTime::previous);
  }

  /** The last closing of the date to which an instant belongs; the date must be worked. */
  Instant endOfDay(Instant at) {
    List<Period> periods = schedule.periodsOn(dateWorked(at));
    return periods.get(periods.size() - 1).until();
  }

  /** The very closing stands: it is the earliest instant at which the target has run out. */
  private Optional<Instant> inOpenTime(Instant at) {
    boolean open = schedule.periodsOn(schedule.dateOf(at)).stream().anyMatch(period -> period.containsOrEndsAt(at));
    return open ? Optional.of(at) : openTime.next(at);
  }

  private Optional<Instant> step(Instant start, int days, UnaryOperator<LocalDate> towards) {
    LocalDate date = dateWorked(start);
    // 24:00 of a date is the midnight that begins the next one: such a start keeps its date and is a whole day late in it.
    boolean atEndOfDay = start.equals(schedule.beginOf(date.plusDays(1)));
    Duration timeOfDay = atEndOfDay ? Duration.ofDays(1) : Duration.ofNanos(start.atZone(schedule.zone()).toLocalTime().toNanoOfDay());
    for (int i = 0; i < days; i++) {
      Optional<LocalDate> worked = nextWorked(date, towards);
      if (worked.isEmpty()) {
        return Optional.empty();
      }
      date = worked.get();
    }
    return Optional.of(date.atStartOfDay().plus(timeOfDay).atZone(schedule.zone()).toInstant());
  }

  private Optional<LocalDate> nextWorked(LocalDate date, UnaryOperator<LocalDate> towards) {
    LocalDate next = date;
    for (int i = 0; i < OpenTime.HORIZON_DAYS; i++) {
      next = towards.apply(next);
      if (schedule.isWorked(next)) {
        return Optional.of(next);
      }
    }
    return Optional.empty();
  }

  /** The date of an instant that lies in open time or ends it. */
  private LocalDate dateWorked(Instant at) {
    LocalDate date = schedule.dateOf(at);
    boolean endsDayBefore = at.equals(schedule.beginOf(date)) && !schedule.isWorked(date);
    return endsDayBefore ? date.minusDays(1) : date;
  }
}
