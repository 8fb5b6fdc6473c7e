package io.stile.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The words by which programs know the constants of an enum: {@code ON_HOLD} is {@code on-hold}. */
public final class Words {

  /** How much of what somebody sent is repeated to him. */
  static final int LONGEST_QUOTE = 60;

  private Words() {}

  /** The word of a constant; null for none. */
  public static String of(Enum<?> constant) {
    return constant == null ? null : constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The constant of a word, in either case, also as it is written in Java; null if nothing was sent.
   *
   * @param field what the word is called where it was sent
   * @throws Refusal if it is none of them; the reader is told which there are
   */
  public static <E extends Enum<E>> E parse(String field, Class<E> type, String word) {
    if (word == null || word.isBlank()) {
      return null;
    }
    return Arrays.stream(type.getEnumConstants()).filter(constant -> of(constant).equalsIgnoreCase(word.strip().replace('_', '-')))
        .findFirst().orElseThrow(() -> Refusal.invalid(field, expected(type, word)));
  }

  /** What to tell somebody who sent a word that is none of them. */
  static String expected(Class<?> type, Object sent) {
    List<String> words = Arrays.stream(type.getEnumConstants()).map(constant -> of((Enum<?>) constant)).toList();
    return "'%s' is none; expected one of %s.".formatted(Problem.shortened(String.valueOf(sent), LONGEST_QUOTE), String.join(", ", words));
  }
}
