package io.stile.consult;

import io.stile.engine.ProtocolDate;
import io.stile.organisation.Calendars;
import io.stile.organisation.Department;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.sla.PromisedTime;
import io.stile.sla.Target;
import io.stile.sla.WorkingCalendar;
import io.stile.web.Times;
import io.stile.work.StepTarget;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** When answers are due; {@code answerDue} in models. */
@Component
public class AnswerDates implements ProtocolDate {

  /** The furthest that an answer's due date lies ahead, in days: nobody waits longer for a colleague. */
  public static final int MOST_DAYS = 14;
  static final String NAME = "answerDue";
  private static final Target PROPOSED = Target.parse("PT2H");

  private final ConsultTable table;
  private final Organisation organisation;
  private final Calendars calendars;
  private final Times times;
  private final Clock clock;

  AnswerDates(ConsultTable table, Organisation organisation, Calendars calendars, Times times, Clock clock) {
    this.table = table;
    this.organisation = organisation;
    this.calendars = calendars;
    this.times = times;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Instant of(String consult) {
    return table.byId(Long.parseLong(consult)).map(Consult::dueAt)
        .orElseThrow(() -> new IllegalArgumentException("There is no question " + consult));
  }

  /** Two open hours of who is asked from now on, rounded up to the quarter hour. */
  public Instant proposed(StepTarget.Target target) {
    Instant now = clock.instant();
    return calendarOf(target).map(calendar -> PromisedTime.roundUpToQuarterHour(calendar.due(now, PROPOSED), calendar.zone()))
        .orElseGet(() -> now.plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.MINUTES));
  }

  /**
   * The instant that was asked for, or what is proposed if none was.
   *
   * @throws ConsultRefused if it cannot be; the message says what was expected
   */
  Instant accepted(StepTarget.Target target, Instant due, Instant now) {
    if (due == null) {
      return proposed(target);
    }
    Instant asked = due.truncatedTo(ChronoUnit.MILLIS);
    if (!asked.isAfter(now)) {
      throw ConsultRefused.invalid("due", "%s has passed; an answer is due at a time that lies ahead.".formatted(asked));
    }
    if (asked.isAfter(now.plus(Duration.ofDays(MOST_DAYS)))) {
      throw ConsultRefused.invalid("due", "%s is too far away; an answer is due at most %d days ahead.".formatted(asked, MOST_DAYS));
    }
    calendarOf(target).filter(calendar -> !calendar.isOpen(asked)).ifPresent(calendar -> {
      throw ConsultRefused.invalid("due", closed(calendar, asked));
    });
    return asked;
  }

  private String closed(WorkingCalendar calendar, Instant asked) {
    String opens = calendar.opensNext(asked).map(next -> " It opens " + times.absolute(next, calendar.zone()) + ".").orElse("");
    return "%s: who is asked does not work then (%s).%s Expected a time at which somebody is there."
        .formatted(times.absolute(asked, calendar.zone()), calendar.zone().getId(), opens);
  }

  private Optional<WorkingCalendar> calendarOf(StepTarget.Target target) {
    return calendarKey(target).map(calendars::byKey);
  }

  /** That of the department; of an employee that of the first of his departments by name, empty if he belongs to none. */
  Optional<String> calendarKey(StepTarget.Target target) {
    if (target.department() != null) {
      return organisation.department(target.department()).map(Department::calendar);
    }
    Optional<Employee> employee = organisation.employee(target.employee());
    return organisation.departments().stream()
        .filter(department -> employee.filter(found -> found.belongsTo(department.key())).isPresent())
        .map(Department::calendar).findFirst();
  }
}
