package io.stile.gate;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a text that people read may consist of: characters that can be seen, no markup, nothing that a browser would compute. */
final class PlainText {

  private static final Pattern MARKUP = Pattern.compile("<[A-Za-z/!?]");
  private static final String TEMPLATE = "{{";

  private PlainText() {}

  /** What is wrong with the characters of a text of at most that length, empty if nothing; names and cells are of one line. */
  static Optional<String> flaw(String text, int longest, boolean severalLines) {
    if (text.length() > longest) {
      return Optional.of("has %,d characters. Shorten it to at most %,d.".formatted(text.length(), longest));
    }
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int character = text.codePointAt(i);
      if (isUnseen(character) && !(isLineBreak(character) && severalLines)) {
        return Optional.of("holds the character U+%04X at place %,d, which cannot be seen and could hide what is meant. Take it out."
            .formatted(character, i + 1));
      }
    }
    return Optional.empty();
  }

  /** What is wrong with a text of a form, empty if nothing: form-js would compute it, or it is made to look like a part of the page. */
  static Optional<String> formFlaw(String text, int longest, boolean severalLines) {
    Optional<String> flaw = flaw(text, longest, severalLines);
    if (flaw.isPresent()) {
      return flaw;
    }
    if (text.startsWith("=")) {
      return Optional.of("begins with “=”, which makes it an expression. Write the words themselves.");
    }
    if (text.contains(TEMPLATE)) {
      return Optional.of("holds “{{”, which makes it a template. Write the words themselves.");
    }
    return MARKUP.matcher(text).find()
        ? Optional.of("holds markup: %s. Write plain words; “<” may stand before a space or a digit.".formatted(Quoted.of(text)))
        : Optional.empty();
  }

  private static boolean isLineBreak(int character) {
    return character == '\n' || character == '\r' || character == '\t';
  }

  /**
   * Controls, half characters, private ones, and those that turn the direction of reading or take no room. The two joiners stay: some scripts
   * need them.
   */
  private static boolean isUnseen(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      // Pictures newer than this Java are unassigned to it; what will never be a character is not.
      case Character.UNASSIGNED -> (character & 0xFFFE) == 0xFFFE || character >= 0xFDD0 && character <= 0xFDEF;
      case Character.FORMAT -> character != 0x200C && character != 0x200D;
      default -> character == 0x115F || character == 0x1160 || character == 0x3164 || character == 0xFFA0 || character == 0x2800;
    };
  }
}
