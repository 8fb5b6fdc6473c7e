package io.stile.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.engine.UnitOfWork;
import io.stile.organisation.Absence;
import io.stile.organisation.Absences;
import io.stile.request.Ownership;
import io.stile.request.Request;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.testkit.TestClock;
import io.stile.work.Claims;
import io.stile.work.Task;
import io.stile.work.TaskLate;
import io.stile.work.TaskWarned;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What comes to somebody by mail while he is absent comes to whoever stands in for him, too, and says for whom. */
@StileTest
class DeputyMailTest {

  private static final String ABSENT = "front4";
  private static final String DEPUTY = "front3";

  @Autowired
  Requesting people;
  @Autowired
  Absences absences;
  @Autowired
  Claims claims;
  @Autowired
  Ownership ownership;
  @Autowired
  ApplicationEventPublisher events;
  @Autowired
  UnitOfWork unitOfWork;
  @Autowired
  TestClock clock;
  @Autowired
  JdbcClient jdbc;

  private Request swap;
  private String number;

  @BeforeEach
  void goOnHoliday() {
    swap = people.phoneSwap();
    number = swap.number().value();
    absences.add(new Absence(null, ABSENT, clock.now(), clock.now().plus(Duration.ofDays(2)), Absence.Kind.VACATION, DEPUTY));
  }

  @AfterEach
  void comeBack() {
    absences.notEndedOf(ABSENT, Instant.EPOCH).forEach(absence -> absences.remove(absence.id()));
  }

  private List<MailRows.Row> mailTo(String employee, String template) {
    return new MailRows(jdbc).about(number).stream()
        .filter(mail -> mail.recipient().equals("employee:" + employee) && mail.template().equals(template)).toList();
  }

  @Test
  void whatIsAssignedToTheAbsentOneIsMailedToTheDeputyAndMarked() {
    Task task = people.task(swap, "UserTask_AgreePlanChange");
    unitOfWork.run(() -> claims.reassign(task.id(), ABSENT, "front.lead", "Yours"));

    assertThat(mailTo(ABSENT, "assigned")).singleElement()
        .satisfies(mail -> assertThat(mail.subject() + mail.bodyText() + mail.bodyHtml()).doesNotContain("stand in"));
    assertThat(mailTo(DEPUTY, "assigned")).singleElement().satisfies(mail -> {
      assertThat(mail.subject()).startsWith("For Sofia Papadopoulou: " + number);
      assertThat(mail.bodyText()).contains("You get this for Sofia Papadopoulou, who is absent until", "/tasks/" + task.id());
      assertThat(mail.bodyHtml()).contains("Sofia Papadopoulou", "you stand in");
    });
  }

  @Test
  void whatIsLateOrRunsOutOfTimeToo() {
    Task task = unitOfWork.of(() -> claims.reassign(people.task(swap, "UserTask_AgreePlanChange").id(), ABSENT, "front.lead", "Yours"));
    unitOfWork.run(() -> {
      events.publishEvent(new TaskWarned(task.id(), task.name(), number, ABSENT, task.dueAt(), clock.now()));
      events.publishEvent(new TaskLate(task.id(), task.name(), number, null, ABSENT, task.dueAt(), clock.now()));
    });
    assertThat(mailTo(DEPUTY, "warned")).singleElement().satisfies(mail -> assertThat(mail.subject()).startsWith("For Sofia Papadopoulou: "));
    assertThat(mailTo(DEPUTY, "late")).singleElement().satisfies(mail -> assertThat(mail.bodyText()).contains("you stand in"));
  }

  @Test
  void whoIsMadeTheOwnerReadsItByMail() {
    unitOfWork.run(() -> ownership.move(number, "front6", "front.lead", "Knows the customer"));
    assertThat(mailTo("front6", "owner")).singleElement().satisfies(mail -> {
      assertThat(mail.subject()).isEqualTo("You own %s now".formatted(number));
      assertThat(mail.bodyText()).contains("Teresa Kowalczyk has made you the owner", "Knows the customer", "/requests/" + number)
          .doesNotContain("If you cannot take it");
    });
  }
}
