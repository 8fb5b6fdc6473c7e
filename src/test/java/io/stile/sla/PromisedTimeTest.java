package io.stile.sla;

import static io.stile.sla.PromisedTime.roundUpToQuarterHour;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromisedTimeTest {

  @ParameterizedTest(name = "{1}: {0} becomes {2}")
  @CsvSource({
    "2025-11-21T10:00:00Z, Europe/Berlin, 2025-11-21T10:00:00Z",
    "2025-11-21T10:00:00.001Z, Europe/Berlin, 2025-11-21T10:15:00Z",
    "2025-11-21T10:14:59.999Z, Europe/Berlin, 2025-11-21T10:15:00Z",
    "2025-11-21T22:59:00Z, Europe/Berlin, 2025-11-21T23:00:00Z",
    "2025-11-21T10:10:00Z, Asia/Kathmandu, 2025-11-21T10:15:00Z",
    "1890-01-01T10:00:00Z, Europe/Berlin, 1890-01-01T10:06:32Z",
    "2025-10-26T00:50:00Z, Europe/Berlin, 2025-10-26T01:00:00Z",
  })
  void roundsUpOnTheWallClock(Instant at, ZoneId zone, Instant expected) {
    assertThat(roundUpToQuarterHour(at, zone)).isEqualTo(expected);
  }

  @Test
  void needsAZone() {
    assertThatIllegalArgumentException().isThrownBy(() -> roundUpToQuarterHour(Instant.EPOCH, null)).withMessageContaining("zone");
  }
}
