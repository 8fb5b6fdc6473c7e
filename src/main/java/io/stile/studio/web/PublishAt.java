package io.stile.studio.web;

import io.stile.catalogue.PublicationRefused;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/** The field that says when something is to be published. */
final class PublishAt {

  private PublishAt() {}

  /**
   * The instant that was entered in the zone of its reader; null if nothing was.
   *
   * @throws PublicationRefused if it is no date and time
   */
  static Instant read(String typed, ZoneId zone) {
    if (typed.isBlank()) {
      return null;
    }
    try {
      return LocalDateTime.parse(typed.strip().replace(' ', 'T')).atZone(zone).toInstant();
    } catch (DateTimeParseException unreadable) {
      throw PublicationRefused.invalid("publishAt", "'%.60s' is no date and time; expected one like 2026-03-24 10:00.".formatted(typed.strip()));
    }
  }
}
