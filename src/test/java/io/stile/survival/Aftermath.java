package io.stile.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.stile.api.ApiClient;
import io.stile.testkit.Node;
import io.stile.testkit.TestPostgres.Database;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What must be true in a database after nodes were killed on it, however often. */
final class Aftermath {

  private static final String NOW = "(now() + (select ahead_ms from stile.demonstration_clock) * interval '1 ms')";
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final JdbcClient jdbc;

  Aftermath(Database database) {
    jdbc = JdbcClient.create(new DriverManagerDataSource(database.jdbcUrl() + "?currentSchema=public,stile", database.username(),
        database.password()));
  }

  /** Moves time on while no node runs: whichever starts next finds everything that came due meanwhile. */
  void advance(Duration by) {
    jdbc.sql("update stile.demonstration_clock set ahead_ms = ahead_ms + ?").param(by.toMillis()).update();
  }

  /** Customers to whom mail goes and who can have a phone swap. */
  List<Long> customers() {
    return jdbc.sql("select c.id from customer c where email is not null and (select count(*) from contract k where k.customer = c.id) = 1 limit 30")
        .query(Long.class).list();
  }

  /** Waits until a node has caught up: nothing is due, nothing is to be told, no mail waits. */
  void awaitCalm() {
    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).untilAsserted(() -> {
      assertThat(count("act_ru_job where type_ = 'timer' and duedate_ <= " + NOW + " at time zone 'UTC'")).as("timers due").isZero();
      assertThat(count("event_publication where completion_date is null")).as("events to tell").isZero();
      assertThat(count("mail where sent_at is null and dropped_at is null")).as("mail to send").isZero();
    });
  }

  void expectConsistent(Node node) {
    JsonNode report = new ApiClient(node.port()).get("admin", "/api/v1/admin/consistency").body();
    assertThat(report.at("/findings")).as("findings").isEmpty();
    assertThat(report.at("/consistent").asBoolean()).isTrue();
    assertThat(report.at("/checks")).hasSizeGreaterThan(10);
  }

  void expectWhatWasAnswered(Ledger ledger) {
    assertThat(ledger.failures()).as("answers that say that we failed").isEmpty();
    Map<String, String> numbers = new HashMap<>();
    jdbc.sql("select told, number from request").query(row -> {
      assertThat(numbers.put(row.getString(1), row.getString(2))).as("another request of " + row.getString(1)).isNull();
    });
    assertThat(numbers).as("requests that were answered").containsAllEntriesOf(ledger.opened());
    numbers.keySet().removeAll(ledger.opened().keySet());
    assertThat(ledger.openings().keySet()).as("the rest got no answer").containsAll(numbers.keySet());

    ledger.completed().forEach((task, worker) -> assertThat(standing(task)).as("task " + task).isEqualTo("DONE " + worker));
    ledger.claimed().forEach((task, worker) -> assertThat(claims(task, worker)).as("claims of task " + task).isEqualTo(1));
    assertThat(jdbc.sql("select number from request where state = 'WITHDRAWN'").query(String.class).list())
        .containsAll(ledger.withdrawn());
  }

  private String standing(long task) {
    return jdbc.sql("select state || ' ' || assignee from task where id = ?").param(task).query(String.class).single();
  }

  private int claims(long task, String worker) {
    return jdbc.sql("""
        select count(*) from journal j join task t on t.request = j.request and t.name = j.details->>'task'
        where t.id = ? and j.kind = 'TASK_CLAIMED' and j.actor = ? and j.at >= t.created_at
          and (t.ended_at is null or j.at <= t.ended_at)""").params(task, worker).query(Integer.class).single();
  }

  /**
   * A repeated call gets the answer of the first one; if that was lost, the call opens its request now, or is told that it was.
   *
   * @param earlier keys of calls that were repeated before: after a day of the application's time they name nothing any more
   */
  void expectRepeatedCallsToOpenNoSecondRequest(Node node, Ledger ledger, Set<String> earlier) {
    ApiClient api = new ApiClient(node.port());
    ledger.openings().forEach((key, opening) -> {
      if (earlier.contains(key)) {
        return;
      }
      boolean there = count("request where told = '" + key + "'") == 1;
      ApiClient.Answer again = api.post(opening.employee(), "/api/v1/requests", opening.body(), key);
      if (ledger.opened().containsKey(key)) {
        assertThat(again.text("/number")).as("answer to a repeated call").isEqualTo(ledger.opened().get(key));
      } else {
        assertThat(again.status()).as(again.body().toString()).isIn(there ? List.of(201, 409) : List.of(201));
      }
      assertThat(count("request where told = '" + key + "'")).as("requests of " + key).isEqualTo(1);
    });
  }

  void expectEachAlarmToHaveGoneOffOnce() {
    assertThat(count("task where state in ('OPEN', 'CLAIMED') and late_at is null and due_at <= " + NOW)).as("late and not told").isZero();
    assertThat(jdbc.sql("""
        select told.request || ' ' || told.kind || ' ' || told.name
        from (select request, kind, details->>'task' as name, count(*) as times from journal
              where kind in ('TASK_WARNED', 'TASK_LATE') group by 1, 2, 3) told
          join (select request, name, count(*) as times from task group by 1, 2) tasks using (request, name)
        where told.times > tasks.times""").query(String.class).list()).as("alarms that the journal tells twice").isEmpty();
    assertThat(count("journal where kind = 'TASK_LATE'")).as("late tasks").isPositive();
  }

  /** Who was to be told was told: one mail for what the journal says, one copy of each at the mail server but for those counted. */
  void expectMailOnce(MailServer server) {
    assertThat(count("mail where template = 'opened'")).isEqualTo(count("request"));
    assertThat(count("mail where template in ('done', 'withdrawn')")).isEqualTo(count("request where state <> 'OPEN'"));
    assertThat(count("mail where event like 'warned:%'")).isEqualTo(count("journal where kind = 'TASK_WARNED'"));
    assertThat(count("mail where event like 'told:%'")).isEqualTo(count("journal where kind = 'TOLD'"));
    Map<String, Integer> taken = server.taken();
    List<Long> sent = jdbc.sql("select id from mail order by id").query(Long.class).list();
    Map<Long, Integer> open = new HashMap<>();
    jdbc.sql("select mail, count(*) as times from mail_attempt where ended_at is null group by mail").query(row -> {
      open.put(row.getLong(1), row.getInt(2));
    });
    assertThat(taken).hasSize(sent.size());
    sent.forEach(mail -> assertThat(taken.getOrDefault("<mail-%d@stile.localhost>".formatted(mail), 0))
        .as("copies of mail " + mail).isBetween(1, 1 + open.getOrDefault(mail, 0)));
  }

  /** Has the next warning of a task of a request come due now. */
  void makeWarningDue(String request) {
    Timestamp now = jdbc.sql("select date_trunc('milliseconds', " + NOW + ")").query(Timestamp.class).single();
    int moved = jdbc.sql("""
        update act_ru_job set duedate_ = ?::timestamptz at time zone 'UTC' where handler_type_ = 'timer-task-listener'
          and process_instance_id_ in (select id_ from act_ru_execution where business_key_ = ?)""").params(now, request).update();
    assertThat(moved).as("warnings of " + request).isPositive();
    jdbc.sql("update task set warn_at = ? where request = ? and warn_at is not null and state in ('OPEN', 'CLAIMED')")
        .params(now, request).update();
  }

  /** How many of these requests the journal tells a warning of. */
  int warned(List<String> requests) {
    return jdbc.sql("select count(distinct request) from journal where kind = 'TASK_WARNED' and request = any(?)")
        .param(requests.toArray(String[]::new)).query(Integer.class).single();
  }

  /** How many warnings the journal tells of these requests. */
  int warnings(List<String> requests) {
    return jdbc.sql("select count(*) from journal where kind = 'TASK_WARNED' and request = any(?)")
        .param(requests.toArray(String[]::new)).query(Integer.class).single();
  }

  /** Has the warnings of these requests that have not gone off be held by a node that is no more, for as long as a node holds them. */
  int holdAlarmsOf(List<String> requests, String node) {
    return jdbc.sql("update act_ru_job set lock_owner_ = ?, lock_exp_time_ = (" + NOW + " + interval '20 s') at time zone 'UTC',"
        + " rev_ = rev_ + 1 where handler_type_ = 'timer-task-listener' and process_instance_id_ in"
        + " (select id_ from act_ru_execution where business_key_ = any(?))").params(node, requests.toArray(String[]::new)).update();
  }

  /** Undoes what was mailed about the opening of a request, as if nobody had been told of it. */
  void forgetMailOf(String request) {
    jdbc.sql("delete from mail_attempt where mail in (select id from mail where event = ?)").param("opened:" + request).update();
    jdbc.sql("delete from mail where event = ?").param("opened:" + request).update();
  }

  /** Leaves the event of an opening behind in the outbox, as a node does that is killed before it has told it. */
  void leaveUntold(String request) {
    int left = jdbc.sql("""
        insert into stile.event_publication (id, listener_id, event_type, serialized_event, publication_date)
        select gen_random_uuid(), 'io.stile.notification.CustomerMail.on(io.stile.request.RequestOpened)',
          'io.stile.request.RequestOpened', json_build_object('number', number, 'type', type, 'owner', owner, 'opener', opener,
            'promisedBy', due_at, 'at', opened_at)::text, opened_at
        from request where number = ?""").param(request).update();
    assertThat(left).isEqualTo(1);
  }

  String figures(MailServer server) {
    int copies = server.taken().values().stream().mapToInt(times -> times - 1).sum();
    return "%d requests, %d tasks, %d late, %d mails, %d copies".formatted(count("request"), count("task"),
        count("journal where kind = 'TASK_LATE'"), count("mail"), copies);
  }

  int count(String what) {
    return jdbc.sql("select count(*) from " + what).query(Integer.class).single();
  }
}
