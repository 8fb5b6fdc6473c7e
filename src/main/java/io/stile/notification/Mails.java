package io.stile.notification;

import io.stile.audit.Audit;
import io.stile.audit.Changes;
import io.stile.audit.Subject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was mailed, what could not be, and trying it again. */
@Service
public class Mails {

  private static final Logger LOG = LoggerFactory.getLogger(Mails.class);

  private final MailTable table;
  private final Audit audit;
  private final Clock clock;

  Mails(MailTable table, Audit audit, Clock clock) {
    this.table = table;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Sent mail, newest first.
   *
   * @param behind id of the mail behind which to go on, or null to begin with the newest
   */
  public List<Mail> sent(Long behind, int limit) {
    return table.sent(behind, limit);
  }

  /** The sent mail of that id, empty if there is none. */
  public Optional<Mail> sent(long id) {
    return table.sent(id);
  }

  /** Mail that was given up, then mail that failed and is being tried again. */
  public List<Mail> inTrouble(int limit) {
    return table.inTrouble(limit);
  }

  /** How many mails wait to be sent, those that are being tried again included. */
  public long waiting() {
    return table.countWaiting();
  }

  /** How many mails were given up. */
  public long givenUp() {
    return table.countGivenUp();
  }

  /** How many copies may have gone out because a node ended between the mail server's answer and our commit. */
  public long possibleCopies() {
    return table.countPossibleCopies();
  }

  /**
   * Tries a mail again now, and for another day; without effect on one that has been sent.
   *
   * @param by sign-in name of who asks for it
   * @return whether there was such a mail to send
   */
  @Transactional
  public boolean sendAgain(long id, String by) {
    boolean found = table.sendAgain(id, clock.instant());
    if (found) {
      LOG.info("Mail {} is sent again on behalf of {}", id, by);
      audit.record(by, "sent again", new Subject("mail", String.valueOf(id), table.subject(id)), new Changes());
    }
    return found;
  }
}
