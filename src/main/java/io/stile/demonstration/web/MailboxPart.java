package io.stile.demonstration.web;

import io.stile.notification.Mail;
import io.stile.notification.Mails;
import java.util.List;

/**
 * A part of the mailbox, newest first.
 *
 * @param next the cursor of the part behind it, or null if there is none
 */
record MailboxPart(List<Mail> mails, Long next) {

  static MailboxPart of(Mails mails, Long cursor, int limit) {
    List<Mail> read = mails.sent(cursor, limit + 1);
    return read.size() <= limit ? new MailboxPart(read, null)
        : new MailboxPart(read.subList(0, limit), read.get(limit - 1).id());
  }
}
