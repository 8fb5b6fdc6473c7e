package io.stile.desk.web;

import io.stile.customer.Contract;
import io.stile.customer.Customer;
import io.stile.desk.Story;
import io.stile.desk.StoryLine;
import io.stile.request.Request;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * What somebody who does a task need not ask the customer again.
 *
 * @param contract the contract that the request is about, or null
 * @param opener   name of who heard the customer's words
 * @param owner    name of who is accountable
 * @param promised until when the customer was promised that it is done, or null
 * @param whole    what was said, answered and done
 */
record TaskStory(Request request, Customer customer, Contract contract, String opener, String owner,
                 Instant promised, Story whole) {

  private static final int SHORT = 6;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  /** The latest that happened, newest first, without the notes. */
  public List<StoryLine> happened() {
    return whole.journal().stream().filter(line -> !line.isNote()).limit(SHORT).toList();
  }

  /** Since when the contract runs, in words. */
  public String since() {
    return contract == null || contract.since() == null ? "not known" : DAY.format(contract.since());
  }

  /** What the customer owes on the contract, in words: {@code 12.50 EUR}. */
  public String balance() {
    return contract == null || contract.openBalanceCents() == null ? "not known"
        : BigDecimal.valueOf(contract.openBalanceCents(), 2) + " " + contract.currency();
  }
}
