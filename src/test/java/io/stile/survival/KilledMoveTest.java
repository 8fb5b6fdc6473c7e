package io.stile.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stile.api.ApiClient;
import io.stile.testkit.Node;
import io.stile.testkit.TestPostgres;
import io.stile.testkit.TestPostgres.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Kills a node (SIGKILL) while it publishes a version on its date, and while it moves running requests to that version. */
@Tag("long")
class KilledMoveTest {

  private static final Logger LOG = LoggerFactory.getLogger(KilledMoveTest.class);
  private static final int ROUNDS = 3;
  private static final int REQUESTS = 60;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String WORDS = "Put the activated SIM in before it leaves us.";

  @Test
  void publishesOnceAndMovesEachRequestOnceWithItsTimersTasksAndClocks() throws IOException {
    long seed = System.nanoTime();
    LOG.info("seed {}", seed);
    Random random = new Random(seed);
    Database database = TestPostgres.createDatabase();
    Aftermath aftermath = new Aftermath(database);
    Moves moves = new Moves(database);
    try (Node node = Node.on(database).property("stile.migration.every", "100ms").property("stile.publication.poll", "100ms").start()) {
      KilledNodeTest.goToMonday(node);
      open(new ApiClient(node.port()), aftermath.customers(), moves);
      aftermath.awaitCalm();
      for (int round = 1; round <= ROUNDS; round++) {
        killedWhilePublishing(node, moves, round, random);
        Moves.Standing before = moves.standing();
        killedWhileMoving(node, moves, random);
        aftermath.awaitCalm();
        moves.expectAllOn("phone-swap", moves.newest("phone-swap"), round);
        assertThat(moves.standing()).isEqualTo(before);
        aftermath.expectConsistent(node);
      }
    }
  }

  /** Half of them wait for the agreement, half are in two places at once. */
  private static void open(ApiClient api, List<Long> customers, Moves moves) {
    List<String> agreed = new ArrayList<>();
    for (int i = 0; i < REQUESTS; i++) {
      String number = api.post("front1", "/api/v1/requests", Map.of("type", "phone-swap", "customer", customers.get(i % 6), "told",
          "It is slow", "data", Map.of("wantedDevice", "aurora-5", "delivery", "ship"))).text("/number");
      assertThat(number).startsWith("SR-");
      if (i % 2 == 0) {
        agreed.add(number);
      }
    }
    moves.waitingFor("UserTask_AgreePlanChange", agreed).forEach(task -> {
      assertThat(api.post("front1", "/api/v1/tasks/" + task + "/claim", Map.of()).status()).isEqualTo(200);
      assertThat(api.post("front1", "/api/v1/tasks/" + task + "/complete",
          Map.of("data", Map.of("newPlan", "medium", "dataOption", "none"))).status()).isEqualTo(200);
    });
  }

  private static void killedWhilePublishing(Node node, Moves moves, int round, Random random) throws IOException {
    String note = "Planned for its date, round " + round;
    moves.plan("phone-swap", note, files(round));
    await().pollDelay(Duration.ofMillis(50 + random.nextInt(600))).until(() -> true);
    node.kill();
    LOG.info("killed with {} of {} published", moves.published(note), note);
    node.start();
    await().atMost(PATIENCE).until(() -> moves.planState(note).equals("PUBLISHED"));
    assertThat(moves.published(note)).isEqualTo(1);
    assertThat(moves.versions("phone-swap")).isEqualTo(1 + round);
  }

  private static void killedWhileMoving(Node node, Moves moves, Random random) {
    long id = new ApiClient(node.port()).post("owner.phone-swap", "/api/v1/studio/models/phone-swap/migrations", Map.of()).at("/id").asLong();
    assertThat(id).isPositive();
    int enough = 1 + random.nextInt(REQUESTS / 2);
    await().atMost(PATIENCE).pollInterval(5, TimeUnit.MILLISECONDS).until(() -> moves.moved(id) >= enough);
    node.kill();
    int moved = moves.moved(id);
    LOG.info("killed with {} of {} moved", moved, moves.all(id));
    assertThat(moved).as("a kill in the middle").isLessThan(moves.all(id));
    node.start();
    await().atMost(PATIENCE).until(() -> moves.isDone(id));
    assertThat(moves.moved(id)).isEqualTo(moves.all(id)).isGreaterThanOrEqualTo(REQUESTS);
  }

  /** The files as shipped, with other words in the diagram. */
  private static Map<String, byte[]> files(int round) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    String diagram = Files.readString(Path.of("bpmn", "phone-swap.bpmn"));
    assertThat(diagram).contains(WORDS);
    files.put("bpmn/phone-swap.bpmn", diagram.replace(WORDS, "Put the SIM in: round %d.".formatted(round)).getBytes(StandardCharsets.UTF_8));
    files.put("bpmn/phone-swap-eligibility.dmn", Files.readAllBytes(Path.of("bpmn", "phone-swap-eligibility.dmn")));
    try (Stream<Path> forms = Files.list(Path.of("forms", "phone-swap"))) {
      for (Path form : forms.toList()) {
        files.put("forms/phone-swap/" + form.getFileName(), Files.readAllBytes(form));
      }
    }
    return files;
  }
}
