package io.stile.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Instants and durations in words, in English with the day before the month and 24 hours. Templates find it as {@code times}. Durations here
 * are time as it passes on the wall, not working time.
 */
@Component
public final class Times {

  private static final DateTimeFormatter TIME = format("HH:mm");
  private static final DateTimeFormatter DAY = format("EEE d MMM");
  private static final DateTimeFormatter DAY_WITH_YEAR = format("EEE d MMM yyyy");
  private static final DateTimeFormatter ABSOLUTE = format("EEE d MMM yyyy, HH:mm");
  private static final DateTimeFormatter LONG = format("EEEE d MMMM yyyy, HH:mm zzz");

  private final Clock clock;

  public Times(Clock clock) {
    this.clock = clock;
  }

  /**
   * "due in 12 min", "late by 2 h", rounded down: nobody is promised time that is not there. The browser keeps it fresh in the same words
   * ({@code src/main/frontend/lib/due-text.ts}).
   */
  public String due(Instant due) {
    Duration left = Duration.between(clock.instant(), due);
    return isPositive(left) ? "due in " + span(left) : "late by " + span(left.negated());
  }

  /** Whether nothing is left: at the due instant itself it is late. */
  public boolean isLate(Instant due) {
    return !clock.instant().isBefore(due);
  }

  /** "less than 1 min", "12 min", "3 h 10 min", from a day on "26 h", from two days on "3 days"; rounded down, without sign. */
  public String span(Duration duration) {
    Duration length = duration.abs();
    if (length.compareTo(Duration.ofMinutes(1)) < 0) {
      return "less than 1 min";
    }
    if (length.toHours() == 0) {
      return length.toMinutes() + " min";
    }
    if (length.toDays() == 0) {
      return length.toHours() + " h" + (length.toMinutesPart() > 0 ? " " + length.toMinutesPart() + " min" : "");
    }
    return length.toDays() == 1 ? length.toHours() + " h" : length.toDays() + " days";
  }

  /** "just now", "12 min ago". */
  public String ago(Instant at) {
    Duration since = Duration.between(at, clock.instant());
    return since.compareTo(Duration.ofMinutes(1)) < 0 ? "just now" : span(since) + " ago";
  }

  /** "today", "tomorrow", "yesterday", "Mon 24 Nov"; with the year where it is not the present one. */
  public String day(Instant at, ZoneId zone) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    LocalDate day = LocalDate.ofInstant(at, zone);
    long ahead = ChronoUnit.DAYS.between(today, day);
    if (ahead == 0) {
      return "today";
    }
    if (Math.abs(ahead) == 1) {
      return ahead > 0 ? "tomorrow" : "yesterday";
    }
    return (day.getYear() == today.getYear() ? DAY : DAY_WITH_YEAR).format(day);
  }

  /** "today 17:00", "Mon 24 Nov 12:00": short, for lists and timelines. */
  public String moment(Instant at, ZoneId zone) {
    return day(at, zone) + " " + time(at, zone);
  }

  /** "17:00". */
  public String time(Instant at, ZoneId zone) {
    return TIME.format(at.atZone(zone));
  }

  /** "Mon 24 Nov 2025, 12:00": needs no context. */
  public String absolute(Instant at, ZoneId zone) {
    return ABSOLUTE.format(at.atZone(zone));
  }

  /** "Monday 24 November 2025, 12:00 CET": for hovering, and where zones could be confused. */
  public String absoluteLong(Instant at, ZoneId zone) {
    return LONG.format(at.atZone(zone));
  }

  /** "tomorrow, Tuesday 25 November, at 16:30": to be read aloud to a customer. */
  public String spoken(Instant at, ZoneId zone) {
    ZonedDateTime moment = at.atZone(zone);
    String day = day(at, zone);
    boolean named = day.equals("today") || day.equals("tomorrow");
    return (named ? day + ", " : "") + format("EEEE d MMMM").format(moment) + ", at " + TIME.format(moment);
  }

  private static boolean isPositive(Duration duration) {
    return !duration.isNegative() && !duration.isZero();
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
