package io.stile.demonstration.web;

import io.stile.notification.Mail;
import io.stile.notification.Mails;
import io.stile.web.Refusal;
import io.stile.web.Part;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The demonstration's mailbox for programs. */
@RestController
@Profile("!prod")
@PreAuthorize("hasAnyRole('EMPLOYEE', 'ADMINISTRATOR')")
class MailboxResource {

  private static final int MOST = 200;

  private final Mails mails;

  MailboxResource(Mails mails) {
    this.mails = mails;
  }

  /**
   * A mail that was sent.
   *
   * @param id        grows with every mail
   * @param to        the address that it went to
   * @param subject   its subject
   * @param text      its text part
   * @param messageId its Message-ID, the same for every copy of one mail
   * @param at        when it was sent
   */
  record Item(long id, String to, String subject, String text, String messageId, Instant at) {

    static Item of(Mail mail) {
      return new Item(mail.id(), mail.address(), mail.subject(), mail.text(), mail.messageId(), mail.sentAt());
    }
  }

  /**
   * Mail that was sent, the newest first.
   *
   * @param cursor the {@code next} of the part before
   * @param limit  how many at most, up to 200
   */
  @GetMapping("/api/v1/demo/mailbox")
  Part<Item> list(@RequestParam(required = false) Long cursor, @RequestParam(defaultValue = "50") int limit) {
    if (limit < 1 || limit > MOST) {
      throw Refusal.invalid("limit", "'%d' is out of range; expected 1 to %d.".formatted(limit, MOST));
    }
    MailboxPart part = MailboxPart.of(mails, cursor, limit);
    return new Part<>(part.mails().stream().map(Item::of).toList(), part.next() == null ? null : part.next().toString());
  }
}
