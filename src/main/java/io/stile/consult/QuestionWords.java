package io.stile.consult;

import io.stile.request.FreeText;

/** The words of questions and answers. */
final class QuestionWords {

  static final int MOST = 5_000;
  static final int MOST_REASON = 1_000;
  private static final int SHORT = 80;

  private QuestionWords() {}

  /**
   * The text without the space around it.
   *
   * @param ask what to write, as a sentence
   * @throws ConsultRefused if there is none, or it is longer than {@code most}
   */
  static String required(String field, String text, int most, String ask) {
    String typed = optional(field, text, most);
    if (typed.isEmpty()) {
      throw ConsultRefused.invalid(field, ask);
    }
    return typed;
  }

  /** Like {@link #required}, for text that may be empty. */
  static String optional(String field, String text, int most) {
    String typed = FreeText.optional(field, text);
    if (typed.length() > most) {
      throw ConsultRefused.invalid(field, "Expected text of at most %d characters; this has %d.".formatted(most, typed.length()));
    }
    return typed;
  }

  /** The beginning of a text, for one line. */
  static String brief(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.codePointCount(0, line.length()) <= SHORT ? line : line.substring(0, line.offsetByCodePoints(0, SHORT - 1)) + "…";
  }
}
