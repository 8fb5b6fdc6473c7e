package io.stile.work;

import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.request.Journal;
import io.stile.request.JournalKind;
import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.web.Refused.Kind;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets tasks to wait for the customer or for a third party, and has them go on. While a task waits, its department's clock
 * stands still and nothing escalates; the promise to the customer and the end-to-end clock run on, because the customer waits
 * all the same.
 */
@Service
public class Waits {

  private static final int LONGEST_REASON = 2_000;

  private final TaskTable tasks;
  private final Claims claims;
  private final Requests requests;
  private final Organisation organisation;
  private final ReviewDates reviewDates;
  private final Pauses pauses;
  private final Journal journal;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Waits(TaskTable tasks, Claims claims, Requests requests, Organisation organisation, ReviewDates reviewDates,
      Pauses pauses, Journal journal, ApplicationEventPublisher events, Clock clock) {
    this.tasks = tasks;
    this.claims = claims;
    this.requests = requests;
    this.organisation = organisation;
    this.reviewDates = reviewDates;
    this.pauses = pauses;
    this.journal = journal;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Sets a task to wait from now on; one that waits already waits anew. Its department's clock stands still; if it is late,
   * its escalation ends.
   *
   * @param until  the review date: later than now, at most {@value ReviewDates#MOST_DAYS} days ahead, while its department is open
   * @param reason why, in words; 1 to 2,000 characters
   * @param by     sign-in name of who asks
   * @throws TaskRefused if there is no such task, a value cannot be accepted, the task has ended or is a step of a protocol,
   *                     or the one who asks may not
   */
  @Transactional
  public Task begin(long id, WaitsFor whom, Instant until, String reason, String by) {
    Task task = locked(id);
    whyNot(task, by).ifPresent(refused -> {
      throw refused;
    });
    if (whom == null) {
      throw TaskRefused.invalid("for", "Expected whom it waits for: customer or third-party.");
    }
    String why = reasonable(reason);
    Instant now = pauses.notBefore(task, clock.instant());
    Instant review = until == null ? null : until.truncatedTo(ChronoUnit.MILLIS);
    reviewDates.check(task, review, now);
    pauses.begin(task, new Waiting(whom, now, review, why, by));
    journal.add(task.request(), JournalKind.TASK_WAITS, by, claims.naming(task, by,
        Map.of("task", task.name(), "for", whom.label(), "until", review.toString(), "reason", why)));
    events.publishEvent(new TaskWaits(id, task.request(), now));
    return claims.required(id);
  }

  /**
   * Has a task go on with the time that it had left when it began to wait. If it was late, its escalation begins anew.
   *
   * @param by sign-in name of who asks
   * @throws TaskRefused if there is no such task, it does not wait, or the one who asks may not
   */
  @Transactional
  public Task resume(long id, String by) {
    Task task = locked(id);
    if (!task.isWaiting()) {
      throw new TaskRefused(Kind.CONFLICT, "“%s” does not wait: %s".formatted(task.name(), claims.standing(task)));
    }
    whyNot(task, by).ifPresent(refused -> {
      throw refused;
    });
    pauses.end(task, clock.instant());
    journal.add(task.request(), JournalKind.TASK_RESUMED, by, claims.naming(task, by, Map.of("task", task.name())));
    return claims.required(id);
  }

  /** Whether an employee may set a task to wait, and have it go on. */
  public boolean mayWait(Task task, String employee) {
    return whyNot(task, employee).isEmpty();
  }

  /** The request before the task, as everybody does who changes both. */
  private Task locked(long id) {
    requests.lock(claims.required(id).request());
    return claims.locked(id);
  }

  private Optional<TaskRefused> whyNot(Task task, String employee) {
    if (!task.isLive()) {
      return refused(Kind.CONFLICT, "“%s” cannot wait: %s", task.name(), claims.standing(task));
    }
    if (!task.process().equals(task.type())) {
      return refused(Kind.CONFLICT, "“%s” cannot wait: it is there because time runs out", task.name());
    }
    if (organisation.employee(employee).filter(Employee::active).isEmpty() || !isConcerned(task, employee)) {
      return refused(Kind.FORBIDDEN, "Only %s, the lead of its department and the owner of the request may set “%s” to wait",
          task.assignee() == null ? "a member of its department" : "whoever has it", task.name());
    }
    return Optional.empty();
  }

  private boolean isConcerned(Task task, String employee) {
    boolean works = task.assignee() == null ? organisation.isMember(employee, task.department())
        : claims.has(task, employee);
    return works || task.department() != null && organisation.isLead(employee, task.department())
        || requests.byNumber(task.request()).map(Request::owner).filter(employee::equals).isPresent();
  }

  private static Optional<TaskRefused> refused(Kind kind, String words, Object... values) {
    return Optional.of(new TaskRefused(kind, words.formatted(values)));
  }

  private static String reasonable(String reason) {
    String why = reason == null ? "" : reason.strip();
    if (why.isEmpty()) {
      throw TaskRefused.invalid("reason", "Say what it waits for.");
    }
    if (why.length() > LONGEST_REASON || why.indexOf('\0') >= 0) {
      throw TaskRefused.invalid("reason", "Expected text of at most %d characters; this has %d."
          .formatted(LONGEST_REASON, why.length()));
    }
    return why;
  }
}
