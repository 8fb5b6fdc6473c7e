package io.stile.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.organisation.Department;
import io.stile.organisation.Organisation;
import io.stile.organisation.QueueFigures.QueueFigure;
import io.stile.request.Request;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.testkit.TestClock;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** How fast work is taken out of a queue, in open time. */
@StileTest
@Transactional
class PickUpsTest {

  private static final Instant MONDAY_10 = Instant.parse("2025-03-03T09:00:00Z");

  @Autowired PickUps pickUps;
  @Autowired Claims claims;
  @Autowired Organisation organisation;
  @Autowired Requesting people;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;

  private Request request;

  @BeforeEach
  void setUpADepartment() {
    request = people.phoneSwap();
    jdbc.sql("insert into department (key, name, lead, calendar) values ('pick-ups', 'Pick-ups', 'billing.lead', 'billing')").update();
  }

  private void taken(Instant began, Duration after) {
    Timestamp at = Timestamp.from(began.plus(after));
    jdbc.sql("""
        insert into task (step, request, type, customer, model, process, step_key, name, department, assignee, state,
          created_at, claimed_at, picked_up_at, ended_at, sort_at)
        values ('pick-up-' || gen_random_uuid(), ?, 'other', ?, 'none', 'none', 'Row', 'Row', 'pick-ups', 'billing1', 'DONE', ?, ?, ?, ?, ?)""")
        .params(request.number().value(), request.customer(), Timestamp.from(began), at, at, at, at).update();
  }

  private QueueFigure figure(Instant at) {
    Department department = organisation.department("pick-ups").orElseThrow();
    return pickUps.of(List.of(department), at).get("pick-ups");
  }

  @Test
  void halfOfThemWereTakenWithinTheUsualTime() {
    List.of(5, 10, 20, 40, 80).forEach(minutes -> taken(MONDAY_10, Duration.ofMinutes(minutes)));
    assertThat(figure(MONDAY_10.plus(Duration.ofHours(2))).usual()).isEqualTo(Duration.ofMinutes(20));
  }

  @Test
  void fewerThanFiveSayNothing() {
    List.of(5, 10, 20, 40).forEach(minutes -> taken(MONDAY_10, Duration.ofMinutes(minutes)));
    assertThat(figure(MONDAY_10.plus(Duration.ofHours(2)))).satisfies(figure -> {
      assertThat(figure.usual()).isNull();
      assertThat(figure.taken()).isEqualTo(4);
    });
  }

  @Test
  void theNightDoesNotCount() {
    for (int i = 0; i < 5; i++) {
      taken(MONDAY_10.plus(Duration.ofHours(12)), Duration.ofHours(12));
    }
    assertThat(figure(MONDAY_10.plus(Duration.ofDays(2))).usual()).isBetween(Duration.ZERO, Duration.ofHours(4));
  }

  @Test
  void whatIsOlderThanThirtyDaysDoesNotCount() {
    for (int i = 0; i < 5; i++) {
      taken(MONDAY_10, Duration.ofMinutes(5));
    }
    assertThat(figure(MONDAY_10.plus(Duration.ofDays(30))).taken()).isEqualTo(5);
    assertThat(figure(MONDAY_10.plus(Duration.ofDays(30)).plus(Duration.ofMinutes(5))).taken()).isZero();
  }

  @Test
  void theFirstClaimIsThePickUpAndGivingItToSomebodyIsNone() {
    long task = people.task(request, "UserTask_AgreePlanChange").id();
    claims.reassign(task, "front2", "front.lead", null);
    assertThat(pickedUp(task)).isEmpty();
    claims.release(task, "front2");
    claims.claim(task, "front1");
    Instant first = clock.now();
    clock.advance(Duration.ofMinutes(1));
    claims.release(task, "front1");
    claims.claim(task, "front2");
    assertThat(pickedUp(task)).contains(first);
  }

  private Optional<Instant> pickedUp(long task) {
    return jdbc.sql("select picked_up_at from task where id = ? and picked_up_at is not null").param(task).query(Timestamp.class)
        .optional().map(Timestamp::toInstant);
  }

  @Test
  void whatNobodyHasTakenLiesInTheQueue() {
    jdbc.sql("update task set department = 'pick-ups' where id = ?").param(people.task(request, "UserTask_AgreePlanChange").id()).update();
    assertThat(figure(clock.now())).isEqualTo(new QueueFigure(1, 0, 0, null));
  }
}
