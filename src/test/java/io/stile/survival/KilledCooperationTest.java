package io.stile.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.stile.api.ApiClient;
import io.stile.testkit.Node;
import io.stile.testkit.TestPostgres;
import io.stile.testkit.TestPostgres.Database;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Kills a node (SIGKILL) while people hand requests over, return, ask, promise, merge and open again, and looks what is left. */
@Tag("long")
class KilledCooperationTest {

  private static final Logger LOG = LoggerFactory.getLogger(KilledCooperationTest.class);
  private static final int KILLS = 6;
  private static final int PEOPLE = 4;
  private static final Duration MOST_WORK = Duration.ofMinutes(2);

  @Test
  void losesNoOwnerContactPromiseOrQuestion() throws InterruptedException {
    long seed = System.nanoTime();
    LOG.info("seed {}", seed);
    Random random = new Random(seed);
    Database database = TestPostgres.createDatabase();
    Aftermath aftermath = new Aftermath(database);
    try (Node node = Node.on(database).property("stile.mail.poll", "100ms").start()) {
      KilledNodeTest.goToMonday(node);
      ApiClient api = new ApiClient(node.port());
      List<String> requests = open(api, aftermath.customers());
      Cooperation cooperation = new Cooperation(api);
      for (int kill = 1; kill <= KILLS; kill++) {
        cooperation = cooperation.goingOnAt(new ApiClient(node.port()));
        work(cooperation, node, requests, random);
        LOG.info("kill {}: {}", kill, cooperation.done());
        aftermath.advance(Duration.ofHours(2));
        node.start();
      }
      aftermath.awaitCalm();
      assertThat(cooperation.failures()).as("answers that say that we failed").isEmpty();
      aftermath.expectConsistent(node);
      expectNothingLost(cooperation, new ApiClient(node.port()), aftermath);
      assertThat(aftermath.count("request r where state = 'OPEN' and (select count(*) from tenure t where t.request = r.number"
          + " and upper_inf(t.during) and not isempty(t.during) and t.owner = r.owner) <> 1")).as("requests without their one owner").isZero();
    }
  }

  private static List<String> open(ApiClient api, List<Long> customers) {
    List<String> requests = new ArrayList<>();
    for (long customer : customers.subList(0, 6)) {
      requests.add(api.post("front1", "/api/v1/requests", Map.of("type", "phone-swap", "customer", customer, "told", "It is broken",
          "data", Map.of("wantedDevice", "aurora-5", "delivery", "ship"))).text("/number"));
    }
    return requests;
  }

  /** Kills the node after some work, and waits until everybody has noticed. */
  private static void work(Cooperation cooperation, Node node, List<String> requests, Random random) throws InterruptedException {
    AtomicBoolean gone = new AtomicBoolean();
    Instant now = Instant.parse(new ApiClient(node.port()).post("admin", "/api/v1/demo/clock", Map.of("advance", "PT1S")).text("/now"));
    int enough = total(cooperation) + 40 + random.nextInt(40);
    List<Thread> people = new ArrayList<>();
    for (int person = 0; person < PEOPLE; person++) {
      Random choice = new Random(random.nextLong());
      Thread thread = new Thread(() -> {
        try {
          while (!gone.get()) {
            cooperation.act(requests, now, choice);
          }
        } catch (UncheckedIOException | IllegalStateException noAnswer) {
          gone.set(true);
        }
      });
      people.add(thread);
      thread.start();
    }
    await().atMost(MOST_WORK).until(() -> total(cooperation) >= enough);
    node.kill();
    for (Thread person : people) {
      person.join(60_000);
    }
  }

  private static int total(Cooperation cooperation) {
    return cooperation.done().values().stream().mapToInt(Integer::intValue).sum();
  }

  private static void expectNothingLost(Cooperation cooperation, ApiClient api, Aftermath aftermath) {
    cooperation.said().keySet().forEach(words -> assertThat(aftermath.count("interaction where said = '" + words + "'")).as(words).isEqualTo(1));
    cooperation.promised().keySet().forEach(id -> assertThat(aftermath.count("promise where id = " + id)).as("promise " + id).isEqualTo(1));
    cooperation.asked().keySet().forEach(id -> assertThat(aftermath.count("consult where id = " + id)).as("question " + id).isEqualTo(1));
    JsonNode report = api.get("admin", "/api/v1/admin/consistency").body();
    assertThat(StreamSupport.stream(report.at("/findings").spliterator(), false).map(JsonNode::toString)).isEmpty();
  }
}
