package io.stile.notification;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Figures for those who watch the service: read from the database when they are asked for. */
@Component
class MailFigures implements MeterBinder {

  private final Mails mails;

  MailFigures(Mails mails) {
    this.mails = mails;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("stile.mail.waiting", mails, Mails::waiting).description("Mails that wait to be sent")
        .register(registry);
    Gauge.builder("stile.mail.given.up", mails, Mails::givenUp).description("Mails that could not be sent")
        .register(registry);
    Gauge.builder("stile.mail.possible.copies", mails, Mails::possibleCopies)
        .description("Attempts that never ended: each may have sent a copy").register(registry);
  }
}
