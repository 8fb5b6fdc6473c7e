package io.stile.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stile.customer.Interaction.Channel;
import io.stile.customer.Interaction.Direction;
import io.stile.customer.Interactions;
import io.stile.customer.NewInteraction;
import io.stile.demonstration.TimeTravel;
import io.stile.engine.UnitOfWork;
import io.stile.escalation.EmployeeTold;
import io.stile.request.Request;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.testkit.TestClock;
import io.stile.work.Claims;
import io.stile.work.Task;
import io.stile.work.TaskLate;
import io.stile.work.TaskWarned;
import io.stile.work.Waits;
import io.stile.work.WaitsFor;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is told when a wait ends by itself, and that nobody is told of lateness while a task waits. */
@StileTest
class WaitNoticesTest {

  @Autowired
  Requesting people;
  @Autowired
  Waits waits;
  @Autowired
  Claims claims;
  @Autowired
  Interactions interactions;
  @Autowired
  Notices notices;
  @Autowired
  MailTable mail;
  @Autowired
  UnitOfWork unitOfWork;
  @Autowired
  ApplicationEventPublisher events;
  @Autowired
  TimeTravel time;
  @Autowired
  TestClock clock;
  @Autowired
  JdbcClient jdbc;

  private Request request;
  private Task task;

  @BeforeEach
  void claimInTheMorning() {
    clock.advanceTo(tomorrow());
    request = people.phoneSwap();
    long id = people.task(request, "UserTask_AgreePlanChange").id();
    task = unitOfWork.of(() -> claims.claim(id, "front4"));
  }

  private Instant tomorrow() {
    return clock.now().atZone(ZoneId.of("Europe/Berlin")).plusDays(1).withHour(9).withMinute(0).toInstant();
  }

  private Task waits(WaitsFor whom) {
    return unitOfWork.of(() -> waits.begin(task.id(), whom, tomorrow(), "Which plan?", "front4"));
  }

  private void contact(String by) {
    unitOfWork.run(() -> interactions.log(new NewInteraction(request.customer(), request.number().value(), Channel.PHONE,
        Direction.IN, by, "The small one.")));
  }

  private List<String> noticesOf(String employee) {
    awaitDelivery();
    return notices.of(employee, 1_000).stream().filter(notice -> notice.request().equals(request.number().value()))
        .map(Notice::text).toList();
  }

  private void awaitDelivery() {
    await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(jdbc.sql(
        "select count(*) from stile.event_publication where completion_date is null").query(Long.class).single()).isZero());
  }

  @Test
  void whoWorksOnItIsToldThatTheReviewDateHasCome() {
    waits(WaitsFor.THIRD_PARTY);

    time.advance(Duration.ofDays(1));

    assertThat(noticesOf("front4")).containsExactly("“Agree the plan change with the customer” goes on: the review date has come");
  }

  @Test
  void whoWorksOnItIsToldThatTheCustomerGotInTouchUnlessHeTookTheCall() {
    waits(WaitsFor.CUSTOMER);
    contact("front4");
    assertThat(noticesOf("front4")).isEmpty();

    waits(WaitsFor.CUSTOMER);
    contact("front2");
    assertThat(noticesOf("front4")).containsExactly("“Agree the plan change with the customer” goes on: the customer got in touch");
  }

  @Test
  void aContactIsToldWhileAThirdPartyIsWaitedFor() {
    waits(WaitsFor.THIRD_PARTY);

    contact("front2");

    assertThat(noticesOf("front4")).containsExactly("The customer got in touch while “Agree the plan change with the customer” waits");
  }

  @Test
  void whoSetItToWaitIsToldWhileNobodyHasIt() {
    waits(WaitsFor.CUSTOMER);
    unitOfWork.run(() -> claims.release(task.id(), "front4"));

    contact(null);

    assertThat(noticesOf("front4")).hasSize(1);
  }

  @Test
  void lateNewsOfAnAlarmThatWasOvertakenByTheWaitIsNotTold() {
    waits(WaitsFor.CUSTOMER);
    Instant now = clock.now();
    String number = request.number().value();

    unitOfWork.run(() -> {
      events.publishEvent(new TaskWarned(task.id(), task.name(), number, "front4", task.dueAt(), now));
      events.publishEvent(new TaskLate(task.id(), task.name(), number, "front-office", "front4", task.dueAt(), now));
      events.publishEvent(new EmployeeTold(number, "front4", task.id(), "owner", "“X” is late", now));
    });

    assertThat(noticesOf("front4")).isEmpty();
    assertThat(noticesOf("front.lead")).isEmpty();
    assertThat(mails()).isEmpty();
  }

  @Test
  void mailAboutItsTimeThatWasNotSentYetIsNotSentAnyMore() {
    clock.advanceTo(task.warnAt());
    time.advance(Duration.ofMillis(1));
    awaitDelivery();
    assertThat(mails()).containsExactly("warned, to be sent");

    waits(WaitsFor.CUSTOMER);

    assertThat(mails()).containsExactly("warned, dropped");
    assertThat(mail.holdDue(clock.now().plus(Duration.ofDays(3))).map(Mail::request)).isNotEqualTo(request.number().value());
  }

  @Test
  void mailThatASenderHeldWhenTheWaitBeganIsDroppedBeforeTheNextTry() {
    clock.advanceTo(task.warnAt());
    time.advance(Duration.ofMillis(1));
    awaitDelivery();
    waits(WaitsFor.CUSTOMER);
    jdbc.sql("update mail set dropped_at = null where task = ?").param(task.id()).update();

    mail.dropAboutWaiting(clock.now());

    assertThat(mails()).containsExactly("warned, dropped");
  }

  private List<String> mails() {
    awaitDelivery();
    return jdbc.sql("select template || case when dropped_at is null then ', to be sent' else ', dropped' end from mail where task = ?")
        .param(task.id()).query(String.class).list();
  }
}
