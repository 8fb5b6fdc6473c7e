package io.stile.organisation.web;

import io.stile.sla.CalendarDay;
import io.stile.sla.WorkingCalendar;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A year of a calendar to be drawn, month by month.
 *
 * @param special the days that depart from the week, in order: the same in words
 */
record YearView(int year, List<MonthView> months, List<Cell> special) {

  /** @param weeks each with seven cells from Monday on; null where the month has no day */
  record MonthView(String name, List<List<Cell>> weeks) {}

  /**
   * One day.
   *
   * @param look the class that it is drawn with
   */
  record Cell(CalendarDay day, String look, boolean today) {

    public int number() {
      return day.date().getDayOfMonth();
    }

    /** What is special about it, with its hours; null for an ordinary day. */
    public String words() {
      return day.isSpecial() ? day.name() + (day.spans().isEmpty() ? ", closed" : ", open " + SpanText.of(day.spans())) : null;
    }
  }

  static YearView of(WorkingCalendar calendar, int year, LocalDate today) {
    List<MonthView> months = Arrays.stream(Month.values()).map(month -> month(calendar, YearMonth.of(year, month), today)).toList();
    List<Cell> special = LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year, 1, 1).plusDays(Year.of(year).length()))
        .map(date -> cell(calendar, date, today)).filter(cell -> cell.day().isSpecial()).toList();
    return new YearView(year, months, special);
  }

  private static MonthView month(WorkingCalendar calendar, YearMonth month, LocalDate today) {
    List<Cell> cells = new ArrayList<>();
    Stream.generate(() -> (Cell) null).limit(month.atDay(1).getDayOfWeek().getValue() - 1L).forEach(cells::add);
    month.atDay(1).datesUntil(month.atEndOfMonth().plusDays(1)).forEach(date -> cells.add(cell(calendar, date, today)));
    while (cells.size() % 7 != 0) {
      cells.add(null);
    }
    List<List<Cell>> weeks = new ArrayList<>();
    for (int at = 0; at < cells.size(); at += 7) {
      weeks.add(cells.subList(at, at + 7));
    }
    return new MonthView(month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH), weeks);
  }

  private static Cell cell(WorkingCalendar calendar, LocalDate date, LocalDate today) {
    CalendarDay day = calendar.day(date);
    String look = switch (day.kind()) {
      case HOLIDAY -> "holiday";
      case CLOSURE -> "closure";
      case OPEN -> day.name() == null ? "open" : "other";
      default -> "off";
    };
    return new Cell(day, look, date.equals(today));
  }
}
