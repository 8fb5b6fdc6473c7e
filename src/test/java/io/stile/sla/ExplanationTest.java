package io.stile.sla;

import static io.stile.sla.CaseCalendars.at;
import static io.stile.sla.CaseCalendars.calendar;
import static io.stile.sla.CaseCalendars.span;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {

  private final WorkingCalendar calendar = CaseCalendars.workdays("Bavaria", CaseCalendars.BERLIN, "08:00-12:00", "13:00-18:00")
      .holidays(Holidays.of("de", "by"))
      .closed(LocalDate.of(2025, 11, 26), "staff meeting")
      .openOn(LocalDate.of(2025, 12, 6), "stock-taking", span("10:00-14:00"))
      .build();

  @Test
  void namesBreakNightAndWeekend() {
    assertThat(text("2025-11-20T11:00", "PT15H")).containsExactly(
        "Thu 20 Nov 11:00 – 12:00 open, 1 h",
        "Thu 20 Nov 12:00 – 13:00 break",
        "Thu 20 Nov 13:00 – 18:00 open, 5 h",
        "Thu 20 Nov 18:00 – Fri 21 Nov 08:00 night",
        "Fri 21 Nov 08:00 – 12:00 open, 4 h",
        "Fri 21 Nov 12:00 – 13:00 break",
        "Fri 21 Nov 13:00 – 18:00 open, 5 h");
    assertThat(text("2025-11-21T17:30", "PT1H")).containsExactly(
        "Fri 21 Nov 17:30 – 18:00 open, 30 min", "Sat 22 – Sun 23 Nov weekend", "Mon 24 Nov 08:00 – 08:30 open, 30 min");
  }

  @Test
  void namesHolidaysAndClosures() {
    assertThat(text("2025-04-17T17:00", "PT2H")).containsExactly(
        "Thu 17 Apr 17:00 – 18:00 open, 1 h", "Fri 18 Apr Good Friday", "Sat 19 – Sun 20 Apr weekend", "Mon 21 Apr Easter Monday",
        "Tue 22 Apr 08:00 – 09:00 open, 1 h");
    assertThat(text("2025-11-25T17:00", "PT2H")).containsExactly(
        "Tue 25 Nov 17:00 – 18:00 open, 1 h", "Wed 26 Nov staff meeting", "Thu 27 Nov 08:00 – 09:00 open, 1 h");
  }

  @Test
  void namesADateThatIsOpenByException() {
    assertThat(text("2025-12-05T17:00", "PT3H")).containsExactly(
        "Fri 5 Dec 17:00 – 18:00 open, 1 h", "Fri 5 Dec 18:00 – Sat 6 Dec 10:00 night", "Sat 6 Dec 10:00 – 12:00 stock-taking, 2 h");
  }

  @Test
  void namesADayOffThatIsNoWeekend() {
    WorkingCalendar workshop = WorkingCalendar.named("workshop", CaseCalendars.BERLIN)
        .open(EnumSet.complementOf(EnumSet.of(DayOfWeek.WEDNESDAY, DayOfWeek.SUNDAY, DayOfWeek.MONDAY)), span("08:00-18:00")).build();

    assertThat(workshop.explain(at("2025-11-25T17:00", workshop), Target.parse("PT2H")).text()).contains("Wed 26 Nov closed on Wednesdays");
    assertThat(workshop.explain(at("2025-11-29T17:00", workshop), Target.parse("PT2H")).text()).contains("Sun 30 Nov – Mon 1 Dec weekend");
  }

  @Test
  void saysSoWhenTheChangeOfTheClockSkipsTheOnlySpan() {
    WorkingCalendar nights = WorkingCalendar.named("nights", CaseCalendars.BERLIN).open(CaseCalendars.DAILY, span("02:30-03:00")).build();

    assertThat(nights.explain(at("2025-03-29T02:30", nights), Target.parse("PT1H")).text()).containsExactly(
        "Sat 29 Mar 02:30 – 03:00 open, 30 min", "Sun 30 Mar skipped by the change of the clock", "Mon 31 Mar 02:30 – 03:00 open, 30 min");
  }

  @Test
  void startsWithWhatIsSkippedBeforeTheOpening() {
    assertThat(text("2025-11-22T15:00", "PT1H")).containsExactly("Sat 22 – Sun 23 Nov weekend", "Mon 24 Nov 08:00 – 09:00 open, 1 h");
    assertThat(text("2025-11-21T06:00", "PT1H")).containsExactly("Fri 21 Nov 06:00 – 08:00 night", "Fri 21 Nov 08:00 – 09:00 open, 1 h");
    assertThat(text("2025-11-21T12:30", "PT1H")).containsExactly("Fri 21 Nov 12:30 – 13:00 break", "Fri 21 Nov 13:00 – 14:00 open, 1 h");
  }

  @Test
  void foldsWhatIsLong() {
    assertThat(text("2025-11-06T08:00", "PT90H")).containsExactly(
        "Thu 6 Nov 08:00 – Fri 7 Nov 18:00 in open time, 18 h",
        "Sat 8 – Sun 9 Nov weekend",
        "Mon 10 Nov 08:00 – Fri 14 Nov 18:00 in open time, 45 h",
        "Sat 15 – Sun 16 Nov weekend",
        "Mon 17 Nov 08:00 – Wed 19 Nov 18:00 in open time, 27 h");
  }

  @Test
  void joinsSpansThatTouch() {
    WorkingCalendar around = calendar("24/7 Berlin");

    assertThat(around.explain(at("2025-11-20T12:00", around), Target.parse("PT60H")).text())
        .containsExactly("Thu 20 Nov 12:00 – Sat 22 Nov 24:00 open, 60 h");
  }

  @Test
  void numbersBusinessDays() {
    assertThat(text("2025-11-24T10:00", "P2D")).containsExactly(
        "Mon 24 Nov day of the start", "Tue 25 Nov business day 1", "Wed 26 Nov staff meeting", "Thu 27 Nov business day 2");
    assertThat(text("2025-11-22T10:00", "P1D by end of day")).containsExactly(
        "Sat 22 – Sun 23 Nov weekend", "Mon 24 Nov day of the start", "Tue 25 Nov business day 1");
  }

  @Test
  void saysHowAResultMovedToTheNextOpening() {
    WorkingCalendar sixDays = calendar("six days");

    assertThat(sixDays.explain(at("2006-01-06T15:00", sixDays), Target.parse("P1D")).text()).containsExactly(
        "Fri 6 Jan day of the start", "Sat 7 Jan business day 1", "Sun 8 Jan weekend");
  }

  @Test
  void foldsManyBusinessDays() {
    assertThat(text("2025-11-06T10:00", "P13D")).containsExactly(
        "Thu 6 Nov day of the start", "Fri 7 Nov business day 1", "Sat 8 – Sun 9 Nov weekend", "Mon 10 – Fri 14 Nov business days 2–6",
        "Sat 15 – Sun 16 Nov weekend", "Mon 17 – Fri 21 Nov business days 7–11", "Sat 22 – Sun 23 Nov weekend", "Mon 24 – Tue 25 Nov business days 12–13");
  }

  @Test
  void skippedWeekendIncludesTheNightsAroundIt() {
    Explanation explanation = calendar.explain(at("2025-11-21T17:30", calendar), Target.parse("PT1H"));
    Explanation.Line weekend = explanation.lines().get(1);

    assertThat(weekend).isEqualTo(new Explanation.Line(
        at("2025-11-21T18:00", calendar), at("2025-11-24T08:00", calendar), Explanation.Kind.WEEKEND, "weekend", Duration.ZERO,
        LocalDate.of(2025, 11, 22), LocalDate.of(2025, 11, 23)));
    assertThat(weekend.kind().isCounted()).isFalse();
    assertThat(explanation.due()).isEqualTo(at("2025-11-24T08:30", calendar));
  }

  private List<String> text(String from, String target) {
    return calendar.explain(at(from, calendar), Target.parse(target)).text();
  }
}
