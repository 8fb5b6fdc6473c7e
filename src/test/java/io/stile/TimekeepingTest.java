package io.stile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class TimekeepingTest {

  private final ApplicationContextRunner application = new ApplicationContextRunner().withUserConfiguration(Timekeeping.class);

  @Test
  void ticksInMillisecondsOfUtcInProduction() {
    application.withPropertyValues("spring.profiles.active=prod").run(context -> {
      Clock clock = context.getBean(Clock.class);
      Instant now = clock.instant();

      assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
      assertThat(now).isEqualTo(now.truncatedTo(ChronoUnit.MILLIS));
    });
  }

  @Test
  void leavesTheClockToTheDemonstrationElsewhere() {
    application.run(context -> assertThat(context).doesNotHaveBean(Clock.class));
  }
}
