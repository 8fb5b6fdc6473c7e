package io.stile.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the mail that waits, and makes room for a test's own. */
final class MailRows {

  private final JdbcClient jdbc;

  MailRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Row(long id, String template, String recipient, String name, String address, String subject, String bodyText,
             String bodyHtml, int failures, boolean sent, boolean givenUp) {}

  /** The mail about a request, once everything that happened was delivered. */
  List<Row> about(String number) {
    awaitDelivery();
    return jdbc.sql("""
        select id, template, recipient, name, address, subject, body_text, body_html, failures,
               sent_at is not null as sent, given_up_at is not null as given_up
        from mail where request = ? order by id""").param(number).query(Row.class).list();
  }

  void awaitDelivery() {
    await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(jdbc.sql(
        "select listener_id || ' ' || serialized_event from stile.event_publication").query(String.class).list()).isEmpty());
  }

  void clear() {
    awaitDelivery();
    jdbc.sql("delete from mail_attempt").update();
    jdbc.sql("delete from mail").update();
  }
}
