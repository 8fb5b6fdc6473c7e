package io.stile.consult;

import io.stile.request.Journal;
import io.stile.request.JournalKind;
import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.web.Refused.Kind;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** That an answer has arrived marks its request, until its owner or his lead has taken note of it. */
@Service
public class Attention {

  private final ConsultTable table;
  private final ConsultReader reader;
  private final Asked asked;
  private final Requests requests;
  private final Journal journal;
  private final Clock clock;

  Attention(ConsultTable table, ConsultReader reader, Asked asked, Requests requests, Journal journal, Clock clock) {
    this.table = table;
    this.reader = reader;
    this.asked = asked;
    this.requests = requests;
    this.journal = journal;
    this.clock = clock;
  }

  /** Whether somebody may take note of what has arrived: the owner of the request, and who leads him. */
  public boolean mayClear(Request request, String employee) {
    return request.isOpen() && (employee.equals(request.owner()) || asked.leads(employee, request.owner()));
  }

  /**
   * Takes note of answers; those noted before stay as they are.
   *
   * @param answers ids of the questions whose answers were read; null for all that have arrived
   * @throws ConsultRefused if the one who asks is neither the owner nor his lead
   */
  @Transactional
  public void clear(String number, Collection<Long> answers, String by) {
    Request request = requests.lock(number);
    if (!mayClear(request, by)) {
      throw new ConsultRefused(request.isOpen() ? Kind.FORBIDDEN : Kind.CONFLICT, request.isOpen()
          ? "Only %s, who owns %s, and his lead may clear what needs attention".formatted(asked.nameOf(request.owner()), number)
          : "%s is %s; nothing of it needs attention".formatted(number, request.state().word()));
    }
    List<Long> read = reader.marksOf(number).news().stream().map(Consult::id)
        .filter(id -> answers == null || answers.contains(id)).toList();
    table.see(number, read, by, clock.instant()).forEach(consult -> journal.add(number, JournalKind.ATTENTION_CLEARED, by,
        Map.of("from", consult.answeredBy(), "question", QuestionWords.brief(consult.question()))));
  }
}
