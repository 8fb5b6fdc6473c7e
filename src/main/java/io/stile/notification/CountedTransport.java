package io.stile.notification;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;

/** Another way out, with the metrics {@code stile.mail.sent} and {@code stile.mail.failed} of this node. */
class CountedTransport implements MailTransport {

  private final MailTransport out;
  private final Counter sent;
  private final Counter failed;

  CountedTransport(MailTransport out, MeterRegistry meters) {
    this.out = out;
    sent = Counter.builder("stile.mail.sent").description("Mails that the mail server took").register(meters);
    failed = Counter.builder("stile.mail.failed").description("Attempts to send a mail that failed; it is tried again").register(meters);
  }

  @Override
  public void send(Mail mail, Instant at) {
    try {
      out.send(mail, at);
    } catch (RuntimeException refused) {
      failed.increment();
      throw refused;
    }
    sent.increment();
  }
}
