package io.stile.work;

import io.stile.engine.ProtocolDate;
import io.stile.organisation.Calendars;
import io.stile.organisation.Department;
import io.stile.organisation.Organisation;
import io.stile.request.Clocks;
import io.stile.sla.ClockFact;
import io.stile.sla.PromisedTime;
import io.stile.sla.SlaClock;
import io.stile.sla.Target;
import io.stile.sla.WorkingCalendar;
import io.stile.web.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The dates at which tasks that wait are looked at again; {@code waitUntil} in models. */
@Component
public class ReviewDates implements ProtocolDate {

  /** The furthest that a review date lies ahead, in days: one that is further away would be no wait but a way to forget. */
  public static final int MOST_DAYS = 90;

  private final TaskTable tasks;
  private final Clocks clocks;
  private final Calendars calendars;
  private final Organisation organisation;
  private final Times times;

  ReviewDates(TaskTable tasks, Clocks clocks, Calendars calendars, Organisation organisation, Times times) {
    this.tasks = tasks;
    this.clocks = clocks;
    this.calendars = calendars;
    this.organisation = organisation;
    this.times = times;
  }

  @Override
  public String name() {
    return "waitUntil";
  }

  @Override
  public Instant of(String task) {
    return tasks.byId(Long.parseLong(task)).map(Task::waiting).map(Waiting::until)
        .orElseThrow(() -> new IllegalArgumentException("There is no task " + task + " that waits"));
  }

  /** What is proposed for a task: the next business day at the same time, rounded up to the quarter hour. */
  public Optional<Instant> proposed(Task task, Instant now) {
    return calendarOf(task).map(calendar ->
        calendar.due(PromisedTime.roundUpToQuarterHour(now, calendar.zone()), Target.parse("P1D")));
  }

  /**
   * Expects an instant that can be a review date.
   *
   * @param until null is refused, too
   * @throws TaskRefused if it cannot; the message says what was expected
   */
  void check(Task task, Instant until, Instant now) {
    if (until == null) {
      throw refused("Expected when it is to be looked at again.");
    }
    if (!until.isAfter(now)) {
      throw refused("%s has passed; a review date lies ahead.".formatted(words(task, until, now)));
    }
    if (until.isAfter(now.plus(Duration.ofDays(MOST_DAYS)))) {
      throw refused("%s is too far away; a review date lies at most %d days ahead."
          .formatted(words(task, until, now), MOST_DAYS));
    }
    calendarOf(task).filter(calendar -> !calendar.isOpen(until)).ifPresent(calendar -> {
      throw refused(closed(task, calendar, until));
    });
  }

  /** In the zone of the department; what lies in another age stays as it was typed. */
  private String words(Task task, Instant until, Instant now) {
    boolean near = Duration.between(now, until).abs().compareTo(Duration.ofDays(36_500)) < 0;
    return near ? calendarOf(task).map(calendar -> "%s (%s)".formatted(times.absolute(until, calendar.zone()),
        calendar.zone().getId())).orElse(until.toString()) : until.toString();
  }

  private String closed(Task task, WorkingCalendar calendar, Instant until) {
    String who = Optional.ofNullable(task.department()).flatMap(organisation::department).map(Department::name)
        .orElse(calendar.name());
    String opens = calendar.opensNext(until).map(next -> ", and opens " + times.absolute(next, calendar.zone())).orElse("");
    return "%s is closed on %s%s (%s). Expected a time at which somebody is there."
        .formatted(who, times.absolute(until, calendar.zone()), opens, calendar.zone().getId());
  }

  /** The calendar that the task's clock counts in; without a target, that of its department. */
  private Optional<WorkingCalendar> calendarOf(Task task) {
    return clocks.clock(task.request(), Clocks.ofTask(task.id())).map(ReviewDates::calendarOf)
        .or(() -> Optional.ofNullable(task.department()).flatMap(organisation::department)
            .map(Department::calendar).map(calendars::byKey));
  }

  private static WorkingCalendar calendarOf(SlaClock clock) {
    return clock.facts().stream().map(ReviewDates::calendarOf).filter(Optional::isPresent).map(Optional::get)
        .reduce((first, last) -> last).orElseThrow();
  }

  private static Optional<WorkingCalendar> calendarOf(ClockFact fact) {
    return fact instanceof ClockFact.Started started ? Optional.of(started.calendar())
        : fact instanceof ClockFact.Changed changed ? Optional.of(changed.calendar())
        : fact instanceof ClockFact.Fixed fixed ? Optional.of(fixed.calendar()) : Optional.empty();
  }

  private static TaskRefused refused(String expected) {
    return TaskRefused.invalid("until", expected);
  }
}
