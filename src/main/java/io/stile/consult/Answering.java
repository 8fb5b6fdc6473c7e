package io.stile.consult;

import io.stile.request.Answers;
import io.stile.request.Journal;
import io.stile.request.JournalKind;
import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.web.Refused.Kind;
import io.stile.work.Claims;
import io.stile.work.Completion;
import io.stile.work.Task;
import io.stile.work.TaskLookup;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers questions: of all who try at the same instant one does, and the others learn who it was. */
@Service
public class Answering {

  private static final String ANSWER = "answer";

  private final ConsultTable table;
  private final ConsultReader reader;
  private final Consults consults;
  private final Asked asked;
  private final Requests requests;
  private final TaskLookup tasks;
  private final Claims claims;
  private final Completion completion;
  private final Answers answers;
  private final Journal journal;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Answering(ConsultTable table, ConsultReader reader, Consults consults, Asked asked, Requests requests,
      TaskLookup tasks, Claims claims, Completion completion, Answers answers, Journal journal,
      ApplicationEventPublisher events, Clock clock) {
    this.table = table;
    this.reader = reader;
    this.consults = consults;
    this.asked = asked;
    this.requests = requests;
    this.tasks = tasks;
    this.claims = claims;
    this.completion = completion;
    this.answers = answers;
    this.journal = journal;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Answers an open question by completing its step, which is claimed first if nobody has it. For who is asked; once it is
   * late, also for the lead who is to get it answered.
   *
   * @param answer 1 to 5,000 characters
   * @throws ConsultRefused                    if it is not open any more; the message says what happened
   * @throws io.stile.work.TaskRefused         if somebody else has it, or the one who answers was not asked
   * @throws io.stile.request.AnswersRefused   if the answer cannot be accepted
   */
  @Transactional
  public Consult answer(long id, String answer, String by) {
    Consult consult = consults.locked(id);
    String text = QuestionWords.required(ANSWER, answer, QuestionWords.MOST, "Write down the answer.");
    Optional<Task> lead = reader.liveTask(consult, Consults.LEAD_STEP).filter(task -> by.equals(task.assignee()));
    Task step = reader.liveTask(consult, Consults.ANSWER_STEP).orElseThrow(() ->
        new ConsultRefused(Kind.CONFLICT, "Nobody can answer this question any more"));
    if (lead.isPresent() && !by.equals(step.assignee())) {
      completion.complete(lead.get().id(), by, Map.of("whoAnswers", "lead", ANSWER, text));
    } else {
      if (!by.equals(step.assignee())) {
        claims.claim(step.id(), by);
      }
      completion.complete(step.id(), by, Map.of(ANSWER, text));
    }
    return reader.required(id);
  }

  /** Keeps the answer that the last step of a question brought, and tells those who wait for it. */
  void record(Consult consult) {
    Task step = lastStep(consult);
    String text = String.valueOf(fields(step).get(ANSWER));
    Instant now = clock.instant();
    if (!table.answer(consult.id(), text, step.assignee(), now)) {
      throw new ConsultRefused(Kind.CONFLICT, reader.standing(reader.required(consult.id())));
    }
    journal.add(consult.request(), JournalKind.QUESTION_ANSWERED, step.assignee(), Map.of("whom", consult.asker(),
        "question", QuestionWords.brief(consult.question()), ANSWER, text));
    Request request = requests.byNumber(consult.request()).orElseThrow();
    String worker = Optional.ofNullable(consult.task()).flatMap(tasks::byId).map(Task::assignee).orElse(null);
    List<String> tell = Stream.of(consult.asker(), request.owner(), worker).filter(Objects::nonNull).distinct()
        .filter(employee -> !employee.equals(step.assignee())).toList();
    events.publishEvent(new QuestionAnswered(consult.id(), consult.request(), consult.task(), tell, step.assignee(),
        asked.nameOf(step.assignee()), QuestionWords.brief(text), now));
  }

  /** The step of a question that was completed last: the one that brought about what happens now. */
  Task lastStep(Consult consult) {
    return tasks.ofRequest(consult.request()).stream().filter(task -> task.state() == Task.State.DONE)
        .filter(task -> task.process().equals(Consults.PROCESS) && consult.subject().equals(task.subject()))
        .reduce((first, last) -> last.endedAt().isBefore(first.endedAt()) ? first : last).orElseThrow();
  }

  /** What was entered on the form of a step. */
  Map<String, Object> fields(Task step) {
    return answers.of(step.request()).stream().filter(answer -> Objects.equals(answer.task(), step.id()))
        .reduce((first, last) -> last).map(Answers.Answer::fields).orElseThrow();
  }
}
