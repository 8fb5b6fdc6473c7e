package io.stile.notification;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;

/** Has each node send mail, unless {@code stile.mail.sending} is false. Where there is no way out, mail waits. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "stile.mail.sending", matchIfMissing = true)
class MailSchedule {

  private static final Logger LOG = LoggerFactory.getLogger(MailSchedule.class);

  private final MailDispatch dispatch;

  MailSchedule(MailTable table, ObjectProvider<MailTransport> transport, PlatformTransactionManager transactions,
      Clock clock, MeterRegistry meters) {
    MailTransport out = transport.getIfAvailable();
    dispatch = out == null ? null : new MailDispatch(table, new CountedTransport(out, meters), transactions, clock);
    if (out == null) {
      LOG.warn("There is no mail server (spring.mail.host): mail waits until there is one");
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
