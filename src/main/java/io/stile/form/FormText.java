package io.stile.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Text of one line or many. What people write stays what it is: markup and expressions in it are text.
 *
 * @param longest the most characters, whatever the form says
 * @param singleLine whether line breaks become spaces, as in the browser's field
 * @param minLength counted without the spaces around the text, as form-js does; null if there is none; {@code maxLength} too
 * @param pattern null if there is none
 * @param patternMessage what to say instead of the pattern; null if the form has none
 * @param format null if there is none
 */
record FormText(int longest, boolean singleLine, FormLimit minLength, FormLimit maxLength, FormPattern pattern, String patternMessage,
    FormTextFormat format) implements FormKind {

  static final int LONGEST_LINE = 1_000;
  static final int LONGEST_TEXT = 10_000;

  @Override
  public FormReading read(Object submitted) {
    if (submitted == null) {
      return FormReading.EMPTY;
    }
    return submitted instanceof String text ? read(text, longest, singleLine) : FormReading.wrongType("text", submitted);
  }

  /** Text that can be stored; empty text is read as nothing. */
  static FormReading read(String text, int longest, boolean singleLine) {
    if (text.length() > longest) {
      return FormReading.flawed(FieldProblem.Code.TOO_LONG, "Expected at most " + longest + " characters, but found " + text.length() + ".");
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isSurrogate(c) && !isPair(text, i)) {
        return FormReading.flawed(FieldProblem.Code.CHARACTERS,
            "Expected text, but character " + (i + 1) + " of it is " + (c == 0 ? "a NUL" : "half of a surrogate pair") + ".");
      }
    }
    return text.isEmpty() ? FormReading.EMPTY : FormReading.of(singleLine ? oneLine(text) : text);
  }

  @Override
  public Object initial(Object given, FormScope scope) {
    if (given == null || given instanceof Collection || given instanceof Map) {
      return null;
    }
    String text = given instanceof Number number ? FormWords.number(number) : given.toString();
    return text.isEmpty() ? null : singleLine ? oneLine(text) : text;
  }

  @Override
  public Object named(Object value) {
    return value == null ? "" : value;
  }

  @Override
  public List<FormFlaw> flaws(Object value, FormScope scope) {
    String text = (String) value;
    List<FormFlaw> flaws = new ArrayList<>();
    if (pattern != null && !pattern.isIn(text)) {
      flaws.add(new FormFlaw(FieldProblem.Code.PATTERN, patternMessage != null ? patternMessage
          : "Expected text with the pattern " + pattern.text() + ", but found " + FormWords.quoted(text) + "."));
    }
    BigDecimal length = BigDecimal.valueOf(trimmedLength(text));
    if (minLength != null) {
      minLength.below(length, FieldProblem.Code.TOO_SHORT, "Expected at least %s characters", scope).ifPresent(flaws::add);
    }
    if (maxLength != null) {
      maxLength.above(length, FieldProblem.Code.TOO_LONG, "Expected at most %s characters", scope).ifPresent(flaws::add);
    }
    if (format != null && !format.pattern().isIn(text)) {
      flaws.add(new FormFlaw(format.code(), "Expected " + format.expected() + ", but found " + FormWords.quoted(text) + "."));
    }
    return flaws;
  }

  @Override
  public String words(Object value, FormScope scope) {
    return value.toString();
  }

  private static boolean isPair(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\r\\n\\t]", " ");
  }

  /** As JavaScript trims and counts. */
  private static int trimmedLength(String text) {
    int from = 0;
    int until = text.length();
    while (from < until && isSpace(text.charAt(from))) {
      from++;
    }
    while (until > from && isSpace(text.charAt(until - 1))) {
      until--;
    }
    return until - from;
  }

  private static boolean isSpace(char c) {
    return c >= '\t' && c <= '\r' || c == '\uFEFF' || c == '\u2028' || c == '\u2029' || Character.getType(c) == Character.SPACE_SEPARATOR;
  }
}
