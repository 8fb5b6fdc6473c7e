package io.stile.request;

import java.util.regex.Pattern;

/** Text that people type in their own words. */
public final class FreeText {

  /** The longest that is kept, in characters. */
  public static final int MOST = 10_000;

  /** U+0000, and a surrogate without its other half: neither can be stored. */
  private static final Pattern UNKEEPABLE = Pattern.compile("[\\x00\\p{Cs}]");

  private FreeText() {}

  /**
   * The text without the space around it; may be empty.
   *
   * @param field what the text is called where it was typed
   * @throws RequestRefused if it is too long, or holds what no text can be kept with
   */
  public static String optional(String field, String text) {
    String typed = text == null ? "" : text.strip();
    if (typed.length() > MOST) {
      throw RequestRefused.invalid(field,
          "Expected text of at most %d characters; this has %d.".formatted(MOST, typed.length()));
    }
    if (UNKEEPABLE.matcher(typed).find()) {
      throw RequestRefused.invalid(field,
          "Expected text; this holds the character U+0000 or half of another one, which no text can have.");
    }
    return typed;
  }

  /**
   * Like {@link #optional}, for text that must not be empty.
   *
   * @param ask what to write, as a sentence: "Say why the customer withdraws."
   */
  public static String required(String field, String text, String ask) {
    String typed = optional(field, text);
    if (typed.isEmpty()) {
      throw RequestRefused.invalid(field, ask);
    }
    return typed;
  }
}
