package io.stile.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stile.consult.Answering;
import io.stile.consult.Consult;
import io.stile.consult.Consults;
import io.stile.consult.NewConsult;
import io.stile.consult.QuestionAnswered;
import io.stile.consult.QuestionAsked;
import io.stile.consult.QuestionNews;
import io.stile.engine.UnitOfWork;
import io.stile.request.Request;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.testkit.TestClock;
import io.stile.work.StepTarget.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is told of a question, of its answer, and that it is late. */
@StileTest
class ConsultNoticesTest {

  @Autowired
  Requesting people;
  @Autowired
  Consults consults;
  @Autowired
  Answering answering;
  @Autowired
  Notices notices;
  @Autowired
  UnitOfWork unitOfWork;
  @Autowired
  ApplicationEventPublisher events;
  @Autowired
  TestClock clock;
  @Autowired
  JdbcClient jdbc;

  private Request request;

  @BeforeEach
  void open() {
    request = people.phoneSwap();
  }

  private List<String> told(String employee) {
    await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(jdbc.sql(
        "select listener_id || ' ' || serialized_event from stile.event_publication").query(String.class).list()).isEmpty());
    return notices.of(employee, 50).stream().filter(notice -> notice.request().equals(request.number().value()))
        .map(Notice::text).toList();
  }

  private Consult ask(Target target) {
    return unitOfWork.of(() -> consults.ask(new NewConsult(request.number().value(), null, target, "Is the last bill paid?", null,
        true, "front2")));
  }

  @Test
  void whoIsAskedReadsTheQuestionAndAskerAndOwnerTheAnswer() {
    Consult consult = ask(Target.employee("billing1"));
    assertThat(told("billing1")).anyMatch(text -> text.endsWith("asks you: Is the last bill paid?"));

    unitOfWork.run(() -> answering.answer(consult.id(), "Yes, since Friday.", "billing1"));

    assertThat(told("front2")).singleElement().asString().endsWith("answered: Yes, since Friday.");
    assertThat(told("front1")).anyMatch(text -> text.endsWith("answered: Yes, since Friday."));
  }

  @Test
  void whoHasItIsToldThatItIsNotNeededAnyMore() {
    Consult consult = ask(Target.employee("billing1"));

    unitOfWork.run(() -> consults.withdraw(consult.id(), null, "front2"));

    assertThat(told("billing1")).anyMatch(text -> text.contains("does not need the answer any more"));
  }

  @Test
  void anEventThatIsDeliveredTwiceMakesOneNotice() {
    String number = request.number().value();
    Instant now = clock.now();
    List<Object> happened = List.of(
        new QuestionAsked(900_001, number, people.task(request, "UserTask_AgreePlanChange").id(), "quality1", "front1", "Paid?", now),
        new QuestionAnswered(900_001, number, null, List.of("quality1"), "billing1", "Billing", "Yes.", now),
        new QuestionNews(900_001, "late", "quality1", number, null, "Nobody has answered", now));
    for (int delivery = 1; delivery <= 2; delivery++) {
      happened.forEach(event -> unitOfWork.run(() -> events.publishEvent(event)));
      told("quality1");
    }
    assertThat(told("quality1")).hasSize(3);
  }
}
