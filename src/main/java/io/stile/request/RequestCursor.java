package io.stile.request;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a list of requests, the newest first: it names the last one that was shown. Requests that are opened later
 * stand before it and shift nothing.
 */
record RequestCursor(Instant openedAt, String number) {

  private static final Pattern FORM = Pattern.compile("(\\d{1,14})-(SR-\\d{2,18})");

  static RequestCursor after(Request request) {
    return new RequestCursor(request.openedAt(), request.number().value());
  }

  /**
   * Reads a cursor that {@link #text()} wrote; null for none.
   *
   * @throws RequestRefused if it is of another form
   */
  static RequestCursor parse(String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw RequestRefused.invalid("cursor", "'%s' is none; expected the 'next' of the part before.".formatted(text));
    }
    return new RequestCursor(Instant.ofEpochMilli(Long.parseLong(matcher.group(1))), matcher.group(2));
  }

  String text() {
    return openedAt.toEpochMilli() + "-" + number;
  }
}
