package io.stile.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends the mail that is due, each in a transaction that holds its row: two senders never send the same one. A kill between
 * the server's answer and the commit has it sent once more, with the same Message-ID; the attempt that was written before
 * and never ended counts it.
 */
class MailDispatch {

  private static final Logger LOG = LoggerFactory.getLogger(MailDispatch.class);
  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final Duration GIVE_UP_AFTER = Duration.ofDays(1);
  private static final int LONGEST_ERROR = 500;
  /** So that one round ends also while mail is written faster than it is sent. */
  private static final int MOST_AT_ONCE = 100;

  private final MailTable table;
  private final MailTransport transport;
  private final TransactionTemplate holding;
  private final TransactionTemplate atOnce;
  private final Clock clock;

  MailDispatch(MailTable table, MailTransport transport, PlatformTransactionManager transactions, Clock clock) {
    this.table = table;
    this.transport = transport;
    this.clock = clock;
    holding = new TransactionTemplate(transactions);
    atOnce = new TransactionTemplate(transactions);
    atOnce.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * Tries what is due, the longest due first.
   *
   * @return how many were tried, at most {@value #MOST_AT_ONCE}
   */
  int sendDue() {
    holding.executeWithoutResult(status -> table.dropAboutWaiting(clock.instant()));
    int tried = 0;
    while (tried < MOST_AT_ONCE && Boolean.TRUE.equals(holding.execute(status -> tryNext()))) {
      tried++;
    }
    return tried;
  }

  private boolean tryNext() {
    Optional<Mail> due = table.holdDue(clock.instant());
    due.ifPresent(this::attempt);
    return due.isPresent();
  }

  private void attempt(Mail mail) {
    MDC.put("request", mail.request());
    try {
      tryOnce(mail);
    } finally {
      MDC.remove("request");
    }
  }

  private void tryOnce(Mail mail) {
    Instant began = clock.instant();
    long attempt = atOnce.execute(status -> table.beginAttempt(mail.id(), began));
    try {
      transport.send(mail, began);
    } catch (RuntimeException failure) {
      failed(mail, attempt, began, reason(failure));
      return;
    }
    Instant now = clock.instant();
    table.endAttempt(attempt, now, null);
    table.markSent(mail.id(), now);
  }

  private void failed(Mail mail, long attempt, Instant began, String error) {
    Instant now = clock.instant();
    Instant triedSince = mail.triedSince() == null ? began : mail.triedSince();
    boolean giveUp = !now.isBefore(triedSince.plus(GIVE_UP_AFTER));
    // Mail servers repeat the address that they refuse; it stands on the page of the administrators, not in the log.
    LOG.warn("Mail {} about {} was not sent{}: {}", mail.id(), mail.request(), giveUp ? " and is given up" : "",
        error.replaceAll("\\S+@\\S+", "(address)"));
    table.endAttempt(attempt, now, error);
    table.markFailed(mail, triedSince, error, now, giveUp ? null : now.plus(pause(mail.failures())));
  }

  /** Twice as long after each failure. */
  static Duration pause(int failuresBefore) {
    Duration pause = SHORTEST_PAUSE.multipliedBy(1L << Math.min(failuresBefore, 10));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  private static String reason(RuntimeException failure) {
    Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
    String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return reason.length() > LONGEST_ERROR ? reason.substring(0, LONGEST_ERROR) : reason;
  }
}
