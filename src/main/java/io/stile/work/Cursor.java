package io.stile.work;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in a list that goes by instant and then by id. New rows before it do not shift what comes behind it. */
record Cursor(Instant sortAt, long id) {

  private static final Pattern FORM = Pattern.compile("(\\d{1,15})-(\\d{1,18})");

  /**
   * Reads a cursor that {@link #text()} wrote; null for none.
   *
   * @throws TaskRefused if it is of another form
   */
  static Cursor parse(String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    Matcher matcher = FORM.matcher(text);
    try {
      if (matcher.matches()) {
        return new Cursor(Instant.ofEpochMilli(Long.parseLong(matcher.group(1))), Long.parseLong(matcher.group(2)));
      }
    } catch (DateTimeException | NumberFormatException outOfRange) {
      throw refused(text);
    }
    throw refused(text);
  }

  private static TaskRefused refused(String text) {
    return TaskRefused.invalid("cursor", "'%s' is none; expected the 'next' of the part before.".formatted(text));
  }

  String text() {
    return sortAt.toEpochMilli() + "-" + id;
  }
}
