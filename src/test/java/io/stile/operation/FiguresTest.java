package io.stile.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.stile.engine.Backlog;
import io.stile.notification.Mails;
import io.stile.request.Closing;
import io.stile.request.Request;
import io.stile.request.RequestLists;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.work.Queues;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;

@StileTest
class FiguresTest {

  @Autowired Requesting people;
  @Autowired Closing closing;
  @Autowired RequestLists requests;
  @Autowired Queues queues;
  @Autowired Mails mails;
  @Autowired Backlog backlog;
  @Autowired MeterRegistry meters;

  private final SimpleMeterRegistry own = new SimpleMeterRegistry();

  @Test
  void countsOpenRequestsByTypeAndTasksByQueue() {
    Figures figures = new Figures(requests, queues, mails, backlog, own);
    Request swap = people.phoneSwap();
    figures.count();
    double open = own.get("stile.requests.open").tag("type", "phone-swap").gauge().value();
    String department = people.task(swap, "UserTask_AgreePlanChange").department();
    double waiting = own.get("stile.tasks.open").tag("queue", department).gauge().value();

    people.phoneSwap();
    figures.count();

    assertThat(own.get("stile.requests.open").tag("type", "phone-swap").gauge().value()).isEqualTo(open + 1);
    assertThat(own.get("stile.tasks.open").tag("queue", department).gauge().value()).isEqualTo(waiting + 1);
    assertThat(own.find("stile.tasks.claimed").tag("queue", department).gauge()).isNotNull();
    assertThat(own.find("stile.tasks.late").tag("queue", department).gauge()).isNotNull();
    assertThat(own.find("stile.tasks.waiting").tag("queue", department).gauge()).isNotNull();
  }

  @Test
  void countsMailAndJobs() {
    new Figures(requests, queues, mails, backlog, own).count();

    assertThat(own.get("stile.mail.waiting").gauge().value()).isEqualTo(mails.waiting());
    assertThat(own.get("stile.mail.given.up").gauge().value()).isEqualTo(mails.givenUp());
    assertThat(own.get("stile.jobs.due").gauge().value()).isEqualTo(backlog.due());
    assertThat(own.get("stile.jobs.given.up").gauge().value()).isEqualTo(backlog.givenUp());
  }

  @Test
  void tellsNothingRatherThanOldFiguresWhileTheDatabaseIsAway() {
    boolean[] away = {false};
    Figures figures = new Figures(requests, queues, mails, new Backlog() {
      @Override
      public int due() {
        if (away[0]) {
          throw new DataAccessResourceFailureException("away");
        }
        return 7;
      }

      @Override
      public int givenUp() {
        return 0;
      }
    }, own);
    figures.count();
    assertThat(own.get("stile.jobs.due").gauge().value()).isEqualTo(7);

    away[0] = true;
    figures.count();

    assertThat(own.get("stile.jobs.due").gauge().value()).isNaN();
    assertThat(own.find("stile.requests.open").gauges()).isEmpty();
  }

  @Test
  void asksTheDatabaseOnlyWhenItCounts() {
    Figures figures = new Figures(requests, queues, mails, backlog, own);

    assertThat(own.get("stile.mail.waiting").gauge().value()).as("before the first count").isNaN();
    figures.count();
    assertThat(own.get("stile.mail.waiting").gauge().value()).isNotNaN();
  }

  @Test
  void countsWhatWasOpenedAndClosedByTypeAndOutcomeWithoutTheCustomersWords() {
    double opened = counted("stile.requests.opened", "type", "phone-swap");
    double withdrawn = counted("stile.requests.closed", "type", "phone-swap", "outcome", "withdrawn");
    Request swap = people.phoneSwap();

    closing.withdraw(swap.number().value(), "front1", "My dog ate the old one");

    assertThat(counted("stile.requests.opened", "type", "phone-swap")).isEqualTo(opened + 1);
    assertThat(counted("stile.requests.closed", "type", "phone-swap", "outcome", "withdrawn")).isEqualTo(withdrawn + 1);
    assertThat(meters.find("stile.requests.closed").tag("outcome", "My dog ate the old one").counter()).isNull();
  }

  private double counted(String counter, String... tags) {
    Counter found = meters.find(counter).tags(tags).counter();
    return found == null ? 0 : found.count();
  }
}
