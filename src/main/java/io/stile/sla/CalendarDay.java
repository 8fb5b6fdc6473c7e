package io.stile.sla;

import java.time.LocalDate;
import java.util.List;

/**
 * What a calendar says of one date.
 *
 * @param spans when it is open, in order; empty if it is closed all day
 * @param kind {@link Explanation.Kind#OPEN}, or why it is closed
 * @param name of the holiday, the closure or the opening by exception, or what is closed every week; null for an ordinary day that is open
 */
public record CalendarDay(LocalDate date, List<OpenSpan> spans, Explanation.Kind kind, String name) {

  public CalendarDay {
    spans = List.copyOf(spans);
  }

  /** Whether the date departs from its week: a holiday, a closure, or hours of its own. */
  public boolean isSpecial() {
    return kind == Explanation.Kind.HOLIDAY || kind == Explanation.Kind.CLOSURE || kind == Explanation.Kind.OPEN && name != null;
  }
}
