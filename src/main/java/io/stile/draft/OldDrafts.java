package io.stile.draft;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Has each node remove old drafts once an hour; what one has removed another does not find. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class OldDrafts {

  private static final Logger LOG = LoggerFactory.getLogger(OldDrafts.class);
  private static final String HOUR = "PT1H";

  private final Drafts drafts;

  OldDrafts(Drafts drafts) {
    this.drafts = drafts;
  }

  @Scheduled(initialDelayString = HOUR, fixedDelayString = HOUR)
  void remove() {
    try {
      drafts.removeOld();
    } catch (RuntimeException databaseGone) {
      LOG.warn("Old drafts could not be looked for: {}", databaseGone.getMessage());
    }
  }
}
