package io.stile.request;

import io.stile.request.RequestRefused.Kind;

/** Text that people type in their own words. */
final class FreeText {

  static final int MOST = 10_000;

  private FreeText() {}

  /**
   * The text without the space around it; may be empty.
   *
   * @param field what the text is called where it was typed
   * @throws RequestRefused if it is too long, or holds the one character that no text can be kept with
   */
  static String optional(String field, String text) {
    String typed = text == null ? "" : text.strip();
    if (typed.length() > MOST) {
      throw new RequestRefused(Kind.INVALID,
          "'%s' has %d characters; expected text of at most %d".formatted(field, typed.length(), MOST));
    }
    if (typed.indexOf('\0') >= 0) {
      throw new RequestRefused(Kind.INVALID, "'%s' holds the character U+0000, which no text can have".formatted(field));
    }
    return typed;
  }

  /**
   * Like {@link #optional}, for text that must not be empty.
   *
   * @param ask what to say, for the message
   */
  static String required(String field, String text, String ask) {
    String typed = optional(field, text);
    if (typed.isEmpty()) {
      throw new RequestRefused(Kind.INVALID, "'%s' is missing: %s".formatted(field, ask));
    }
    return typed;
  }
}
