package io.stile.desk.web;

import static java.util.stream.Collectors.toMap;

import io.stile.consult.Attention;
import io.stile.consult.Consult;
import io.stile.consult.ConsultMarks;
import io.stile.consult.ConsultReader;
import io.stile.consult.ConsultWord;
import io.stile.consult.Consults;
import io.stile.desk.Names;
import io.stile.organisation.Organisation;
import io.stile.request.Request;
import io.stile.work.StepTarget.Target;
import io.stile.work.Task;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Reads what pages show about questions to others. */
@Component
class ConsultSheets {

  /** Attribute of the model: the form about a question that was not accepted. */
  static final String DRAFT = "consultDraft";

  private final ConsultReader reader;
  private final Consults consults;
  private final Attention attention;
  private final Organisation organisation;
  private final Clock clock;

  ConsultSheets(ConsultReader reader, Consults consults, Attention attention, Organisation organisation, Clock clock) {
    this.reader = reader;
    this.consults = consults;
    this.attention = attention;
    this.organisation = organisation;
    this.clock = clock;
  }

  /**
   * The questions about a request as a viewer sees them.
   *
   * @param from  the task whose page it is, or null on the page of the request
   * @param draft what was not accepted just now, or null
   */
  ConsultSheet of(Request request, Task from, String viewer, Draft draft) {
    List<Consult> all = reader.ofRequest(request.number().value());
    ConsultMarks marks = reader.marksOf(request.number().value());
    Names names = new Names(organisation);
    Map<Long, List<ConsultWord>> words = reader.wordsOf(all);
    Map<Long, Task> steps = reader.answerTasks(all);
    List<ConsultView> views = all.stream().map(each -> view(each, request, steps.get(each.id()),
        words.getOrDefault(each.id(), List.of()), viewer, names)).toList();
    List<Long> news = marks.news().stream().map(Consult::id).toList();
    return new ConsultSheet(request.number().value(), from == null ? null : from.id(),
        request.isOpen() && (from == null || from.isLive()), attention.mayClear(request, viewer), views,
        blockedBy(marks, names), views.stream().filter(view -> news.contains(view.consult().id())).toList(),
        organisation.departments(), draft == null ? Draft.NONE : draft);
  }

  /** The form about a question that was not accepted just now, or null. */
  static Draft draft(Model model) {
    return (Draft) model.getAttribute(DRAFT);
  }

  /** The question that a step is about, as a viewer sees it; empty if it is none of a question. */
  Optional<ConsultView> about(Task task, ConsultSheet sheet) {
    return reader.about(task).flatMap(consult -> sheet.consults().stream().filter(view -> view.consult().id() == consult.id())
        .findFirst());
  }

  private ConsultView view(Consult consult, Request request, Task step, List<ConsultWord> words, String viewer, Names names) {
    boolean asks = consult.isOpen() && (viewer.equals(consult.asker()) || viewer.equals(request.owner()));
    return new ConsultView(consult, names.employee(consult.asker()), nameOf(consult.target(), names),
        names.employee(consult.answeredBy()), consult.isLate(clock.instant()), step == null ? null : step.id(),
        words.stream().map(word -> new ConsultView.Word(word.at(), names.employee(word.by()), word.words(),
            word.handedTo() == null ? null : nameOf(word.handedTo(), names))).toList(),
        asks, asks || consult.isOpen() && attention.mayClear(request, viewer), consults.mayHandOn(consult, viewer));
  }

  /** The names of those whose answers somebody needs to go on. */
  static List<String> blockedBy(ConsultMarks marks, Names names) {
    return marks.blocking().stream().map(consult -> nameOf(consult.target(), names)).distinct().toList();
  }

  private static String nameOf(Target target, Names names) {
    return target.department() == null ? names.employee(target.employee()) : names.department(target.department());
  }

  /** What marks requests, in words: those that nothing marks are missing. */
  Map<String, Marked> marked(Collection<String> requests) {
    Names names = new Names(organisation);
    return reader.marksOf(requests).entrySet().stream().collect(toMap(Map.Entry::getKey,
        entry -> new Marked(String.join(", ", blockedBy(entry.getValue(), names)), entry.getValue().needsAttention())));
  }

  /** What marks a request in a list; {@code blockedBy} is empty if nobody has to answer. */
  record Marked(String blockedBy, boolean attention) {

    static final Marked NONE = new Marked("", false);
  }
}
