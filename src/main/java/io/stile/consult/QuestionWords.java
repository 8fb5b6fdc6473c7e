package io.stile.consult;

import java.util.regex.Pattern;

/** The words of questions and answers. */
final class QuestionWords {

  static final int MOST = 5_000;
  static final int MOST_REASON = 1_000;
  private static final int SHORT = 80;
  /** U+0000, and a surrogate without its other half: neither can be stored. */
  private static final Pattern UNKEEPABLE = Pattern.compile("[\\x00\\p{Cs}]");

  private QuestionWords() {}

  /**
   * The text without the space around it.
   *
   * @param ask what to write, as a sentence
   * @throws ConsultRefused if there is none, it is longer than {@code most}, or holds what no text can be kept with
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
    String typed = text == null ? "" : text.strip();
    if (typed.length() > most) {
      throw ConsultRefused.invalid(field, "Expected text of at most %d characters; this has %d.".formatted(most, typed.length()));
    }
    if (UNKEEPABLE.matcher(typed).find()) {
      throw ConsultRefused.invalid(field,
          "Expected text; this holds the character U+0000 or half of another one, which no text can have.");
    }
    return typed;
  }

  /** The beginning of a text, for one line. */
  static String brief(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= SHORT ? line : line.substring(0, line.offsetByCodePoints(0, Math.min(SHORT - 1, line.codePointCount(0, line.length())))) + "…";
  }
}
