package io.stile.form;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Carries a JavaScript regular expression over to Java: the same text must be accepted by the browser and here.
 *
 * <p>What means something else in Java is rewritten ({@code $ . \s \b [} inside brackets), what only one of the two knows is refused.
 */
final class FormPatternReader {

  private static final int LONGEST = 500;
  private static final long MOST_REPEATS = 1_000_000;
  private static final Pattern COUNT = Pattern.compile("\\{(\\d{1,4})(,(\\d{0,4}))?}");
  /** To a browser it is a count all the same. */
  private static final Pattern TOO_OFTEN = Pattern.compile("\\{\\d+(,\\d*)?}");
  private static final String SPACES = "\\t\\n\\x0B\\f\\r \\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000\\uFEFF";
  private static final String WORD = "[A-Za-z0-9_]";
  private static final String BOUNDARY = "(?:(?<=" + WORD + ")(?!" + WORD + ")|(?<!" + WORD + ")(?=" + WORD + "))";
  private static final String NO_BOUNDARY = "(?:(?<=" + WORD + ")(?=" + WORD + ")|(?<!" + WORD + ")(?!" + WORD + "))";

  private final String text;
  private final StringBuilder java = new StringBuilder();
  private int at;
  private long repeats = 1;
  private boolean afterQuantifier;

  FormPatternReader(String text) {
    this.text = text;
  }

  String read() {
    if (text.length() > LONGEST) {
      throw refused("has " + text.length() + " characters; at most " + LONGEST + " are supported");
    }
    while (at < text.length()) {
      next();
    }
    try {
      Pattern.compile(java.toString());
    } catch (PatternSyntaxException e) {
      throw refused("is no regular expression: " + e.getDescription());
    }
    return java.toString();
  }

  private void next() {
    char c = text.charAt(at);
    boolean quantifier = "*+?{".indexOf(c) >= 0;
    if (quantifier && !(afterQuantifier && c == '?')) {
      quantifier(c);
      return;
    }
    afterQuantifier = false;
    switch (c) {
      case '\\' -> escape(false);
      case '[' -> brackets();
      case '(' -> group();
      case '$' -> append("\\z");
      case '.' -> append("[^\\n\\r\\u2028\\u2029]");
      case ']', '}' -> append("\\" + c);
      default -> append(String.valueOf(c));
    }
  }

  private void append(String part) {
    java.append(part);
    at++;
  }

  private void quantifier(char c) {
    if (afterQuantifier) {
      throw refused("repeats a repetition at character " + (at + 1));
    }
    Matcher count = COUNT.matcher(text).region(at, text.length());
    if (c == '{' && !count.lookingAt()) {
      if (TOO_OFTEN.matcher(text).region(at, text.length()).lookingAt()) {
        throw refused("repeats more than 9999 times at character " + (at + 1));
      }
      append("\\{");
      return;
    }
    afterQuantifier = true;
    if (c != '{') {
      append(String.valueOf(c));
      return;
    }
    String most = count.group(3) == null || count.group(3).isEmpty() ? count.group(1) : count.group(3);
    repeats *= Math.max(1, Integer.parseInt(most));
    if (repeats > MOST_REPEATS) {
      throw refused("repeats more than " + MOST_REPEATS + " times");
    }
    java.append(count.group());
    at = count.end();
  }

  private void group() {
    String rest = text.substring(at);
    if (rest.startsWith("(?") && !rest.matches("(?s)\\(\\?(?:[:=!]|<[=!]|<[A-Za-z][A-Za-z0-9]*>).*")) {
      throw refused("has an unsupported group at character " + (at + 1));
    }
    int length = rest.startsWith("(?<") ? 3 : rest.startsWith("(?") ? 2 : 1;
    java.append(rest, 0, length);
    at += length;
  }

  private void brackets() {
    append("[");
    if (at < text.length() && text.charAt(at) == '^') {
      append("^");
    }
    if (at < text.length() && text.charAt(at) == ']') {
      throw refused("has empty brackets");
    }
    while (at < text.length() && text.charAt(at) != ']') {
      char c = text.charAt(at);
      if (c == '\\') {
        escape(true);
      } else {
        append("[&^".indexOf(c) >= 0 ? "\\" + c : String.valueOf(c));
      }
    }
    if (at == text.length()) {
      throw refused("has brackets without an end");
    }
    append("]");
  }

  private void escape(boolean inBrackets) {
    char c = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    if (at + 1 == text.length()) {
      throw refused("ends with a backslash");
    }
    at++;
    switch (c) {
      case 's' -> append(inBrackets ? SPACES : "[" + SPACES + "]");
      case 'S' -> append(inBrackets ? "[^" + SPACES + "]" : "[^" + SPACES + "]");
      case 'v' -> append("\\x0B");
      case 'b' -> append(inBrackets ? "\\x08" : BOUNDARY);
      case 'B' -> append(inBrackets ? refuse(c) : NO_BOUNDARY);
      case 'd', 'D', 'w', 'W', 'n', 'r', 't', 'f' -> append("\\" + c);
      case 'x', 'u' -> hexadecimal(c == 'x' ? 2 : 4);
      default -> append(Character.isLetterOrDigit(c) && c < 128 ? refuse(c) : "\\" + c);
    }
  }

  private void hexadecimal(int digits) {
    String code = text.substring(at, Math.min(text.length(), at + 1 + digits));
    if (!code.matches("[xu][0-9a-fA-F]{" + digits + "}")) {
      throw refused("has a wrong \\" + text.charAt(at) + " at character " + at);
    }
    java.append('\\').append(code);
    at += code.length();
  }

  private String refuse(char escaped) {
    throw refused("uses \\" + escaped + ", which is not supported");
  }

  private FormSchemaException refused(String why) {
    return new FormSchemaException("the pattern " + FormWords.quoted(text) + " " + why);
  }
}
