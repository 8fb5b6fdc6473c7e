package io.stile.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the mail and of the attempts to send it. */
@Repository
class MailTable {

  private static final String DROP = """
      update mail set dropped_at = ? where id in (
        select id from mail where task is not null and sent_at is null and dropped_at is null and %s
        for no key update skip locked)""";

  private final JdbcClient jdbc;
  private final MailSettings settings;

  MailTable(JdbcClient jdbc, MailSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /** Has a mail wait to be sent, once however often its event is delivered. */
  void insert(MailDraft draft) {
    jdbc.sql("""
        insert into mail (event, template, recipient, name, address, subject, body_text, body_html, request, task,
                          created_at, due_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (event, template, recipient) do nothing""")
        .params(draft.event(), draft.template(), draft.to().key(), draft.to().name(), draft.to().address(),
            draft.subject(), draft.text(), draft.html(), draft.request(), draft.task(), utc(draft.at()),
            utc(draft.at())).update();
  }

  /** Has the mail about the time of a task not sent any more; one that is being sent at this instant is left to its sender. */
  void dropAbout(long task, Instant now) {
    jdbc.sql(DROP.formatted("task = ?")).params(utc(now), task).update();
  }

  /** Has the mail about the time of tasks that wait not sent any more. */
  void dropAboutWaiting(Instant now) {
    jdbc.sql(DROP.formatted("task in (select t.id from task t where t.waiting_for is not null)")).param(utc(now)).update();
  }

  /**
   * The mail that has been due longest and that no other sender holds; held until the transaction ends. The lock lets an
   * attempt refer to the row meanwhile.
   */
  Optional<Mail> holdDue(Instant now) {
    return jdbc.sql("""
        select * from mail where sent_at is null and given_up_at is null and dropped_at is null and due_at <= ?
        order by due_at, id limit 1 for no key update skip locked""").param(utc(now)).query(this::mail).optional();
  }

  /**
   * Removes mail that waits and was never tried; what a sender holds at this instant is on its way and stays.
   *
   * @param events a pattern of what the mail is about, at the beginning of its event
   */
  void withdraw(String events) {
    jdbc.sql("""
        delete from mail where id in (select m.id from mail m where m.event ~ ('^' || ?)
          and m.sent_at is null and m.given_up_at is null
          and not exists (select 1 from mail_attempt a where a.mail = m.id) for update of m skip locked)""")
        .param(events).update();
  }

  /** The same for the mail about a request to a recipient. */
  void withdraw(String request, String recipient) {
    jdbc.sql("""
        delete from mail where id in (select m.id from mail m where m.request = ? and m.recipient = ?
          and m.sent_at is null and m.given_up_at is null
          and not exists (select 1 from mail_attempt a where a.mail = m.id) for update of m skip locked)""")
        .params(request, recipient).update();
  }

  long beginAttempt(long mail, Instant at) {
    return jdbc.sql("insert into mail_attempt (mail, at) values (?, ?) returning id").params(mail, utc(at))
        .query(Long.class).single();
  }

  void endAttempt(long attempt, Instant at, String error) {
    jdbc.sql("update mail_attempt set ended_at = ?, error = ? where id = ?").params(utc(at), error, attempt).update();
  }

  void markSent(long mail, Instant at) {
    jdbc.sql("update mail set sent_at = ?, error = null where id = ?").params(utc(at), mail).update();
  }

  /** @param again when it is tried next, or null if it is given up */
  void markFailed(Mail mail, Instant triedSince, String error, Instant at, Instant again) {
    jdbc.sql("""
        update mail set tried_since = ?, failures = failures + 1, error = ?, due_at = coalesce(?, due_at), given_up_at = ?
        where id = ?""").params(utc(triedSince), error, utc(again), again == null ? utc(at) : null, mail.id()).update();
  }

  boolean sendAgain(long mail, Instant now) {
    return jdbc.sql("""
        update mail set given_up_at = null, tried_since = null, failures = 0, due_at = ?
        where id = ? and sent_at is null""").params(utc(now), mail).update() > 0;
  }

  String subject(long mail) {
    return jdbc.sql("select subject from mail where id = ?").param(mail).query(String.class).single();
  }

  /** Given up or failed at least once, and not sent since; the given up ones first. */
  List<Mail> inTrouble(int limit) {
    return jdbc.sql("""
        select * from mail where sent_at is null and dropped_at is null and (given_up_at is not null or error is not null)
        order by given_up_at is null, id desc limit ?""").param(limit).query(this::mail).list();
  }

  long countGivenUp() {
    return count("select count(*) from mail where given_up_at is not null and dropped_at is null");
  }

  long countWaiting() {
    return count("select count(*) from mail where sent_at is null and given_up_at is null and dropped_at is null");
  }

  /** Attempts whose end nobody knows; one that runs just now, whose mail is held, does not count. */
  long countPossibleCopies() {
    return count("""
        select count(*) from mail_attempt a join mail m on m.id = a.mail
        where a.ended_at is null and (m.sent_at is not null or m.given_up_at is not null
          or exists (select 1 from mail_attempt later where later.mail = a.mail and later.id > a.id))""");
  }

  private long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }

  Optional<Mail> sent(long id) {
    return jdbc.sql("select * from mail where id = ? and sent_at is not null").param(id).query(this::mail).optional();
  }

  /** Those behind another, or the newest if it is null. */
  List<Mail> sent(Long behind, int limit) {
    if (behind == null) {
      return jdbc.sql("select * from mail where sent_at is not null order by sent_at desc, id desc limit ?").param(limit)
          .query(this::mail).list();
    }
    return jdbc.sql("""
        select * from mail where sent_at is not null and (sent_at, id) < (select sent_at, id from mail where id = ?)
        order by sent_at desc, id desc limit ?""").params(behind, limit).query(this::mail).list();
  }

  private Mail mail(ResultSet row, int index) throws SQLException {
    long id = row.getLong("id");
    return new Mail(id, settings.messageId(id), row.getString("name"), row.getString("address"),
        row.getString("subject"), row.getString("body_text"), row.getString("body_html"), row.getString("request"),
        instant(row, "created_at"), instant(row, "due_at"), instant(row, "tried_since"), row.getInt("failures"),
        row.getString("error"), instant(row, "sent_at"), instant(row, "given_up_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime utc(Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }
}
