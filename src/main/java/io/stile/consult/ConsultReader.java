package io.stile.consult;

import io.stile.web.Refused.Kind;
import io.stile.work.Task;
import io.stile.work.TaskLookup;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Finds questions, and says where they stand. */
@Service
public class ConsultReader {

  private final ConsultTable table;
  private final TaskLookup tasks;
  private final Asked asked;

  ConsultReader(ConsultTable table, TaskLookup tasks, Asked asked) {
    this.table = table;
    this.tasks = tasks;
    this.asked = asked;
  }

  /**
   * The question of that id.
   *
   * @throws ConsultRefused if there is none
   */
  public Consult required(long id) {
    return table.byId(id).orElseThrow(() -> new ConsultRefused(Kind.UNKNOWN, "There is no question " + id));
  }

  /** All questions about a request, oldest first. */
  public List<Consult> ofRequest(String request) {
    return table.ofRequest(request);
  }

  /** The question that a step of a protocol is about, empty if it is none of a question. */
  public Optional<Consult> about(Task task) {
    return Consults.PROCESS.equals(task.process()) ? table.byId(Long.parseLong(task.subject())) : Optional.empty();
  }

  /** What was said about questions after they were asked, by question, oldest first. */
  public Map<Long, List<ConsultWord>> wordsOf(Collection<Consult> consults) {
    return consults.isEmpty() ? Map.of() : table.words(consults.stream().map(Consult::id).toList()).stream()
        .collect(Collectors.groupingBy(ConsultWord::consult));
  }

  /** What the questions about requests mark them with, in one look; open requests with nothing to mark are missing. */
  public Map<String, ConsultMarks> marksOf(Collection<String> requests) {
    return requests.isEmpty() ? Map.of() : table.marking(requests).stream()
        .collect(Collectors.groupingBy(Consult::request, Collectors.collectingAndThen(Collectors.toList(), ConsultMarks::of)));
  }

  /** What the questions about one request mark it with. */
  public ConsultMarks marksOf(String request) {
    return marksOf(List.of(request)).getOrDefault(request, ConsultMarks.NONE);
  }

  /** The live tasks to answer questions about one request, by question; those that have ended are missing. */
  public Map<Long, Task> answerTasks(List<Consult> consults) {
    return consults.isEmpty() ? Map.of() : tasks.ofRequest(consults.get(0).request()).stream().filter(Task::isLive)
        .filter(task -> task.process().equals(Consults.PROCESS) && task.stepKey().equals(Consults.ANSWER_STEP))
        .collect(Collectors.toMap(task -> Long.valueOf(task.subject()), Function.identity()));
  }

  Optional<Task> liveTask(Consult consult, String step) {
    return tasks.ofRequest(consult.request()).stream().filter(Task::isLive)
        .filter(task -> task.process().equals(Consults.PROCESS) && consult.subject().equals(task.subject()))
        .filter(task -> task.stepKey().equals(step)).findFirst();
  }

  /** Where a question stands, as a sentence without its stop. */
  public String standing(Consult consult) {
    return switch (consult.state()) {
      case OPEN -> "%s is asked and has not answered yet".formatted(asked.nameOf(consult.target()));
      case ANSWERED -> "%s has answered it already".formatted(asked.nameOf(consult.answeredBy()));
      case WITHDRAWN -> "The question was withdrawn";
      case DROPPED -> "The question is not needed any more: " + consult.endedWhy();
    };
  }
}
