package io.stile.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stile.api.ApiClient;
import io.stile.testkit.Browsers;
import io.stile.testkit.Node;
import io.stile.testkit.Person;
import io.stile.testkit.TestPostgres;
import io.stile.testkit.TestPostgres.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two nodes on one PostgreSQL, as in production past one machine. */
@Tag("long")
class TwoNodesTest {

  private static final Logger LOG = LoggerFactory.getLogger(TwoNodesTest.class);
  private static final Duration TAKEN_OVER = Duration.ofSeconds(30);
  private static final int ROUNDS = 60;

  private static Database database;
  private static MailServer mail;
  private static Node one;
  private static Node other;

  @RegisterExtension
  final Browsers browsers = new Browsers(() -> one.address());

  private Aftermath aftermath;
  private ApiClient atOne;
  private ApiClient atOther;

  @BeforeAll
  static void start() {
    database = TestPostgres.createDatabase();
    mail = MailServer.start();
    one = node().start();
    other = node().start();
  }

  private static Node node() {
    return Node.on(database).property("spring.mail.host", "127.0.0.1")
        .property("spring.mail.port", String.valueOf(mail.port())).property("stile.mail.poll", "200ms");
  }

  @BeforeEach
  void connect() {
    Stream.of(one, other).filter(node -> !node.isRunning()).forEach(Node::start);
    aftermath = new Aftermath(database);
    atOne = new ApiClient(one.port());
    atOther = new ApiClient(other.port());
  }

  @AfterAll
  static void stop() {
    Stream.of(one, other).forEach(Node::close);
    mail.close();
  }

  private String open(ApiClient api) {
    ApiClient.Answer opened = api.post("front1", "/api/v1/requests", Map.of("type", "phone-swap", "customer",
        aftermath.customers().get(0), "channel", "phone", "told", "Too slow", "data",
        Map.of("wantedDevice", "aurora-5", "delivery", "ship")));
    assertThat(opened.status()).as(opened.body().toString()).isEqualTo(201);
    return opened.text("/number");
  }

  @Test
  void oneOfTwoWhoClaimATaskAtTheSameInstantAtTwoNodesGetsIt() {
    int[] wins = new int[2];
    for (int round = 0; round < ROUNDS; round++) {
      String number = open(round % 2 == 0 ? atOne : atOther);
      String claim = "/api/v1/tasks/" + atOne.get("front1", "/api/v1/requests/" + number).at("/tasks/0/id").asLong() + "/claim";
      CompletableFuture<Integer> here = CompletableFuture.supplyAsync(() -> atOne.post("front1", claim, Map.of()).status());
      CompletableFuture<Integer> there = CompletableFuture.supplyAsync(() -> atOther.post("front2", claim, Map.of()).status());
      assertThat(List.of(here.join(), there.join())).as("round " + round).containsExactlyInAnyOrder(200, 409);
      wins[here.join() == 200 ? 0 : 1]++;
    }
    LOG.info("claims won: {} at one node, {} at the other", wins[0], wins[1]);
    aftermath.awaitCalm();
    aftermath.expectConsistent(one);
    aftermath.expectMailOnce(mail);
  }

  @Test
  void eachAlarmGoesOffOnceAndEachMailGoesOutOnce() {
    List<String> numbers = new ArrayList<>();
    for (int request = 0; request < 40; request++) {
      numbers.add(open(request % 2 == 0 ? atOne : atOther));
    }
    numbers.forEach(aftermath::makeWarningDue);
    await().atMost(Duration.ofMinutes(1)).untilAsserted(() ->
        assertThat(aftermath.warned(numbers)).as("requests that were warned about").isEqualTo(numbers.size()));

    aftermath.awaitCalm();
    assertThat(aftermath.warnings(numbers)).as("warnings in the journal").isEqualTo(numbers.size());
    aftermath.expectMailOnce(mail);
    aftermath.expectConsistent(other);
  }

  @Test
  void theOtherGoesOnWithinHalfAMinuteWhenOneIsKilled() {
    List<String> numbers = new ArrayList<>();
    for (int request = 0; request < 20; request++) {
      numbers.add(open(atOne));
    }
    aftermath.awaitCalm();
    numbers.forEach(aftermath::makeWarningDue);
    one.kill();
    // As if it had been killed with all of them in its hands: locked, and told to nobody.
    int held = aftermath.holdAlarmsOf(numbers, "killed node");
    long began = System.nanoTime();

    await().atMost(TAKEN_OVER).pollInterval(Duration.ofMillis(200)).untilAsserted(() ->
        assertThat(aftermath.warned(numbers)).isEqualTo(numbers.size()));
    aftermath.awaitCalm();
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    LOG.info("{} alarms of a killed node, {} of them locked, had gone off and were mailed after {}", numbers.size(), held, took);

    assertThat(took).isLessThan(TAKEN_OVER);
    assertThat(aftermath.warnings(numbers)).isEqualTo(numbers.size());
    aftermath.expectConsistent(other);
    aftermath.expectMailOnce(mail);
  }

  @Test
  void theOtherTellsWhatAKilledOneHasNotTold() {
    String number = open(atOther);
    aftermath.awaitCalm();
    one.kill();
    aftermath.forgetMailOf(number);
    aftermath.leaveUntold(number);
    long began = System.nanoTime();

    await().atMost(TAKEN_OVER).pollInterval(Duration.ofMillis(200)).untilAsserted(() ->
        assertThat(aftermath.count("mail where event = 'opened:" + number + "' and sent_at is not null")).isEqualTo(1));
    LOG.info("what a killed node had not told was told and mailed after {}", Duration.ofNanos(System.nanoTime() - began));
  }

  @Test
  void aSessionGoesOnAtTheOtherNode() {
    Person amara = browsers.signIn("front1").opens("/people");
    one.kill();

    // Cookies do not know ports: the browser shows its session to the other node as behind a load balancer.
    amara.opens(other.address() + "/");

    assertThat(amara.page().url()).isEqualTo(other.address() + "/");
    assertThat(amara.page().locator("h1").textContent()).doesNotContain("Sign in");
    assertThat(amara.page().locator("meta[name=viewer]").getAttribute("content")).isEqualTo("front1");
  }
}
