package io.stile.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** When a clock runs out, by its kind of goal: open time, business days, or a date that a person gave. */
final class DueDate {

  private final Timeline timeline;

  DueDate(Timeline timeline) {
    this.timeline = timeline;
  }

  Instant due() {
    if (timeline.goal() instanceof ClockFact.Fixed fixed) {
      return fixed.due();
    }
    Target target = target();
    return target instanceof BusinessDays days ? due(days) : timeline.reaches(((OpenHours) target).duration());
  }

  /** The earliest instant by which a share of the time until the due instant has been used. */
  Instant share(int percent) {
    Instant due = due();
    Instant reached;
    if (timeline.goal() instanceof ClockFact.Fixed fixed) {
      reached = timeline.calendar().plus(fixed.at(), percentOf(timeline.calendar().openTime(fixed.at(), due), percent));
    } else {
      Duration whole = target() instanceof OpenHours hours ? hours.duration() : usedUntil(due);
      reached = timeline.reaches(percentOf(whole, percent));
    }
    // Business days and promised dates may be due while closed, or at an opening.
    return reached.isBefore(due) ? reached : due;
  }

  /** Why then; empty if a person gave the date. */
  Optional<Explanation> explain() {
    if (timeline.goal() instanceof ClockFact.Fixed) {
      return Optional.empty();
    }
    Instant due = due();
    List<Explanation.Line> lines = target() instanceof BusinessDays days ? dayLines(days, due) : hourLines(due);
    return Optional.of(new Explanation(timeline.start(), target(), due, timeline.calendar().zone(), Explainer.compact(lines)));
  }

  private Target target() {
    return timeline.goal() instanceof ClockFact.Changed changed ? changed.target() : ((ClockFact.Started) timeline.goal()).target();
  }

  /** Steps the days from the start, then adds the paused open time, then looks for the end of the day: each pause counts once. */
  private Instant due(BusinessDays target) {
    WorkingCalendar calendar = timeline.calendar();
    Instant due = calendar.due(timeline.start(), target);
    Instant kept = calendar.due(timeline.start(), new BusinessDays(target.days()));
    for (Stretch stretch : timeline.stretches()) {
      boolean moves = !stretch.counts() && !stretch.isEndless() && stretch.from().isBefore(due);
      Duration paused = moves ? stretch.openTimeBefore(stretch.until()) : Duration.ZERO;
      if (!paused.isZero()) {
        kept = calendar.plus(kept, paused);
        due = target.byEndOfDay() ? calendar.endOfDay(kept) : kept;
      }
    }
    return due;
  }

  private Duration usedUntil(Instant due) {
    Stretch last = timeline.last();
    Duration used = timeline.openTimeBefore(due, true);
    return last.counts() ? used : used.plus(last.openTimeBefore(due));
  }

  private static Duration percentOf(Duration whole, int percent) {
    return Duration.ofMillis((whole.toMillis() * percent + 99) / 100);
  }

  private List<Explanation.Line> hourLines(Instant due) {
    List<Explanation.Line> lines = new ArrayList<>();
    for (Stretch stretch : timeline.stretches()) {
      Instant until = stretch.until().isBefore(due) ? stretch.until() : due;
      if (stretch.counts() || stretch.isEndless()) {
        lines.addAll(stretch.calendar().explainer().hours(stretch.from(), until));
      } else if (stretch.from().isBefore(until)) {
        lines.add(stretch.calendar().explainer().paused(stretch.from(), until, stretch.standsFor()));
      }
    }
    return lines;
  }

  private List<Explanation.Line> dayLines(BusinessDays target, Instant due) {
    Instant unpaused = timeline.calendar().due(timeline.start(), target);
    Explainer explainer = timeline.calendar().explainer();
    List<Explanation.Line> lines = new ArrayList<>(explainer.days(timeline.start(), target, unpaused));
    if (unpaused.isBefore(due)) {
      lines.add(explainer.paused(unpaused, due, "the time of the pauses is added"));
    }
    return lines;
  }
}
