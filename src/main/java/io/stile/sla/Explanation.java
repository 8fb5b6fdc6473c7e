package io.stile.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * The answer to "why then?" beside a due time.
 *
 * <p>The lines follow each other without a gap from {@code from} until {@code due}. With open hours the counted durations add up to the target;
 * with business days the counted lines number the days, and their durations are zero, because days are not made of hours
 * (the line of the last day is empty if it is due at midnight).
 *
 * @param from when the target started
 * @param zone the zone of the calendar, in which the lines are to be read
 * @param lines in order of time; long explanations are folded, so that a week of open days with the nights between them is one line
 */
public record Explanation(Instant from, Target target, Instant due, ZoneId zone, List<Line> lines) {

  public Explanation {
    lines = List.copyOf(lines);
  }

  /** What a line stands for. */
  public enum Kind {
    /** Counted. */
    OPEN,
    /** Closed between the work of one date and of the next. */
    NIGHT,
    /** Closed between two spans of one date. */
    BREAK,
    WEEKEND,
    /** Closed on this weekday in every week, though it belongs to no weekend. */
    DAY_OFF,
    HOLIDAY,
    /** Closed once, by name. */
    CLOSURE,
    /** The clock was paused. */
    PAUSE;

    /** Whether time passed for the target. */
    public boolean isCounted() {
      return this == OPEN;
    }
  }

  /**
   * A piece of time that was counted, or that was skipped for one reason. A skipped weekend, holiday or closure includes the evening before it and
   * the morning after.
   *
   * @param from inclusive
   * @param until exclusive
   * @param reason to be shown: {@code open}, {@code weekend}, {@code Easter Monday}, {@code business day 2}
   * @param counted the open time in this line; zero if skipped, and with business days
   * @param firstDay the first date to which the reason applies, in the calendar's zone
   * @param lastDay the last such date, inclusive
   */
  public record Line(Instant from, Instant until, Kind kind, String reason, Duration counted, LocalDate firstDay, LocalDate lastDay) {

    /** This line in words, for example {@code Sat 22 – Sun 23 Nov weekend}. */
    public String text(ZoneId zone) {
      return LineText.of(this, zone);
    }
  }

  /** Each line in words, in the calendar's zone. */
  public List<String> text() {
    return lines.stream().map(line -> line.text(zone)).toList();
  }
}
