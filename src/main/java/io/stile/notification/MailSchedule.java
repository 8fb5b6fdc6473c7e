package io.stile.notification;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;

/** Has each node send mail and tell events that are still untold, unless {@code stile.mail.sending} is false. Where there is no way out, mail waits. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "stile.mail.sending", matchIfMissing = true)
class MailSchedule {

  private static final Logger LOG = LoggerFactory.getLogger(MailSchedule.class);

  /** Telling takes milliseconds: what was not told by then was begun by a node that ended, or while the database was away. */
  private static final Duration OVERDUE = Duration.ofSeconds(10);

  private final MailDispatch dispatch;
  private final IncompleteEventPublications untold;

  MailSchedule(MailTable table, ObjectProvider<MailTransport> transport, PlatformTransactionManager transactions,
      Clock clock, MeterRegistry meters, IncompleteEventPublications untold) {
    this.untold = untold;
    MailTransport out = transport.getIfAvailable();
    dispatch = out == null ? null : new MailDispatch(table, new CountedTransport(out, meters), transactions, clock);
    if (out == null) {
      LOG.warn("There is no mail server (spring.mail.host): mail waits until there is one");
    }
  }

  /** Tells again what an event's listeners have not been told; several nodes may do so at once, because each makes one row only. */
  @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
  void tellAgain() {
    try {
      untold.resubmitIncompletePublicationsOlderThan(OVERDUE);
    } catch (RuntimeException databaseGone) {
      LOG.warn("Events could not be looked for: {}", databaseGone.getMessage());
    }
  }

  @Scheduled(fixedDelayString = "${stile.mail.poll}")
  void send() {
    if (dispatch == null) {
      return;
    }
    try {
      dispatch.sendDue();
    } catch (RuntimeException databaseGone) {
      LOG.warn("Mail could not be looked for: {}", databaseGone.getMessage());
    }
  }
}
