package io.stile.migration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Has each node look for requests to move, unless {@code stile.migration.moving} is false. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "stile.migration.moving", matchIfMissing = true)
class MigrationSchedule {

  private static final Logger LOG = LoggerFactory.getLogger(MigrationSchedule.class);
  /** So that a round ends, and a node that is to stop need not wait for all of them. */
  private static final int BATCH = 50;

  private final MigrationWork work;

  MigrationSchedule(MigrationWork work) {
    this.work = work;
  }

  @Scheduled(fixedDelayString = "${stile.migration.every}")
  void move() {
    try {
      work.work(BATCH);
    } catch (RuntimeException databaseGone) {
      LOG.warn("Requests could not be moved: {}", databaseGone.getMessage());
    }
  }
}
