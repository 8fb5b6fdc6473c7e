package io.stile.consult;

import io.stile.engine.CaseKey;
import io.stile.engine.Processes;
import io.stile.request.Journal;
import io.stile.request.JournalKind;
import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.web.Refused.Kind;
import io.stile.work.StepTarget.Target;
import io.stile.work.TargetTasks;
import io.stile.work.Task;
import io.stile.work.TaskLookup;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks other departments and colleagues without giving anything away: owner and assignee stay. Each question is a process of
 * its own ({@code bpmn/consult.bpmn}) with a step for who is asked, and ends with its answer, with the task or the request
 * that it came from, or when it is withdrawn.
 */
@Service
public class Consults {

  static final String PROCESS = "consult";
  static final String ANSWER_STEP = "UserTask_AnswerQuestion";
  static final String LEAD_STEP = "UserTask_GetQuestionAnswered";
  private static final String OVER = "consult.over";

  private final ConsultTable table;
  private final ConsultReader reader;
  private final Asked asked;
  private final AnswerDates dates;
  private final Requests requests;
  private final TaskLookup tasks;
  private final TargetTasks targetTasks;
  private final Journal journal;
  private final Processes processes;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Consults(ConsultTable table, ConsultReader reader, Asked asked, AnswerDates dates, Requests requests,
      TaskLookup tasks, TargetTasks targetTasks, Journal journal, Processes processes,
      ApplicationEventPublisher events, Clock clock) {
    this.table = table;
    this.reader = reader;
    this.asked = asked;
    this.dates = dates;
    this.requests = requests;
    this.tasks = tasks;
    this.targetTasks = targetTasks;
    this.journal = journal;
    this.processes = processes;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Asks a question; any employee may, about any open request.
   *
   * @throws ConsultRefused if a value cannot be accepted, or the request or the task has ended
   */
  @Transactional
  public Consult ask(NewConsult wanted) {
    Request request = requests.lock(wanted.request());
    if (!request.isOpen()) {
      throw new ConsultRefused(Kind.CONFLICT, "%s is %s; nobody needs to be asked about it any more"
          .formatted(request.number(), request.state().word()));
    }
    asked.require(wanted.target());
    if (wanted.by().equals(wanted.target().employee())) {
      throw ConsultRefused.invalid("employee", "That is you; expected somebody else who is asked.");
    }
    requireLive(wanted);
    String question = QuestionWords.required("question", wanted.question(), QuestionWords.MOST, "Write down what you want to know.");
    Instant now = clock.instant();
    long id = table.insert(wanted, question, dates.accepted(wanted.target(), wanted.due(), now), now);
    journal.add(wanted.request(), JournalKind.QUESTION_ASKED, wanted.by(),
        Map.of("to", asked.told(wanted.target()), "question", question));
    processes.start(PROCESS, new CaseKey(wanted.request()), Map.of("subject", String.valueOf(id)));
    Consult consult = reader.required(id);
    tellWhoIsAsked(consult, wanted.by());
    return consult;
  }

  private void requireLive(NewConsult wanted) {
    if (wanted.task() == null) {
      return;
    }
    Task task = tasks.byId(wanted.task()).filter(found -> found.request().equals(wanted.request()))
        .orElseThrow(() -> ConsultRefused.invalid("task", "%s has no task %d; expected the id of one of its open tasks."
            .formatted(wanted.request(), wanted.task())));
    if (!task.isLive()) {
      throw new ConsultRefused(Kind.CONFLICT, "“%s” has ended; ask from the request instead".formatted(task.name()));
    }
  }

  /**
   * Hands a question on to somebody who knows the answer; it stays due when it was. For whoever is asked, and his lead.
   *
   * @param reason why, 1 to 1,000 characters
   * @throws ConsultRefused if it is not open any more, a value cannot be accepted, or the one who hands it on may not
   */
  @Transactional
  public Consult handOn(long id, Target to, String reason, String by) {
    Consult consult = locked(id);
    if (!mayHandOn(consult, by)) {
      throw new ConsultRefused(Kind.FORBIDDEN, "Only %s and their lead may hand this question on".formatted(asked.nameOf(consult.target())));
    }
    give(consult, to, reason, by);
    return reader.required(id);
  }

  /** Whether somebody may hand a question on: it is open, and he is asked or leads who is. */
  public boolean mayHandOn(Consult consult, String employee) {
    return consult.isOpen() && (asked.isFor(consult.target(), employee)
        || asked.leadOf(consult.target(), requests.byNumber(consult.request()).orElseThrow()).equals(employee));
  }

  /** Has somebody else answer, whoever asks for it; callers hold the request. */
  void give(Consult consult, Target to, String reason, String by) {
    asked.require(to);
    if (to.equals(consult.target())) {
      throw ConsultRefused.invalid(to.department() == null ? "employee" : "department",
          "%s is asked already; expected somebody else.".formatted(asked.nameOf(to)));
    }
    String why = QuestionWords.required("reason", reason, QuestionWords.MOST_REASON, "Say why it is better asked there.");
    table.setTarget(consult.id(), to);
    table.add(new ConsultWord(consult.id(), clock.instant(), by, why, to));
    journal.add(consult.request(), JournalKind.QUESTION_HANDED_ON, by,
        Map.of("question", QuestionWords.brief(consult.question()), "to", asked.told(to), "reason", why));
    targetTasks.follow(PROCESS, consult.subject(), by);
    tellWhoIsAsked(reader.required(consult.id()), by);
  }

  private void tellWhoIsAsked(Consult consult, String by) {
    String employee = consult.target().employee();
    if (employee != null && !employee.equals(by)) {
      reader.liveTask(consult, ANSWER_STEP).ifPresent(task -> events.publishEvent(new QuestionAsked(consult.id(),
          consult.request(), task.id(), employee, consult.asker(), QuestionWords.brief(consult.question()), clock.instant())));
    }
  }

  /**
   * Adds words to an open question; for its asker and the owner of the request.
   *
   * @param words 1 to 5,000 characters
   * @throws ConsultRefused if it is not open any more, the words cannot be accepted, or the one who adds them may not
   */
  @Transactional
  public Consult add(long id, String words, String by) {
    Consult consult = locked(id);
    requireAskerOrOwner(consult, by, "add to");
    String text = QuestionWords.required("words", words, QuestionWords.MOST, "Write down what is to be added.");
    table.add(new ConsultWord(id, clock.instant(), by, text, null));
    journal.add(consult.request(), JournalKind.QUESTION_ADDED, by, Map.of("to", asked.told(consult.target()), "text", text));
    tellWorker(consult, "added", "%s added to the question: %s".formatted(asked.nameOf(by), QuestionWords.brief(text)));
    return reader.required(id);
  }

  /**
   * Withdraws an open question; for its asker, and the owner of the request and his lead.
   *
   * @param reason why, or null; at most 1,000 characters
   * @throws ConsultRefused if it is not open any more, or the one who withdraws it may not
   */
  @Transactional
  public Consult withdraw(long id, String reason, String by) {
    Consult consult = locked(id);
    Request request = requests.byNumber(consult.request()).orElseThrow();
    if (!asked.leads(by, request.owner())) {
      requireAskerOrOwner(consult, by, "withdraw");
    }
    String why = QuestionWords.optional("reason", reason, QuestionWords.MOST_REASON);
    Map<String, String> details = new HashMap<>(Map.of("to", asked.told(consult.target())));
    details.put("reason", why.isEmpty() ? null : why);
    tellWorker(consult, "withdrawn", "%s does not need the answer any more: %s"
        .formatted(asked.nameOf(by), QuestionWords.brief(consult.question())));
    journal.add(consult.request(), JournalKind.QUESTION_WITHDRAWN, by, details);
    end(consult, Consult.State.WITHDRAWN, why.isEmpty() ? null : why);
    return reader.required(id);
  }

  /** Ends an open question because what it was asked for has ended. */
  void drop(Consult consult, String why) {
    if (end(consult, Consult.State.DROPPED, why)) {
      journal.add(consult.request(), JournalKind.QUESTION_OVER, null,
          Map.of("to", asked.told(consult.target()), "why", why));
    }
  }

  private boolean end(Consult consult, Consult.State state, String why) {
    boolean open = table.end(consult.id(), state, why, clock.instant());
    if (open) {
      processes.tell(OVER, new CaseKey(consult.request()), Map.of("subject", consult.subject()), Map.of());
    }
    return open;
  }

  private void tellWorker(Consult consult, String what, String text) {
    reader.liveTask(consult, ANSWER_STEP).filter(task -> task.assignee() != null).ifPresent(task ->
        events.publishEvent(new QuestionNews(consult.id(), what, task.assignee(), consult.request(),
            what.equals("withdrawn") ? null : task.id(), text, clock.instant())));
  }

  private void requireAskerOrOwner(Consult consult, String by, String what) {
    boolean owner = requests.byNumber(consult.request()).map(Request::owner).filter(by::equals).isPresent();
    if (!owner && !consult.asker().equals(by)) {
      throw new ConsultRefused(Kind.FORBIDDEN, "Only %s, who asked it, and the owner of the request may %s this question"
          .formatted(asked.nameOf(consult.asker()), what));
    }
  }

  /** An open question, whose request nobody else changes at this instant. */
  Consult locked(long id) {
    requests.lock(reader.required(id).request());
    Consult consult = reader.required(id);
    if (!consult.isOpen()) {
      throw new ConsultRefused(Kind.CONFLICT, reader.standing(consult));
    }
    return consult;
  }
}
