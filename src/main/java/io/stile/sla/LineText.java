package io.stile.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Puts a line of an explanation into words. */
final class LineText {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_AND_MONTH = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter TIME_WITH_SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);

  private LineText() {}

  static String of(Explanation.Line line, ZoneId zone) {
    return switch (line.kind()) {
      case WEEKEND, DAY_OFF, HOLIDAY, CLOSURE -> days(line.firstDay(), line.lastDay()) + " " + line.reason();
      case OPEN -> line.counted().isZero()
          ? days(line.firstDay(), line.lastDay()) + " " + line.reason()
          : times(line, zone) + " " + line.reason() + ", " + length(line.counted());
      case NIGHT, BREAK -> times(line, zone) + " " + line.reason();
      case PAUSE -> times(line, zone) + " paused: " + line.reason();
    };
  }

  private static String days(LocalDate first, LocalDate last) {
    if (first.equals(last)) {
      return DAY_AND_MONTH.format(first);
    }
    boolean sameMonth = first.withDayOfMonth(1).equals(last.withDayOfMonth(1));
    return (sameMonth ? DAY : DAY_AND_MONTH).format(first) + " – " + DAY_AND_MONTH.format(last);
  }

  private static String times(Explanation.Line line, ZoneId zone) {
    ZonedDateTime from = line.from().atZone(zone);
    String begin = DAY_AND_MONTH.format(from) + " " + time(from);
    if (line.firstDay().equals(line.lastDay())) {
      return begin + " – " + end(line, zone);
    }
    return begin + " – " + DAY_AND_MONTH.format(line.lastDay()) + " " + end(line, zone);
  }

  /** The end of the last day is written 24:00, so that it does not seem to belong to the next one. */
  private static String end(Explanation.Line line, ZoneId zone) {
    Instant midnight = line.lastDay().plusDays(1).atStartOfDay(zone).toInstant();
    return line.until().equals(midnight) ? "24:00" : time(line.until().atZone(zone));
  }

  private static String time(ZonedDateTime at) {
    return (at.getSecond() == 0 ? TIME : TIME_WITH_SECONDS).format(at);
  }

  private static String length(Duration length) {
    StringBuilder text = new StringBuilder();
    append(text, length.toHours(), " h");
    append(text, length.toMinutesPart(), " min");
    append(text, length.toSecondsPart(), " s");
    return text.isEmpty() ? "under 1 s" : text.toString();
  }

  private static void append(StringBuilder text, long amount, String unit) {
    if (amount > 0) {
      text.append(text.isEmpty() ? "" : " ").append(amount).append(unit);
    }
  }
}
