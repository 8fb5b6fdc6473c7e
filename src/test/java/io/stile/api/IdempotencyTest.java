package io.stile.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.customer.Customer;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.testkit.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@StileTest
class IdempotencyTest {

  private static final String REQUESTS = "/api/v1/requests";

  @LocalServerPort
  int port;
  @Autowired
  Requesting people;
  @Autowired
  JdbcClient jdbc;
  @Autowired
  TestClock clock;

  private final String key = UUID.randomUUID().toString();
  private ApiClient api;
  private Customer customer;

  @BeforeEach
  void connect() {
    api = new ApiClient(port);
    customer = people.customerInGoodStanding();
  }

  @Test
  void givesARepeatedCallTheFirstAnswer() {
    ApiClient.Answer first = open("slow", key);
    ApiClient.Answer second = open("slow", key);

    assertThat(first.status()).as(first.body().toString()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.header("Location")).isEqualTo(first.header("Location")).isNotEmpty();
    assertThat(second.contentType()).isEqualTo(first.contentType());
    assertThat(first.header("Idempotency-Replayed")).isEmpty();
    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(requests()).isEqualTo(1);
  }

  @Test
  void doesTheWorkOnceWhenCallsArriveAtOnce() {
    ExecutorService callers = Executors.newFixedThreadPool(6);
    try {
      List<CompletableFuture<ApiClient.Answer>> calls = Stream.generate(
          () -> CompletableFuture.supplyAsync(() -> open("at once", key), callers)).limit(6).toList();

      assertThat(calls.stream().map(CompletableFuture::join).map(answer -> answer.status() + answer.text("/number"))
          .distinct()).hasSize(1).allSatisfy(answer -> assertThat(answer).startsWith("201SR-"));
      assertThat(requests()).isEqualTo(1);
    } finally {
      callers.shutdownNow();
    }
  }

  @Test
  void refusesTheKeyForAnotherCall() {
    open("slow", key);

    ApiClient.Answer reused = open("broken", key);

    assertThat(reused.status()).isEqualTo(422);
    assertThat(reused.contentType()).startsWith("application/problem+json");
    assertThat(reused.text("/type")).isEqualTo("urn:stile:problem:idempotency-key-reused");
    assertThat(requests()).isEqualTo(1);
  }

  @Test
  void keepsARefusalToo() {
    Map<String, Object> nothing = Map.of("told", "x");

    ApiClient.Answer first = api.post("front1", REQUESTS, nothing, key);
    ApiClient.Answer second = api.post("front1", REQUESTS, nothing, key);

    assertThat(first.status()).isEqualTo(422);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
  }

  @Test
  void letsTwoPeopleUseTheSameKey() {
    open("slow", key);

    ApiClient.Answer others = api.post("front2", REQUESTS, asked("slow"), key);

    assertThat(others.status()).isEqualTo(201);
    assertThat(requests()).isEqualTo(2);
  }

  @Test
  void forgetsAnAnswerAfterADay() {
    open("slow", key);
    clock.advance(Duration.ofHours(25));

    assertThat(open("slow", key).header("Idempotency-Replayed")).isEmpty();
    assertThat(requests()).isEqualTo(2);
  }

  @Test
  void takesOverFromAnAttemptThatDiedBeforeItsWorkWasDone() {
    open("slow", key);
    die(false);
    clock.advance(Duration.ofMinutes(3));

    assertThat(open("slow", key).status()).isEqualTo(201);
    assertThat(requests()).isEqualTo(2);
  }

  @Test
  void neverRepeatsWorkThatWasDoneThoughItsAnswerWasLost() {
    open("slow", key);
    assertThat(jdbc.sql("select worked from idempotency where key = ?").param(key).query(Boolean.class).single()).isTrue();
    die(true);
    clock.advance(Duration.ofMinutes(3));

    ApiClient.Answer repeated = open("slow", key);

    assertThat(repeated.status()).isEqualTo(409);
    assertThat(repeated.text("/type")).isEqualTo("urn:stile:problem:idempotency-answer-lost");
    assertThat(requests()).isEqualTo(1);
  }

  @Test
  void saysWhatAKeyLooksLike() {
    ApiClient.Answer refused = open("slow", "k".repeat(256));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("/fields/0/field")).isEqualTo("Idempotency-Key");
  }

  /** As if the node had been killed before the answer was kept. */
  private void die(boolean worked) {
    jdbc.sql("update idempotency set status = null, body = null, worked = ? where key = ?").params(worked, key).update();
  }

  private int requests() {
    return jdbc.sql("select count(*) from request where customer = ?").param(customer.id()).query(Integer.class).single();
  }

  private ApiClient.Answer open(String told, String key) {
    return api.post("front1", REQUESTS, asked(told), key);
  }

  private Map<String, Object> asked(String told) {
    return Map.of("type", "phone-swap", "customer", customer.id(), "told", told,
        "data", Map.of("wantedDevice", "aurora-5", "delivery", "ship"));
  }
}
