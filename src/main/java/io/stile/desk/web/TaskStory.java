package io.stile.desk.web;

import io.stile.customer.Customer;
import io.stile.desk.AnswersView;
import io.stile.desk.ContactView;
import io.stile.desk.Story;
import io.stile.desk.StoryLine;
import io.stile.request.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What somebody who does a task need not ask the customer again.
 *
 * @param contract the contract that the request is about, or null
 * @param opener   name of who heard the customer's words
 * @param owner    name of who is accountable
 * @param promised until when the customer was promised that it is done, or null
 * @param whole    what was said, answered and done
 * @param repeats  "3rd contact", or null if the customer never had to come back
 */
record TaskStory(Request request, Customer customer, ContractLine contract, String opener, String owner,
                 Instant promised, Story whole, String repeats) {

  private static final int SHORT = 6;
  /** So many contacts are read at a glance; more are folded. */
  private static final int GLANCE = 2;

  /** The latest that happened, newest first, without the notes. */
  public List<StoryLine> happened() {
    return whole.journal().stream().filter(line -> !line.isNote()).limit(SHORT).toList();
  }

  /** The newest contact, which says how things stand now; null if nobody was in touch since the request was opened. */
  public ContactView newest() {
    List<ContactView> all = whole.contacts();
    return all.isEmpty() ? null : all.get(all.size() - 1);
  }

  /** The other contacts, newest first. */
  private List<ContactView> before() {
    List<ContactView> all = new ArrayList<>(whole.contacts().subList(0, Math.max(0, whole.contacts().size() - 1)));
    Collections.reverse(all);
    return all;
  }

  /** Those of them that are shown at once. */
  public List<ContactView> shown() {
    return before().stream().limit(GLANCE).toList();
  }

  /** Those of them that are folded. */
  public List<ContactView> folded() {
    return before().stream().skip(GLANCE).toList();
  }

  /** What the customer was asked when the request was opened. */
  public List<AnswersView> asked() {
    return whole.answers().stream().filter(answers -> answers.answer().task() == null).toList();
  }

  /** What was done since then and came to what, the newest first. */
  public List<AnswersView> tried() {
    List<AnswersView> all = new ArrayList<>(whole.answers().stream().filter(answers -> answers.answer().task() != null).toList());
    Collections.reverse(all);
    return all;
  }
}
