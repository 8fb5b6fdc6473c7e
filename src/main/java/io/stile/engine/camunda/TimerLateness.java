package io.stile.engine.camunda;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/**
 * The metric {@code stile.timer.lateness}: how long after its due instant a timer went off. Uses the engine's internals to
 * see the job that is being run.
 */
@Component
class TimerLateness {

  /** Late by a second is normal, by a minute means that the nodes do not keep up, by an hour that they stood still. */
  private static final Duration[] LIMITS = {Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(5),
      Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofHours(1)};

  private final Timer lateness;

  TimerLateness(MeterRegistry meters) {
    this.lateness = Timer.builder("stile.timer.lateness")
        .description("Time between the due instant of a timer and its going off")
        .serviceLevelObjectives(LIMITS).register(meters);
  }

  /** Records the timer that is going off now; nothing if no timer caused what happens now. */
  void record() {
    JobEntity job = Context.getCommandContext() == null ? null : Context.getCommandContext().getCurrentJob();
    if (job != null && job.getDuedate() != null) {
      lateness.record(Duration.between(job.getDuedate().toInstant(), ClockUtil.getCurrentTime().toInstant()));
    }
  }
}
