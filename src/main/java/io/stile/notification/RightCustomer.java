package io.stile.notification;

import io.stile.request.CustomerCorrected;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Mail that waits for a customer whose request it is not is not sent to him; in the same transaction. */
@Component
class RightCustomer {

  private final MailTable mail;

  RightCustomer(MailTable mail) {
    this.mail = mail;
  }

  @EventListener
  void on(CustomerCorrected corrected) {
    mail.withdraw(corrected.number(), "customer:" + corrected.wrong());
  }
}
