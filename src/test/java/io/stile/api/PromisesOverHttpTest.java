package io.stile.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.request.Request;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.testkit.TestClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** A program promises, tries, moves, keeps and breaks. */
@StileTest
class PromisesOverHttpTest {

  @Value("${local.server.port}")
  int port;
  @Autowired
  Requesting people;
  @Autowired
  TestClock clock;

  private ApiClient api;
  private Request swap;
  private String ofRequest;

  @BeforeEach
  void openARequest() {
    api = new ApiClient(port);
    swap = people.phoneSwap();
    ofRequest = "/api/v1/requests/" + swap.number();
  }

  private String in(int hours) {
    return clock.now().plus(Duration.ofHours(hours)).toString();
  }

  private String give() {
    ApiClient.Answer given = api.post("front2", ofRequest + "/promises",
        Map.of("what", "call back", "from", in(2), "until", in(3), "phone", "030/123 45"));
    assertThat(given.status()).as(given.body().toString()).isEqualTo(201);
    assertThat(given.text("/phone")).isEqualTo("+493012345");
    assertThat(given.text("/state")).isEqualTo("open");
    assertThat(given.text("/promiser")).isEqualTo("front2");
    return "/api/v1/promises/" + given.at("/id").asLong();
  }

  @Test
  void promisesTriesMovesAndKeeps() {
    String promise = give();
    assertThat(api.post("front2", promise + "/attempts", Map.of("note", "engaged")).text("/attempts/0/note")).isEqualTo("engaged");
    ApiClient.Answer moved = api.post("front2", promise + "/renew", Map.of("until", in(20), "reason", "He asked for it"));
    assertThat(moved.status()).isEqualTo(200);
    assertThat(moved.text("/until")).isEqualTo(in(20));
    assertThat(moved.at("/from").isNull()).isTrue();
    assertThat(moved.text("/firstUntil")).isEqualTo(in(3));
    assertThat(api.get("front1", ofRequest + "/promises").at("/items")).hasSize(2);

    ApiClient.Answer kept = api.post("front2", promise + "/kept", Map.of("words", "Explained it"));
    assertThat(kept.text("/state")).isEqualTo("kept");
    assertThat(kept.text("/settledBy")).isEqualTo("front2");
    assertThat(kept.at("/late").asBoolean()).isFalse();
    assertThat(api.post("front2", promise + "/broken", Map.of("reason", "No")).status()).isEqualTo(409);
    assertThat(api.get("front1", promise).text("/words")).isEqualTo("Explained it");
  }

  @Test
  void saysWhatItExpects() {
    assertThat(api.post("front1", ofRequest + "/promises", Map.of("what", "call", "until", in(-1))).text("/fields/0/field")).isEqualTo("until");
    assertThat(api.post("front1", ofRequest + "/promises", Map.of("until", in(1))).text("/fields/0/field")).isEqualTo("what");
    assertThat(api.post("front1", "/api/v1/requests/SR-0/promises", Map.of()).status()).isEqualTo(404);
    assertThat(api.get("front1", "/api/v1/promises/999999").status()).isEqualTo(404);
    String promise = give();
    assertThat(api.post("front2", promise + "/kept", Map.of("unreached", true)).text("/fields/0/field")).isEqualTo("unreached");
    assertThat(api.post("logistics1", promise + "/broken", Map.of("reason", "No")).status()).isEqualTo(403);
    assertThat(api.post("front2", promise + "/drop", Map.of("reason", "Called herself")).text("/state")).isEqualTo("dropped");
  }

  @Test
  void withdrawsARequestOfWhichOnlyPromisesAreLeftThen() {
    String promise = give();
    assertThat(api.post("front1", ofRequest + "/withdraw", Map.of("reason", "Found another")).text("/fields/0/field")).isEqualTo("promises");
    ApiClient.Answer left = api.post("front1", ofRequest + "/withdraw", Map.of("reason", "Found another", "promises", "keep"));
    assertThat(left.text("/state")).isEqualTo("open");
    assertThat(left.at("/onlyPromisesLeft").asBoolean()).isTrue();
    assertThat(api.post("front2", promise + "/broken", Map.of("reason", "The number is wrong")).text("/state")).isEqualTo("broken");
    assertThat(api.get("front1", ofRequest).text("/state")).isEqualTo("withdrawn");
    assertThat(api.get("front1", ofRequest).at("/onlyPromisesLeft").asBoolean()).isFalse();
  }
}
