package io.stile.operation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.stile.engine.Backlog;
import io.stile.notification.Mails;
import io.stile.request.RequestLists;
import io.stile.work.QueueStanding;
import io.stile.work.Queues;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Figures about all nodes together, counted in the database every now and then, however often somebody asks for them: asking is free
 * and shows what was counted last. While the database is away there are none, rather than old ones.
 */
@Component
class Figures {

  private static final Logger LOG = LoggerFactory.getLogger(Figures.class);
  private static final String QUEUE = "queue";

  private final RequestLists requests;
  private final Queues queues;
  private final Mails mails;
  private final Backlog backlog;
  private final MultiGauge openRequests;
  private final Map<MultiGauge, ToIntFunction<QueueStanding>> tasks;
  private volatile Counts counts = Counts.UNKNOWN;

  Figures(RequestLists requests, Queues queues, Mails mails, Backlog backlog, MeterRegistry meters) {
    this.requests = requests;
    this.queues = queues;
    this.mails = mails;
    this.backlog = backlog;
    openRequests = MultiGauge.builder("stile.requests.open").description("Open requests").register(meters);
    tasks = Map.of(
        tasks("stile.tasks.open", "Tasks in a queue that nobody has claimed", meters), QueueStanding::open,
        tasks("stile.tasks.claimed", "Tasks of a queue that somebody does", meters), QueueStanding::claimed,
        tasks("stile.tasks.late", "Tasks of a queue that are past their due instant", meters), QueueStanding::late,
        tasks("stile.tasks.waiting", "Tasks of a queue that wait for the customer or a third party", meters), QueueStanding::waiting);
    gauge("stile.mail.waiting", "Mails that wait to be sent", meters, Counts::mailWaiting);
    gauge("stile.mail.given.up", "Mails that could not be sent", meters, Counts::mailGivenUp);
    gauge("stile.mail.possible.copies", "Attempts that never ended: each may have sent a copy", meters, Counts::mailCopies);
    gauge("stile.jobs.due", "Timers and other jobs that are due and have not run yet", meters, Counts::jobsDue);
    gauge("stile.jobs.given.up", "Jobs that failed so often that they are not tried any more", meters, Counts::jobsGivenUp);
  }

  private static MultiGauge tasks(String name, String description, MeterRegistry meters) {
    return MultiGauge.builder(name).description(description).register(meters);
  }

  private void gauge(String name, String description, MeterRegistry meters, ToDoubleFunction<Counts> count) {
    Gauge.builder(name, this, figures -> count.applyAsDouble(figures.counts)).description(description).register(meters);
  }

  @Scheduled(fixedDelayString = "${stile.figures.every}")
  void count() {
    try {
      show(requests.openByType(), queues.standings(),
          new Counts(mails.waiting(), mails.givenUp(), mails.possibleCopies(), backlog.due(), backlog.givenUp()));
    } catch (DataAccessException | TransactionException away) {
      LOG.debug("Nothing can be counted", away);
      show(Map.of(), List.of(), Counts.UNKNOWN);
    }
  }

  private void show(Map<String, Integer> open, List<QueueStanding> standings, Counts counted) {
    openRequests.register(open.entrySet().stream().map(type -> Row.of(Tags.of("type", type.getKey()), type.getValue())).toList(), true);
    tasks.forEach((gauge, number) -> gauge.register(standings.stream()
        .map(standing -> Row.of(Tags.of(QUEUE, standing.department()), number.applyAsInt(standing))).toList(), true));
    counts = counted;
  }

  /** What was counted last; not a number if nothing could be. */
  private record Counts(double mailWaiting, double mailGivenUp, double mailCopies, double jobsDue, double jobsGivenUp) {

    static final Counts UNKNOWN = new Counts(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  }
}
