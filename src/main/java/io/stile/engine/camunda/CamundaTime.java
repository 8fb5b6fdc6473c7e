package io.stile.engine.camunda;

import io.stile.engine.EngineTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.joda.time.DateTimeUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Jobs and time. Uses the engine's internals to pause its search for jobs; the public interface cannot. */
@Component
class CamundaTime implements EngineTime {

  private static final Logger LOG = LoggerFactory.getLogger(CamundaTime.class);
  private static final int ATTEMPTS = 3;

  private final ManagementService management;
  private final ProcessEngine engine;

  CamundaTime(ManagementService management, ProcessEngine engine, Clock clock) {
    this.management = management;
    this.engine = engine;
    // The engine reads Joda's clock, which is one for the whole JVM.
    DateTimeUtils.setCurrentMillisProvider(clock::millis);
  }

  @Override
  public Optional<Instant> nextDue() {
    List<Job> first = management.createJobQuery().active().withRetriesLeft().orderByJobDuedate().asc().listPage(0, 1);
    return first.stream().map(Job::getDuedate).map(Date::toInstant).findFirst();
  }

  @Override
  public int runDue(Instant until) {
    Set<String> seen = new HashSet<>();
    int ran = 0;
    while (true) {
      List<Job> due = management.createJobQuery().active().withRetriesLeft().duedateLowerThan(Date.from(until.plusMillis(1)))
          .list().stream().filter(job -> !job.getDuedate().toInstant().isAfter(until))
          .filter(job -> seen.add(job.getId())).sorted(Comparator.comparing(Job::getDuedate)).toList();
      if (due.isEmpty()) {
        return ran;
      }
      ran += (int) due.stream().filter(this::run).count();
    }
  }

  /** A job may be gone by now, because one that ran before it, or a person who was faster, ended its process. */
  private boolean run(Job job) {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      if (isGone(job)) {
        return false;
      }
      try {
        management.executeJob(job.getId());
        return true;
      } catch (OptimisticLockingException faster) {
        LOG.debug("Somebody was faster than the job {} due at {}", job.getId(), job.getDuedate());
      } catch (RuntimeException failed) {
        if (!isGone(job)) {
          LOG.warn("Job {} due at {} failed and keeps its remaining tries", job.getId(), job.getDuedate(), failed);
        }
        return false;
      }
    }
    return false;
  }

  private boolean isGone(Job job) {
    return management.createJobQuery().jobId(job.getId()).count() == 0;
  }

  @Override
  public void whilePaused(Runnable change) {
    JobExecutor executor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
    boolean active = executor != null && executor.isActive();
    if (active) {
      executor.shutdown();
    }
    try {
      change.run();
    } finally {
      if (active) {
        executor.start();
      }
    }
  }
}
