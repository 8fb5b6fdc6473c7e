package io.stile.desk.web;

import java.io.Serializable;

/**
 * What is read aloud to the customer once a request is open, so that he knows its number, who is responsible and until when.
 * Travels to the next page as the flash attribute {@code spoken}.
 *
 * @param responsible how its reader says who is responsible: "Mara Klein is responsible for it"
 * @param by          the promised time in words: "tomorrow, Tuesday 3 March, at 17:00"
 */
record SpokenSentence(String number, String responsible, String by) implements Serializable {

  /** Nobody says of himself that "Mara Klein is responsible". */
  static SpokenSentence of(String number, String owner, boolean readByOwner, String by) {
    return new SpokenSentence(number, readByOwner ? "I, " + owner + ", am responsible for it"
        : owner + " is responsible for it", by);
  }

  /** All of it. */
  @Override
  public String toString() {
    return "Your request is %s. %s, and you will hear from us by %s.".formatted(number, responsible, by);
  }
}
