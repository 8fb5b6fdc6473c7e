package io.stile.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stile.demonstration.TimeTravel;
import io.stile.engine.UnitOfWork;
import io.stile.escalation.EmployeeTold;
import io.stile.request.Closing;
import io.stile.request.OwnerChanged;
import io.stile.request.Ownership;
import io.stile.request.Request;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.testkit.TestClock;
import io.stile.work.Claims;
import io.stile.work.Task;
import io.stile.work.TaskAssigned;
import io.stile.work.TaskLate;
import io.stile.work.TaskWarned;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What employees are told, and that they are told once. */
@StileTest
class NoticesTest {

  private static final String AGREE = "UserTask_AgreePlanChange";

  @Autowired
  Requesting people;
  @Autowired
  Notices notices;
  @Autowired
  Claims claims;
  @Autowired
  Ownership ownership;
  @Autowired
  Closing closing;
  @Autowired
  UnitOfWork unitOfWork;
  @Autowired
  ApplicationEventPublisher events;
  @Autowired
  TestClock clock;
  @Autowired
  TimeTravel time;
  @Autowired
  JdbcClient jdbc;

  private Request request;
  private Task task;

  @BeforeEach
  void open() {
    request = people.phoneSwap();
    task = people.task(request, AGREE);
  }

  /** What an employee was told about the request of this test, once everything that happened was delivered. */
  private List<Notice> noticesOf(String employee) {
    awaitDelivery();
    return notices.of(employee, 1_000).stream().filter(notice -> request.number().value().equals(notice.request())).toList();
  }

  private void awaitDelivery() {
    await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(jdbc.sql(
        "select listener_id || ' ' || serialized_event from stile.event_publication").query(String.class).list()).isEmpty());
  }

  private void travelTo(Instant instant) {
    if (clock.now().isBefore(instant)) {
      time.advance(Duration.between(clock.now(), instant));
    }
  }

  private void publish(Object event) {
    unitOfWork.run(() -> events.publishEvent(event));
  }

  @Test
  void anEventThatIsDeliveredTwiceMakesOneNotice() {
    String number = request.number().value();
    Instant now = clock.now();
    List<Object> happened = List.of(
        new TaskAssigned(task.id(), task.name(), number, "quality1", "front.lead", 77, now),
        new TaskWarned(task.id(), task.name(), number, "quality1", task.dueAt(), now),
        new TaskLate(task.id(), task.name(), number, "quality", null, task.dueAt(), now),
        new EmployeeTold(number, "quality1", task.id(), "owner", "“X” is late", now),
        new OwnerChanged(number, "front1", "quality1", "front.lead", "Try", now));
    // One after the other: the registry tells equal events that are under way at once not apart.
    for (int delivery = 1; delivery <= 2; delivery++) {
      happened.forEach(this::publish);
      awaitDelivery();
    }
    assertThat(noticesOf("quality1")).extracting(Notice::kind).containsExactlyInAnyOrder("assigned", "warned", "late", "owner");
    assertThat(noticesOf("quality.lead")).extracting(Notice::kind).containsExactly("late");
  }

  @Test
  void secondsAssignmentsAndOtherRungsAreNoticesOfTheirOwn() {
    String number = request.number().value();
    publish(new TaskAssigned(task.id(), task.name(), number, "quality1", "front.lead", 5, clock.now()));
    publish(new TaskAssigned(task.id(), task.name(), number, "quality1", "front.lead", 7, clock.now()));
    publish(new EmployeeTold(number, "quality1", task.id(), "owner", "a", clock.now()));
    publish(new EmployeeTold(number, "quality1", task.id(), "manager", "b", clock.now()));
    assertThat(noticesOf("quality1")).hasSize(4);
  }

  @Test
  void theLeadIsWarnedWhileNobodyHasTheTask() {
    travelTo(task.warnAt());
    assertThat(noticesOf("front.lead")).singleElement().satisfies(notice -> {
      assertThat(notice.kind()).isEqualTo("warned");
      assertThat(notice.href()).isEqualTo("/tasks/" + task.id());
      assertThat(notice.text()).contains(task.name());
      assertThat(notice.at()).isEqualTo(task.warnAt());
    });
    assertThat(noticesOf("front1")).isEmpty();
  }

  @Test
  void theAssigneeIsWarnedOnceSomebodyHasIt() {
    unitOfWork.run(() -> claims.claim(task.id(), "front4"));
    travelTo(task.warnAt());
    assertThat(noticesOf("front4")).extracting(Notice::kind).containsExactly("warned");
    assertThat(noticesOf("front.lead")).isEmpty();
  }

  @Test
  void whoIsGivenATaskIsToldAndWhoTakesItIsNot() {
    unitOfWork.run(() -> claims.claim(task.id(), "front4"));
    assertThat(noticesOf("front4")).isEmpty();
    unitOfWork.run(() -> claims.reassign(task.id(), "front5", "front.lead", null));
    assertThat(noticesOf("front5")).extracting(Notice::kind).containsExactly("assigned");
    unitOfWork.run(() -> claims.reassign(task.id(), "front.lead", "front.lead", null));
    assertThat(noticesOf("front.lead")).isEmpty();
  }

  @Test
  void aLateTaskTellsTheOwnerAndTheLeadWhoAlsoGetsTheDecision() {
    travelTo(task.dueAt());
    time.advance(Duration.ofMinutes(1));
    assertThat(noticesOf("front1")).extracting(Notice::kind).containsExactly("late");
    assertThat(noticesOf("front.lead")).extracting(Notice::kind).containsExactlyInAnyOrder("warned", "late", "assigned");
  }

  @Test
  void theNewOwnerIsToldWhy() {
    unitOfWork.run(() -> ownership.move(request.number().value(), "front3", "front.lead", "front1 is on holiday"));
    assertThat(noticesOf("front3")).singleElement().satisfies(notice -> {
      assertThat(notice.text()).contains("front1 is on holiday");
      assertThat(notice.href()).isEqualTo("/requests/" + request.number());
    });
  }

  @Test
  void whatWasRolledBackTellsNobody() {
    try {
      unitOfWork.run(() -> {
        claims.reassign(task.id(), "front5", "front.lead", null);
        throw new IllegalStateException("on purpose");
      });
    } catch (IllegalStateException onPurpose) {
      assertThat(onPurpose).hasMessage("on purpose");
    }
    assertThat(noticesOf("front5")).isEmpty();
  }

  @Test
  void oneMarksOnlyOnesOwnNoticesAsRead() {
    unitOfWork.run(() -> claims.reassign(task.id(), "front6", "front.lead", null));
    Notice notice = noticesOf("front6").get(0);
    int unread = notices.unread("front6");
    notices.read(notice.id(), "front2");
    assertThat(notices.unread("front6")).isEqualTo(unread);
    notices.read(notice.id(), "front6");
    notices.read(notice.id(), "front6");
    assertThat(notices.unread("front6")).isEqualTo(unread - 1);
    assertThat(noticesOf("front6").get(0).readAt()).isEqualTo(clock.now());
    notices.readAll("front6");
    assertThat(notices.unread("front6")).isZero();
  }
}
