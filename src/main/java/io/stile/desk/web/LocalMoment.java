package io.stile.desk.web;

import io.stile.web.Refusal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/** What a field for date and time holds, in the zone of its reader. */
final class LocalMoment {

  private static final int QUARTER = 15;

  private LocalMoment() {}

  /**
   * The instant that was entered; null if nothing was.
   *
   * @param field what the field is called
   * @throws Refusal if it is no date and time
   */
  static Instant read(String field, String typed, ZoneId zone) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    try {
      return LocalDateTime.parse(typed.strip().replace(' ', 'T')).atZone(zone).toInstant();
    } catch (DateTimeParseException unreadable) {
      throw Refusal.invalid(field, "'%.60s' is no date and time; expected one like 2026-03-24 10:00.".formatted(typed.strip()));
    }
  }

  /** What the field begins with: an instant, at the next quarter of an hour. */
  static String proposed(Instant at, ZoneId zone) {
    LocalDateTime local = LocalDateTime.ofInstant(at, zone).truncatedTo(ChronoUnit.MINUTES);
    return local.plusMinutes((QUARTER - local.getMinute() % QUARTER) % QUARTER).toString();
  }
}
