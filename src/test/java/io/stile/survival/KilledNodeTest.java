package io.stile.survival;

import static org.awaitility.Awaitility.await;

import io.stile.api.ApiClient;
import io.stile.testkit.Node;
import io.stile.testkit.TestPostgres;
import io.stile.testkit.TestPostgres.Database;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Kills a node (SIGKILL) in the middle of work, again and again, on one database. */
class KilledNodeTest {

  private static final Logger LOG = LoggerFactory.getLogger(KilledNodeTest.class);
  private static final Duration BETWEEN = Duration.ofHours(3);
  private static final Duration MOST_WORK = Duration.ofMinutes(1);

  @Test
  void losesAndDoublesNothingWhenKilledThreeTimes() throws InterruptedException {
    killed(3, 1);
  }

  @Test
  @Tag("long")
  void losesAndDoublesNothingWhenKilledTwentyTimes() throws InterruptedException {
    killed(20, System.nanoTime());
  }

  private static void killed(int times, long seed) throws InterruptedException {
    LOG.info("seed {}", seed);
    Random random = new Random(seed);
    Database database = TestPostgres.createDatabase();
    Aftermath aftermath = new Aftermath(database);
    Ledger ledger = new Ledger();
    try (MailServer mail = MailServer.start(); Node node = Node.on(database).property("spring.mail.host", "127.0.0.1")
        .property("spring.mail.port", String.valueOf(mail.port())).property("stile.mail.poll", "100ms").start()) {
      goToMonday(node);
      for (int kill = 1; kill <= times; kill++) {
        Set<String> before = Set.copyOf(ledger.openings().keySet());
        Load load = Load.on(node, ledger, aftermath.customers(), random.nextLong());
        int enough = ledger.answers() + 30 + random.nextInt(40);
        await().atMost(MOST_WORK).pollInterval(5, TimeUnit.MILLISECONDS).until(() -> ledger.answers() >= enough);
        node.kill();
        load.awaitEnd();
        LOG.info("kill {}: {}", kill, ledger);
        // What comes due meanwhile is found by the next node's job executor; the lock on what the killed one had begun has expired.
        aftermath.advance(BETWEEN);
        node.start();
        aftermath.expectRepeatedCallsToOpenNoSecondRequest(node, ledger, before);
      }
      aftermath.awaitCalm();
      LOG.info("{}", aftermath.figures(mail));
      aftermath.expectConsistent(node);
      aftermath.expectWhatWasAnswered(ledger);
      aftermath.expectEachAlarmToHaveGoneOffOnce();
      aftermath.expectMailOnce(mail);
    }
  }

  /** Targets count while departments are open. */
  static void goToMonday(Node node) {
    ZonedDateTime now = ZonedDateTime.now(Clock.system(ZoneId.of("Europe/Berlin")));
    ZonedDateTime monday = now.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).toLocalDate().atTime(9, 0).atZone(now.getZone());
    new ApiClient(node.port()).post("admin", "/api/v1/demo/clock", Map.of("advance", Duration.between(now, monday).withNanos(0).toString()));
  }
}
