package io.stile.desk.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The guide of a request type, for the person on the phone. Its lines begin with "Ask:" or "Say:"; a line that begins with
 * neither is a note.
 *
 * @param ask   questions, one by one
 * @param say   what to tell the customer
 * @param notes what is only for the reader
 */
record Guide(List<String> ask, List<String> say, List<String> notes) {

  private static final String ASK = "ask:";
  private static final String SAY = "say:";
  private static final String AFTER_A_QUESTION = "(?<=\\?)\\s+";

  static Guide of(String text) {
    Guide guide = new Guide(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    if (text != null) {
      text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(guide::take);
    }
    return guide;
  }

  private void take(String line) {
    String start = line.toLowerCase(Locale.ROOT);
    if (start.startsWith(ASK)) {
      ask.addAll(List.of(line.substring(ASK.length()).strip().split(AFTER_A_QUESTION)));
    } else if (start.startsWith(SAY)) {
      say.add(line.substring(SAY.length()).strip());
    } else {
      notes.add(line);
    }
  }

  public boolean isEmpty() {
    return ask.isEmpty() && say.isEmpty() && notes.isEmpty();
  }
}
