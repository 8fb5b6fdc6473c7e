package io.stile.work;

import io.stile.engine.CaseKey;
import io.stile.engine.Processes;
import io.stile.request.Journal;
import io.stile.request.JournalKind;
import io.stile.request.Requests;
import io.stile.web.Refused.Kind;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Returns tasks that landed in the wrong place, or that lack something, to where they came from. The same task then lies in
 * the queue of the other department, with the words on top, until it is answered; the first department's clock stands still,
 * the other's runs. Between the same two a task is returned once: the second time they decide together with the owner who does
 * it ({@code bpmn/return.bpmn}). Whoever changes anything takes the request first, so that of two at one instant one goes
 * before the other.
 */
@Service
public class Returns {

  private final TaskTable tasks;
  private final ReturnTable table;
  private final ReturnReasons reasons;
  private final ReturnOrigin origin;
  private final ReturnRules rules;
  private final ReturnNews news;
  private final Passing passing;
  private final JointDecision decision;
  private final Claims claims;
  private final Requests requests;
  private final Processes processes;
  private final Journal journal;
  private final Clock clock;

  Returns(TaskTable tasks, ReturnTable table, ReturnReasons reasons, ReturnOrigin origin, ReturnRules rules, ReturnNews news,
      Passing passing, JointDecision decision, Claims claims, Requests requests, Processes processes, Journal journal,
      Clock clock) {
    this.tasks = tasks;
    this.table = table;
    this.reasons = reasons;
    this.origin = origin;
    this.rules = rules;
    this.news = news;
    this.passing = passing;
    this.decision = decision;
    this.claims = claims;
    this.requests = requests;
    this.processes = processes;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Returns a task to where it came from. If it has been returned between the same two before, or decided about, it stays
   * where it is, and a joint decision begins.
   *
   * @param reason key of a reason that can be chosen
   * @param words  why, in words; 1 to 2,000 characters
   * @param by     sign-in name of who asks
   * @return the task as it is now; not needed any more if the model drew a way back
   * @throws TaskRefused if there is no such task, a value cannot be accepted, the task has ended or is a step of a protocol, a
   *                     decision about it runs already, or the one who asks may not
   */
  @Transactional
  public Task giveBack(long id, String reason, String words, String by) {
    Task task = locked(id);
    rules.whyNoReturn(task, by).ifPresent(refused -> {
      throw refused;
    });
    ReturnReason why = reasons.required(reason);
    String said = ReturnRules.words("words", words, "Say what is missing or wrong.");
    Instant now = passing.notBefore(task, clock.instant());
    TaskReturn asked = asked(task, why, said, by, now);
    return rules.isSecond(task, asked) ? dispute(task, asked, why, now) : pass(task, asked, why, now);
  }

  private Task pass(Task task, TaskReturn asked, ReturnReason why, Instant now) {
    TaskReturn given = table.byId(table.insert(asked, why.key())).orElseThrow();
    journal.add(task.request(), JournalKind.TASK_RETURNED, given.by(), claims.naming(task, given.by(), told(task, given)));
    Set<Long> before = liveOf(task).collect(Collectors.toSet());
    if (processes.tell(wayBack(task), new CaseKey(task.request()), Map.of(), Map.of()) > 0) {
      table.moved(given.id(), liveOf(task).filter(id -> !before.contains(id)).findFirst().orElse(null), now);
    } else {
      passing.away(task, given, now);
    }
    news.returned(task, given);
    return claims.required(task.id());
  }

  private Stream<Long> liveOf(Task task) {
    return tasks.ofRequest(task.request()).stream().filter(Task::isLive).map(Task::id);
  }

  private Task dispute(Task task, TaskReturn asked, ReturnReason why, Instant now) {
    TaskReturn disputed = decision.begin(task, asked, why, now);
    journal.add(task.request(), JournalKind.RETURN_DISPUTED, disputed.by(), claims.naming(task, disputed.by(), told(task, disputed)));
    news.disputed(task, disputed);
    return claims.required(task.id());
  }

  private TaskReturn asked(Task task, ReturnReason why, String words, String by, Instant now) {
    TaskReturn away = task.clockOf() == null ? null : table.byId(task.clockOf()).orElseThrow();
    String from = Receivers.OWNER.equals(task.role()) ? null : task.department();
    String to = away == null || Objects.equals(from, away.homeDepartment()) ? origin.of(task).orElse(null) : away.homeDepartment();
    if (Objects.equals(from, to)) {
      throw new TaskRefused(Kind.CONFLICT, "“%s” began with the owner; there is nobody to return it to".formatted(task.name()));
    }
    Instant lateAt = task.lateAt() == null && task.isLate(now) ? now : task.lateAt();
    return new TaskReturn(0, task.id(), task.request(), task.stepKey(), from, to, why.label(), words, by, now,
        away == null ? from : away.homeDepartment(), away == null ? task.role() : away.homeRole(),
        away == null ? lateAt : away.homeLateAt(), null, TaskReturn.State.OPEN, null, null, null, null, null);
  }

  /** How a model draws a way back: an interrupting boundary event at the step that takes this message. */
  static String wayBack(Task task) {
    String step = task.stepKey().replaceFirst("^UserTask_", "").replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    return "%s.%s-returned".formatted(task.process(), step);
  }

  private Map<String, String> told(Task task, TaskReturn given) {
    return Map.of("task", task.name(), "where", rules.placeOf(given.toDepartment(), task.request()), "reason", given.reason(),
        "words", given.words());
  }

  /**
   * Sends a task that was returned on to whom it was returned by, with what was missing. That completes the return, not the
   * task. A joint decision about it that has begun meanwhile is not needed any more.
   *
   * @param words what was corrected or answered; 1 to 2,000 characters
   * @param by    sign-in name of who asks
   * @throws TaskRefused if there is no such task, the words cannot be accepted, it is not returned, or the one who asks may not
   */
  @Transactional
  public Task sendOn(long id, String words, String by) {
    Task task = locked(id);
    rules.whyNoAnswer(task, by).ifPresent(refused -> {
      throw refused;
    });
    String said = ReturnRules.words("words", words, "Say what you corrected, or what the answer is.");
    Instant now = passing.notBefore(task, clock.instant());
    TaskReturn given = table.byId(task.returned()).orElseThrow();
    table.answered(given.id(), said, by, now);
    decision.drop(task, now);
    passing.home(task, given, now);
    journal.add(task.request(), JournalKind.RETURN_ANSWERED, by, claims.naming(task, by,
        Map.of("task", task.name(), "where", rules.placeOf(given.fromDepartment(), task.request()), "words", said)));
    news.answered(task, given, said, by, now);
    return claims.required(id);
  }

  /** Whether an employee may return a task. */
  public boolean mayReturn(Task task, String employee) {
    return rules.whyNoReturn(task, employee).isEmpty();
  }

  /** Whether an employee may send a returned task on. */
  public boolean mayAnswer(Task task, String employee) {
    return rules.whyNoAnswer(task, employee).isEmpty();
  }

  /** To whom a task would be returned: key of a department, empty for the owner. */
  public Optional<String> wouldGoTo(Task task) {
    TaskReturn away = task.clockOf() == null ? null : table.byId(task.clockOf()).orElseThrow();
    return away == null || Objects.equals(task.department(), away.homeDepartment()) ? origin.of(task)
        : Optional.ofNullable(away.homeDepartment());
  }

  /** The returns of a task and those that led to it, oldest first; for the step of a joint decision, those of the task that it is about. */
  public List<TaskReturn> of(Task task) {
    return JointDecision.PROCESS.equals(task.process()) && task.subject() != null
        ? table.byId(Long.parseLong(task.subject())).map(about -> table.ofTask(about.task())).orElse(List.of())
        : table.ofTask(task.id());
  }

  /** The returns of several tasks that somebody is still to answer or to decide about; for marks in lists. */
  public List<TaskReturn> runningOf(Collection<Long> ids) {
    return ids.isEmpty() ? List.of() : table.runningOf(ids);
  }

  /** How often each step was returned between each two. */
  public List<ReturnCount> counts() {
    return table.counts();
  }

  /** The request before the task, as everybody does who changes both. */
  private Task locked(long id) {
    requests.lock(claims.required(id).request());
    return claims.locked(id);
  }
}
