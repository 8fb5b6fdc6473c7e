package io.stile.request;

import io.stile.catalogue.RequestType;
import io.stile.customer.Interaction.Channel;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes down what a request begins with: its end-to-end clock, its journal, the answers to its start form. */
@Component
class RequestStory {

  private final Clocks clocks;
  private final Journal journal;
  private final Answers answers;

  RequestStory(Clocks clocks, Journal journal, Answers answers) {
    this.clocks = clocks;
    this.journal = journal;
    this.answers = answers;
  }

  void begin(Request request, RequestType type, Map<String, Object> startAnswers) {
    String number = request.number().value();
    clocks.start(number, Clocks.END_TO_END, request.openedAt(), type.promise(), type.calendar());
    clocks.fix(number, Clocks.END_TO_END, request.openedAt(), request.dueAt(), type.calendar(),
        "rounded up to the quarter hour");
    Map<String, String> details = new HashMap<>();
    details.put("channel", request.channel() == Channel.IN_HOUSE ? null : request.channel().word());
    details.put("owner", request.owner());
    journal.add(number, JournalKind.OPENED, request.opener(), details);
    if (type.model().startForm() != null) {
      answers.keep(number, null, type.name(), type.model().startForm(), request.opener(), startAnswers);
    }
  }
}
