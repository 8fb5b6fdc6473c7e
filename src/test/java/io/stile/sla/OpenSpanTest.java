package io.stile.sla;

import static io.stile.sla.CaseCalendars.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class OpenSpanTest {

  @Test
  void takesMidnightAsItsEndFor2400() {
    assertThat(new OpenSpan(LocalTime.of(22, 0), LocalTime.MIDNIGHT)).hasToString("22:00-24:00");
    assertThat(OpenSpan.ALL_DAY).hasToString("00:00-24:00");
  }

  @Test
  void refusesToEndBeforeItBegins() {
    assertThatIllegalArgumentException().isThrownBy(() -> span("18:00-08:00")).withMessageContaining("18:00 to 08:00");
    assertThatIllegalArgumentException().isThrownBy(() -> span("08:00-08:00")).withMessageContaining("08:00 to 08:00");
    assertThatIllegalArgumentException().isThrownBy(() -> new OpenSpan(null, LocalTime.NOON)).withMessageContaining("from must be given");
  }

  @Test
  void overlapsWhatSharesATimeOfDay() {
    assertThat(span("08:00-12:00").overlaps(span("11:00-13:00"))).isTrue();
    assertThat(span("08:00-24:00").overlaps(span("11:00-13:00"))).isTrue();
    assertThat(span("11:00-13:00").overlaps(span("08:00-24:00"))).isTrue();
    assertThat(span("08:00-12:00").overlaps(span("12:00-24:00"))).isFalse();
    assertThat(span("12:00-24:00").overlaps(span("08:00-12:00"))).isFalse();
  }
}
