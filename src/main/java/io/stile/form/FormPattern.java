package io.stile.form;

import java.util.regex.Pattern;

/**
 * The pattern of a text field, a JavaScript regular expression, matched anywhere in the text.
 *
 * @param text as the form has it
 * @param pattern the same for Java
 */
record FormPattern(String text, Pattern pattern) {

  /** A match takes time in the order of half a second at most; a text that needs more, matches nothing. */
  private static final int MOST_STEPS = 10_000_000;

  /** @throws FormSchemaException with what is not supported, if the pattern cannot be carried over to Java exactly */
  static FormPattern parse(String text) {
    return new FormPattern(text, Pattern.compile(new FormPatternReader(text).read()));
  }

  boolean isIn(String value) {
    try {
      return pattern.matcher(new Counted(value, 0, value.length(), new int[1])).find();
    } catch (TooManySteps | StackOverflowError e) {
      return false;
    }
  }

  /** Counts how often the matcher looks at a character, so that catastrophic backtracking ends, and ends the same way each time. */
  private record Counted(String value, int from, int until, int[] steps) implements CharSequence {

    @Override
    public char charAt(int index) {
      if (++steps[0] > MOST_STEPS) {
        throw new TooManySteps();
      }
      return value.charAt(from + index);
    }

    @Override
    public int length() {
      return until - from;
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Counted(value, from + start, from + end, steps);
    }

    @Override
    public String toString() {
      return value.substring(from, until);
    }
  }

  private static final class TooManySteps extends RuntimeException {

    TooManySteps() {
      super("the pattern needs more than " + MOST_STEPS + " steps", null, false, false);
    }
  }
}
