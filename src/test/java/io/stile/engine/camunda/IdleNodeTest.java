package io.stile.engine.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.stile.request.Request;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.testkit.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** With the engine looking for due jobs by itself, as it does outside of tests. */
@StileTest
@DirtiesContext
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=true")
class IdleNodeTest {

  @Autowired
  Requesting people;
  @Autowired
  TestClock time;
  @Autowired
  MeterRegistry meters;

  @Test
  void letsATimerGoOffSecondsAfterItIsDueAndMeasuresIt() {
    Request swap = people.phoneSwap();
    String step = "UserTask_AgreePlanChange";

    time.advanceTo(people.task(swap, step).dueAt());

    await().atMost(Duration.ofSeconds(20)).until(() -> people.task(swap, step).lateAt() != null);
    assertThat(meters.get("stile.timer.lateness").timer().count()).isPositive();
  }
}
