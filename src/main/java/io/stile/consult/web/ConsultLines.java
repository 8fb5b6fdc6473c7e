package io.stile.consult.web;

import io.stile.consult.Consult;
import io.stile.consult.ConsultReader;
import io.stile.consult.ConsultWord;
import io.stile.work.Task;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts questions into the form in which programs read them. */
@Component
class ConsultLines {

  private final ConsultReader reader;

  ConsultLines(ConsultReader reader) {
    this.reader = reader;
  }

  ConsultLine required(long id) {
    return of(reader.required(id));
  }

  ConsultLine of(Consult consult) {
    return lines(List.of(consult)).get(0);
  }

  List<ConsultLine> ofRequest(String request) {
    return lines(reader.ofRequest(request));
  }

  private List<ConsultLine> lines(List<Consult> consults) {
    Map<Long, List<ConsultWord>> words = reader.wordsOf(consults);
    Map<Long, Task> steps = reader.answerTasks(consults);
    return consults.stream().map(consult -> ConsultLine.of(consult,
        steps.containsKey(consult.id()) ? steps.get(consult.id()).id() : null, words.getOrDefault(consult.id(), List.of())))
        .toList();
  }
}
