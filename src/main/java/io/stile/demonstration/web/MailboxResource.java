package io.stile.demonstration.web;

import io.stile.notification.Mail;
import io.stile.notification.Mails;
import io.stile.web.Refusal;
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

  /** A mail that was sent; {@code at} is when. */
  record Item(long id, String to, String subject, String text, String messageId, Instant at) {

    static Item of(Mail mail) {
      return new Item(mail.id(), mail.address(), mail.subject(), mail.text(), mail.messageId(), mail.sentAt());
    }
  }

  /** A part of the mailbox, newest first; {@code next} is the cursor of the part behind it, or null. */
  record Part(List<Item> items, String next) {}

  @GetMapping("/api/v1/demo/mailbox")
  Part list(@RequestParam(required = false) Long cursor, @RequestParam(defaultValue = "50") int limit) {
    if (limit < 1 || limit > MOST) {
      throw Refusal.invalid("limit", "'%d' is out of range; expected 1 to %d.".formatted(limit, MOST));
    }
    MailboxPart part = MailboxPart.of(mails, cursor, limit);
    return new Part(part.mails().stream().map(Item::of).toList(), part.next() == null ? null : part.next().toString());
  }
}
