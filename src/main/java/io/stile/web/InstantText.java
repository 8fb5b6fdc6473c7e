package io.stile.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * Reads instants as they are written: ISO 8601 with a zone, {@code 2026-11-24T16:00:00Z} or {@code 2026-11-24T17:00:00+01:00}. A number is a mistake
 * of the sender: nobody knows whether it counts seconds or milliseconds. An empty text is none. Years are from 1 to 9999.
 */
final class InstantText extends StdScalarDeserializer<Instant> {

  private static final long serialVersionUID = 1L;
  /** Inclusive. Java writes years that neither PostgreSQL nor its own dates can count with. */
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  /** Exclusive. */
  private static final Instant LATEST = Instant.parse("+10000-01-01T00:00:00Z");

  InstantText() {
    super(Instant.class);
  }

  @Override
  public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      return (Instant) context.handleUnexpectedToken(Instant.class, parser);
    }
    String text = parser.getText().strip();
    try {
      Instant read = text.isEmpty() ? null : Instant.parse(text);
      if (read == null || !read.isBefore(EARLIEST) && read.isBefore(LATEST)) {
        return read;
      }
    } catch (DateTimeParseException unreadable) {
      // Told below, like a time that no calendar of ours has.
    }
    return (Instant) context.handleWeirdStringValue(Instant.class, text, "no instant");
  }
}
