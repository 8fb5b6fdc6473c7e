package io.stile.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.stile.customer.Tier;
import io.stile.request.Request;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Journal, contacts, clocks, mail and grants are broken and found; as in {@link ConsistencyTest} each in a transaction that is rolled back. */
class ConsistencyOfRecordsTest extends Breakage {

  @Test
  void findsASecondOpeningInTheJournal() {
    Request request = people.phoneSwap();
    expectFound("journal-of-requests", request,
        "insert into journal (request, at, kind, details) select request, at, kind, details from journal where request = ? and kind = 'OPENED'",
        number(request));
  }

  @Test
  void findsATaskThatTheJournalTellsTwice() {
    Request request = swapWithPlanAgreed();
    expectFound("journal-of-tasks", request,
        "insert into journal (request, at, kind, details) select request, at, kind, details from journal where request = ? and kind = 'TASK_COMPLETED'",
        number(request));
  }

  @Test
  void findsAContactOfNoRequest() {
    Request request = people.phoneSwap();
    jdbc.sql("update interaction set request_number = 'SR-0' where request_number = ?").param(number(request)).update();

    assertThat(consistency.check(ALL).findings()).extracting(Finding::check, Finding::request)
        .contains(tuple("contacts-linked", "SR-0"));
  }

  @Test
  void findsAnEndToEndClockThatEndedTooEarly() {
    Request request = people.phoneSwap();
    expectFound("clocks-of-requests", request,
        "insert into clock_fact (request, clock, at, kind) select number, 'end-to-end', opened_at, 'MET' from request where number = ?",
        number(request));
  }

  @Test
  void findsAPromiseThatIsNotDueWhenItsClockIs() {
    Request request = people.phoneSwap();
    jdbc.sql("update promise set due_at = due_at + interval '1 hour' where request = ?").param(number(request)).update();

    assertThat(findings(request)).extracting(Finding::check).contains("clocks-of-promises", "alarms-of-promises");
  }

  @Test
  void findsAClockThatRunsOnBehindItsTask() {
    Request request = swapWithPlanAgreed();
    expectFound("clocks-of-tasks", request, "delete from clock_fact where request = ? and kind = 'MET'", number(request));
  }

  @Test
  void findsADueDateThatItsClockDoesNotComeTo() {
    Request request = people.phoneSwap();
    expectFound("due-dates-counted", request, "update clock_fact set target = 'PT5H' where request = ? and clock = ?",
        number(request), "task:" + task(request, "UserTask_AgreePlanChange"));
  }

  @Test
  void findsMailThatCountsAsSentAlthoughNobodyTookIt() {
    Request request = people.phoneSwap();
    expectFound("mail-sent-once", request, "insert into mail (event, template, recipient, name, address, subject, body_text, body_html,"
        + " request, created_at, due_at, sent_at) values (?, 'opened', 'x', 'x', 'x@example.org', 'x', 'x', 'x', ?, now(), now(), now())",
        "test:" + number(request), number(request));
  }

  @Test
  void findsTheSameMailTwice() {
    Request request = people.phoneSwap();
    jdbc.sql("alter table mail drop constraint mail_event_template_recipient_key").update();
    expectFound("mail-once", request, "insert into mail (event, template, recipient, name, address, subject, body_text, body_html,"
        + " request, created_at, due_at) select ?, 'opened', 'x', 'x', 'x@example.org', 'x', 'x', 'x', ?, now(), now()"
        + " from generate_series(1, 2)", "test:" + number(request), number(request));
  }

  @Test
  void findsAnEventThatNobodyTold() {
    jdbc.sql("insert into event_publication (id, listener_id, event_type, serialized_event, publication_date)"
        + " values (gen_random_uuid(), 'listener of the test', 'event of the test', '{}', ?)")
        .param(clock.now().minus(Duration.ofMinutes(6)).atOffset(ZoneOffset.UTC)).update();

    assertThat(consistency.check(ALL).findings()).extracting(Finding::expected).contains("told to listener of the test");
  }

  @Test
  void findsMoreGrantedThanAnybodyMayGrant() {
    Request request = people.billingDispute(people.customerOf(Tier.STANDARD, "EUR"), "front1", 20_00);
    assertThat(findings(request)).isEmpty();

    jdbc.sql("insert into grant_month select customer, date_trunc('month', opened_at)::date from request where number = ? on conflict do nothing")
        .param(number(request)).update();
    jdbc.sql("insert into grant_record (request, customer, month, cents, currency, basis, granted_by, granted_at)"
        + " select number, customer, date_trunc('month', opened_at)::date, 99999900, 'EUR', 'GOODWILL', 'front1', opened_at from request"
        + " where number = ?").param(number(request)).update();

    assertThat(findings(request)).extracting(Finding::check).containsOnly("grants-within-limits");
  }

  @Test
  void listsTheFirstFindingsOfACheckAndCountsAll() {
    Request request = people.phoneSwap();
    jdbc.sql("insert into interaction (customer, request_number, channel, direction, at, said)"
        + " select customer, 'SR-0', 'PHONE', 'IN', opened_at, 'x' from request, generate_series(1, 30) where number = ?")
        .param(number(request)).update();

    ConsistencyReport report = consistency.check();

    assertThat(report.consistent()).isFalse();
    assertThat(report.findings()).filteredOn(finding -> finding.check().equals("contacts-linked")).hasSize(Consistency.LISTED);
    assertThat(report.checks()).filteredOn(check -> check.name().equals("contacts-linked")).singleElement()
        .satisfies(check -> assertThat(check.findings()).isGreaterThanOrEqualTo(30));
  }
}
