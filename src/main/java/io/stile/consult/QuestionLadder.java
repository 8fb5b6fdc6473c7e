package io.stile.consult;

import io.stile.catalogue.RequestType;
import io.stile.catalogue.RequestTypes;
import io.stile.request.Journal;
import io.stile.request.JournalKind;
import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.work.MovedDates;
import io.stile.work.StepTarget.Target;
import io.stile.work.Task;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The rungs of the ladder that {@code bpmn/consult.bpmn} draws for a question that nobody answers. */
@Component
class QuestionLadder {

  private final ConsultTable table;
  private final Consults consults;
  private final ConsultReader reader;
  private final Answering answering;
  private final AnswerDates dates;
  private final MovedDates movedDates;
  private final Asked asked;
  private final Requests requests;
  private final RequestTypes types;
  private final Journal journal;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  QuestionLadder(ConsultTable table, Consults consults, ConsultReader reader, Answering answering, AnswerDates dates,
      MovedDates movedDates, Asked asked, Requests requests, RequestTypes types, Journal journal, ApplicationEventPublisher events,
      Clock clock) {
    this.table = table;
    this.consults = consults;
    this.reader = reader;
    this.answering = answering;
    this.dates = dates;
    this.movedDates = movedDates;
    this.asked = asked;
    this.requests = requests;
    this.types = types;
    this.journal = journal;
    this.events = events;
    this.clock = clock;
  }

  void tellAsker(Consult consult) {
    String owner = requests.byNumber(consult.request()).map(Request::owner).orElseThrow();
    tell(consult, "late", Stream.of(consult.asker(), owner).distinct().toList(), "%s has not answered in time: %s");
  }

  void tellManagers(Consult consult) {
    tell(consult, "unanswered", asked.managers(), "Neither %s nor their lead has answered: %s");
  }

  private void tell(Consult consult, String what, List<String> employees, String words) {
    String text = words.formatted(asked.nameOf(consult.target()), QuestionWords.brief(consult.question()));
    Instant now = clock.instant();
    for (String employee : employees) {
      journal.add(consult.request(), JournalKind.TOLD, null, Map.of("whom", employee, "text", text));
      events.publishEvent(new QuestionNews(consult.id(), what, employee, consult.request(), consult.task(), text, now));
    }
  }

  /** Has whom the lead has named answer, by a time that begins anew. */
  void askSomebodyElse(Consult consult) {
    Task decision = answering.lastStep(consult);
    Map<String, Object> fields = answering.fields(decision);
    boolean colleague = "colleague".equals(fields.get("whoAnswers"));
    String named = String.valueOf(fields.get(colleague ? "askColleague" : "askDepartment"));
    Target to = colleague ? Target.employee(named) : Target.department(named);
    consults.give(consult, to, String.valueOf(fields.get("whyAskedElsewhere")), decision.assignee());
    Instant due = dates.proposed(to);
    table.setDue(consult.id(), due);
    movedDates.move(Consults.PROCESS, consult.subject(), AnswerDates.NAME, due,
        dates.calendarKey(to).orElseGet(() -> calendarOf(consult.request())),
        "%s is asked instead".formatted(asked.nameOf(to)));
  }

  private String calendarOf(String request) {
    return requests.byNumber(request).map(Request::type).flatMap(types::byKey).map(RequestType::calendar).orElseThrow();
  }

  Consult consult(String subject) {
    return reader.required(Long.parseLong(subject));
  }
}
