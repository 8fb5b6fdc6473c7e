package io.stile.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  /** A Friday, 11:20 in Berlin. */
  private static final Instant NOW = Instant.parse("2025-11-21T10:20:00Z");

  private final Times times = new Times(Clock.fixed(NOW, ZoneOffset.UTC));

  @ParameterizedTest
  @CsvSource(textBlock = """
      PT1S,      due in less than 1 min
      PT59S,     due in less than 1 min
      PT1M,      due in 1 min
      PT12M59S,  due in 12 min
      PT59M59S,  due in 59 min
      PT1H,      due in 1 h
      PT3H10M,   due in 3 h 10 min
      PT24H,     due in 24 h
      PT47H59M,  due in 47 h
      P2D,       due in 2 days
      P3DT23H,   due in 3 days
      PT0S,      late by less than 1 min
      -PT2H,     late by 2 h
      -PT40M30S, late by 40 min
      -P5D,      late by 5 days
      """)
  void saysHowMuchTimeIsLeft(Duration left, String words) {
    assertThat(times.due(NOW.plus(left))).isEqualTo(words);
  }

  @Property
  void saysLateExactlyWhenItIs(@ForAll @LongRange(min = -10_000_000, max = 10_000_000) long milliseconds) {
    Instant due = NOW.plusMillis(milliseconds);
    assertThat(times.due(due).startsWith("late")).isEqualTo(times.isLate(due)).isEqualTo(milliseconds <= 0);
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      2025-11-21T16:00:00Z, today 17:00
      2025-11-20T22:59:00Z, yesterday 23:59
      2025-11-20T23:00:00Z, today 00:00
      2025-11-22T09:30:00Z, tomorrow 10:30
      2025-11-24T11:00:00Z, Mon 24 Nov 12:00
      2026-01-02T08:00:00Z, Fri 2 Jan 2026 09:00
      """)
  void namesTheDayAsThePersonSeesIt(Instant at, String words) {
    assertThat(times.moment(at, BERLIN)).isEqualTo(words);
  }

  @Test
  void namesTheZoneWhereItMatters() {
    assertThat(times.absoluteLong(NOW, BERLIN)).isEqualTo("Friday 21 November 2025, 11:20 CET");
    assertThat(times.absolute(NOW, ZoneId.of("America/New_York"))).isEqualTo("Fri 21 Nov 2025, 05:20");
  }

  @Test
  void speaksAPromiseInASentence() {
    assertThat(times.spoken(Instant.parse("2025-11-22T15:30:00Z"), BERLIN)).isEqualTo("tomorrow, Saturday 22 November, at 16:30");
    assertThat(times.spoken(Instant.parse("2025-11-25T15:30:00Z"), BERLIN)).isEqualTo("Tuesday 25 November, at 16:30");
  }

  @Test
  void saysHowLongAgo() {
    assertThat(times.ago(NOW.minusSeconds(20))).isEqualTo("just now");
    assertThat(times.ago(NOW.minusSeconds(720))).isEqualTo("12 min ago");
  }
}
