package io.stile.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.stile.engine.EngineTime;
import io.stile.engine.UnitOfWork;
import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.testkit.LogLines;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.testkit.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Each line that concerns a request names it, in whatever thread: the statements that Stile sends to the database are such lines. */
@StileTest
class LogLinesTest {

  @Autowired Requesting people;
  @Autowired EngineTime engine;
  @Autowired TestClock time;
  @Autowired Requests requests;
  @Autowired UnitOfWork unitOfWork;

  private LogLines statements;

  /** Not earlier: the application sets logging up anew when it starts. */
  @BeforeEach
  void listen() {
    statements = LogLines.of(JdbcTemplate.class, Level.DEBUG);
  }

  @AfterEach
  void listenNoMore() {
    statements.close();
  }

  @Test
  void namesTheRequestThatIsOpenedAlsoInListenersAfterwards() {
    String here = Thread.currentThread().getName();
    Request opened = people.phoneSwap();
    String number = opened.number().value();

    assertThat(statements.with("insert into task")).isNotEmpty().allSatisfy(line -> assertThat(about(line)).isEqualTo(number));
    assertThat(statements.with("insert into journal")).isNotEmpty().allSatisfy(line -> assertThat(about(line)).isEqualTo(number));
    // The mail to the customer is written by a listener in another thread, which looks the request up.
    await().atMost(Duration.ofSeconds(20)).until(() -> statements.with("select * from request where number = ?").stream()
        .anyMatch(line -> !line.getThreadName().equals(here) && about(line).equals(number)));
    assertThat(MDC.get("request")).as("afterwards").isNull();
  }

  @Test
  void namesTheRequestWhoseTimerGoesOffAndNoneAfterwards() {
    Request swap = people.phoneSwap();
    time.advanceTo(people.task(swap, "UserTask_AgreePlanChange").dueAt());

    engine.runDue(time.now());

    assertThat(statements.with("late_at = ?")).isNotEmpty().anySatisfy(line -> assertThat(about(line)).isEqualTo(swap.number().value()))
        .allSatisfy(line -> assertThat(about(line)).startsWith("SR-"));
    assertThat(MDC.get("request")).as("afterwards").isNull();
    assertThat(MDC.get("step")).as("afterwards").isNull();
  }

  @Test
  void namesNoneAfterATransactionThatConcernedTwo() {
    String one = people.phoneSwap().number().value();
    String other = people.phoneSwap().number().value();

    unitOfWork.run(() -> {
      requests.lock(one);
      requests.lock(other);
    });

    assertThat(MDC.get("request")).isNull();
  }

  private static String about(ILoggingEvent line) {
    return String.valueOf(line.getMDCPropertyMap().get("request"));
  }
}
