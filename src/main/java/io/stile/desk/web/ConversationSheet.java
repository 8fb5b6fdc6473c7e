package io.stile.desk.web;

import io.stile.conversation.WarmHandOver;
import java.util.List;

/**
 * The conversation with a customer, as it is passed on.
 *
 * @param last   what was asked last, or null
 * @param asked  name of the person or department that was asked, or null
 * @param from   name of who has the customer on the line, or null
 * @param taker  name of who took it, or null
 * @param mine   whether the viewer is the one who asked
 * @param step   id of the step in which the viewer can take it over, or null
 * @param groups who can be asked now, by department
 */
record ConversationSheet(WarmHandOver last, String asked, String from, String taker, boolean mine, Long step,
                         List<Group> groups) {

  /**
   * A department that is open now.
   *
   * @param people those on duty, without the viewer
   */
  record Group(String key, String name, List<Person> people) {}

  /** @param until until when he is on duty, as people read it; null if for good */
  record Person(String signIn, String name, String until) {}
}
