package io.stile.gate;

import java.util.regex.Pattern;

/** What a finding quotes from a file: short, in one line, without characters that cannot be seen. */
final class Quoted {

  private static final int LONGEST = 120;
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{C}]+");

  private Quoted() {}

  /** In quotation marks. */
  static String of(String text) {
    return "“" + plain(text) + "”";
  }

  /** Without quotation marks. */
  static String plain(String text) {
    if (text == null) {
      return "";
    }
    // What is far too long is cut first: no pattern has to read a megabyte.
    String start = cut(text, 4 * LONGEST);
    String line = SPACE.matcher(start).replaceAll(" ").strip();
    boolean whole = line.length() <= LONGEST && start.length() == text.length();
    return whole ? line : cut(line, LONGEST) + "…";
  }

  /** Its beginning, without half a character at the end. */
  static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
  }
}
