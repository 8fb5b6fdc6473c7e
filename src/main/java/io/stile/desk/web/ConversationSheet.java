package io.stile.desk.web;

import io.stile.conversation.WarmHandOver;

/**
 * The conversation with a customer, as it is passed on.
 *
 * @param last   what was asked last, or null
 * @param asked  name of the person or department that was asked, or null
 * @param from   name of who has the customer on the line, or null
 * @param taker  name of who took it, or null
 * @param mine   whether the viewer is the one who asked
 * @param step   id of the step in which the viewer can take it over, or null
 * @param near   sign-in name of somebody whose departments come first among those who can be asked
 * @param anybody whether anybody else is on duty now
 */
record ConversationSheet(WarmHandOver last, String asked, String from, String taker, boolean mine, Long step,
                         String near, boolean anybody) {

  /** Of a customer about whom nobody was asked yet. */
  static ConversationSheet begin(String near, boolean anybody) {
    return new ConversationSheet(null, null, null, null, false, null, near, anybody);
  }
}
