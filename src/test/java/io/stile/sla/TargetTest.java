package io.stile.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

  @ParameterizedTest
  @ValueSource(strings = {"PT4H", "PT1H30M", "PT48H", "PT0.5S", "P1D", "P2D", "P2D by end of day"})
  void givesBackTheTextFromWhichItWasRead(String text) {
    assertThat(Target.parse(text)).hasToString(text);
  }

  @Test
  void readsTwoUnits() {
    assertThat(Target.parse("PT8H")).isEqualTo(new OpenHours(Duration.ofHours(8)));
    assertThat(Target.parse("P1D")).isEqualTo(new BusinessDays(1));
    assertThat(Target.parse("P3D by end of day")).isEqualTo(new BusinessDays(3, true));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "4 hours", "P", "PT", "P1DT4H", "P1W", "P1M", "P1Y", "PTH", "P2D by end", "p2d", "P99999999999D", "PT4H by end of day"})
  void refusesWhatIsNoTarget(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Target.parse(text)).withMessageContaining("arget").withMessageContaining(String.valueOf(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-4H", "P0D", "P-1D", "P0D by end of day", "PT100000H", "P4000D", "PT0.0001S"})
  void refusesWhatIsNotAnAmountOfTime(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Target.parse(text)).withMessageMatching(".*is -?(P?[-T\\dHS.]+|\\d+)");
  }
}
