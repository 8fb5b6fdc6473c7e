package io.stile.desk.web;

import io.stile.consult.Consult;
import java.time.Instant;
import java.util.List;

/**
 * A question as pages show it, and what the viewer can do about it.
 *
 * @param asker       name of who asked
 * @param asked       name of who is asked
 * @param answeredBy  name of who answered, or null
 * @param task        id of the open task to answer it, or null
 * @param words       what was added since, oldest first
 * @param mayAdd      whether the viewer can add words
 * @param mayWithdraw whether he can withdraw it
 * @param mayHandOn   whether he can hand it on to somebody else
 */
record ConsultView(Consult consult, String asker, String asked, String answeredBy, boolean late, Long task, List<Word> words,
                   boolean mayAdd, boolean mayWithdraw, boolean mayHandOn) {

  /** What somebody added; {@code handedTo} is the name of whom it was handed on to, or null. */
  record Word(Instant at, String by, String words, String handedTo) {}
}
