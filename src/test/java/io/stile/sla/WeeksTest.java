package io.stile.sla;

import static io.stile.sla.CaseCalendars.BERLIN;
import static io.stile.sla.CaseCalendars.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** A calendar whose week changes on a date: from Wednesday, 10 June 2026 on it is open in the afternoons only. */
class WeeksTest {

  private static final LocalDate CHANGE = LocalDate.of(2026, 6, 10);

  private final WorkingCalendar before = CaseCalendars.workdays("workshop", BERLIN, "08:00-12:00").build();
  private final WorkingCalendar changed = CaseCalendars.workdays("workshop", BERLIN, "08:00-12:00").closed(LocalDate.of(2026, 6, 12), "Outing")
      .from(CHANGE).open(DayOfWeek.WEDNESDAY, span("13:00-17:00")).open(DayOfWeek.THURSDAY, span("13:00-17:00"))
      .open(DayOfWeek.FRIDAY, span("13:00-17:00")).build();

  @Test
  void isOpenByTheWeekThatHoldsOnTheDate() {
    assertThat(changed.isOpen(at("2026-06-09T08:00"))).isTrue();
    assertThat(changed.isOpen(at("2026-06-10T08:00"))).isFalse();
    assertThat(changed.isOpen(at("2026-06-10T13:00"))).isTrue();
    assertThat(changed.isOpen(at("2026-06-12T13:00"))).as("closed once, whatever the week").isFalse();
  }

  @Test
  void leavesWhatEndsBeforeTheChangeAsItWas() {
    Instant from = at("2026-06-08T09:00");
    assertThat(changed.due(from, Target.parse("PT5H"))).isEqualTo(before.due(from, Target.parse("PT5H")));
    assertThat(changed.openTime(at("2026-05-01T00:00"), at("2026-06-10T00:00"))).isEqualTo(before.openTime(at("2026-05-01T00:00"), at("2026-06-10T00:00")));
  }

  @Test
  void countsOverTheChange() {
    assertThat(changed.due(at("2026-06-09T11:00"), Target.parse("PT2H"))).isEqualTo(at("2026-06-10T14:00"));
    assertThat(changed.minus(at("2026-06-10T14:00"), Duration.ofHours(2))).isEqualTo(at("2026-06-09T11:00"));
  }

  @Test
  void saysWhatADateIs() {
    assertThat(changed.day(LocalDate.of(2026, 6, 10))).satisfies(day -> {
      assertThat(day.spans()).containsExactly(span("13:00-17:00"));
      assertThat(day.isSpecial()).isFalse();
    });
    assertThat(changed.day(LocalDate.of(2026, 6, 12))).satisfies(day -> {
      assertThat(day.name()).isEqualTo("Outing");
      assertThat(day.isSpecial()).isTrue();
    });
    assertThat(changed.day(LocalDate.of(2026, 6, 15)).kind()).isEqualTo(Explanation.Kind.DAY_OFF);
  }

  @Test
  void refusesDatesThatAreNotInOrder() {
    WorkingCalendarBuilder builder = WorkingCalendar.named("x", BERLIN).from(CHANGE);
    assertThatIllegalArgumentException().isThrownBy(() -> builder.from(CHANGE)).withMessageContaining("2026-06-10");
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
  }
}
