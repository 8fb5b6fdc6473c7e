package io.stile.notification;

import java.time.Instant;

/** The way out of the house for mail. */
interface MailTransport {

  /**
   * Hands a mail over. Whoever gets the same mail twice can tell by its Message-ID.
   *
   * @param at the date that the mail bears
   * @throws RuntimeException if it was not taken; it is tried again later
   */
  void send(Mail mail, Instant at);
}
