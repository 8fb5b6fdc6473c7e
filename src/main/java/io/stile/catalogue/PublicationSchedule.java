package io.stile.catalogue;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Has each node look for publications whose date has come, unless {@code stile.publication.scheduled} is false. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "stile.publication.scheduled", matchIfMissing = true)
class PublicationSchedule {

  private static final Logger LOG = LoggerFactory.getLogger(PublicationSchedule.class);

  private final PlannedDates dates;

  PublicationSchedule(PlannedDates dates) {
    this.dates = dates;
  }

  @Scheduled(fixedDelayString = "${stile.publication.poll}")
  void publish() {
    try {
      dates.publishDue();
    } catch (RuntimeException databaseGone) {
      LOG.warn("Planned publications could not be looked for: {}", databaseGone.getMessage());
    }
  }
}
