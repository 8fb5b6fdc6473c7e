package io.stile.desk.web;

import io.stile.customer.Customer;
import io.stile.desk.Story;
import io.stile.desk.StoryLine;
import io.stile.request.Request;
import java.time.Instant;
import java.util.List;

/**
 * What somebody who does a task need not ask the customer again.
 *
 * @param contract the contract that the request is about, or null
 * @param opener   name of who heard the customer's words
 * @param owner    name of who is accountable
 * @param promised until when the customer was promised that it is done, or null
 * @param whole    what was said, answered and done
 */
record TaskStory(Request request, Customer customer, ContractLine contract, String opener, String owner,
                 Instant promised, Story whole) {

  private static final int SHORT = 6;

  /** The latest that happened, newest first, without the notes. */
  public List<StoryLine> happened() {
    return whole.journal().stream().filter(line -> !line.isNote()).limit(SHORT).toList();
  }
}
