package io.stile.request;

import io.stile.web.Refused.Kind;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Internal notes: words among colleagues, which the customer does not see. */
@Service
public class Notes {

  private final RequestTable table;
  private final Journal journal;

  Notes(RequestTable table, Journal journal) {
    this.table = table;
    this.journal = journal;
  }

  /**
   * Adds a note to the journal of a request.
   *
   * @throws RequestRefused if there is no such request, or the text is empty or too long
   */
  @Transactional
  public void add(String number, String by, String text) {
    if (table.byNumber(number).isEmpty()) {
      throw new RequestRefused(Kind.UNKNOWN, "There is no request " + number);
    }
    String note = FreeText.required("text", text, "Write down what is to be noted.");
    journal.add(number, JournalKind.NOTE, by, Map.of("text", note));
  }
}
