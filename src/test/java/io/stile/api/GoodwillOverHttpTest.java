package io.stile.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.request.Request;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** A program gives goodwill, and sees what was granted. */
@StileTest
class GoodwillOverHttpTest {

  @Value("${local.server.port}")
  int port;
  @Autowired
  Requesting people;

  private ApiClient api;
  private String path;

  @BeforeEach
  void openARequest() {
    api = new ApiClient(port);
    Request swap = people.phoneSwap();
    path = "/api/v1/requests/" + swap.number() + "/goodwill";
  }

  private static Map<String, Object> given(Object amount) {
    Map<String, Object> body = new HashMap<>(Map.of("currency", "EUR", "reason", "Two weeks late"));
    body.put("amount", amount);
    return body;
  }

  @Test
  void givesWhatTheAuthorityAllowsAndSaysWhatIsLeft() {
    ApiClient.Answer answer = api.post("front1", path, given(1_250));

    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    assertThat(answer.text("/state")).isEqualTo("granted");
    assertThat(answer.text("/basis")).isEqualTo("goodwill");
    assertThat(answer.text("/by")).isEqualTo("front1");
    ApiClient.Answer sheet = api.get("front1", path);
    assertThat(sheet.body().at("/left").asLong()).isEqualTo(750);
    assertThat(sheet.body().at("/items/0/amount").asLong()).isEqualTo(1_250);
    assertThat(sheet.text("/items/0/reason")).isEqualTo("Two weeks late");
  }

  @Test
  void asksALeadAboveTheAuthority() {
    ApiClient.Answer answer = api.post("front1", path, given(4_000));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text("/state")).isEqualTo("open");
    assertThat(answer.text("/approver")).isEqualTo("front.lead");
    assertThat(api.get("manager", path).text("/items/0/state")).isEqualTo("open");
  }

  @Test
  void ofTwoProposalsAtTheSameInstantOneWaitsAndTheOtherIsToldSo() throws Exception {
    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      List<Future<Integer>> answers = IntStream.range(0, 2).mapToObj(i -> both.submit(() -> {
        together.await();
        return api.post(i == 0 ? "front1" : "front2", path, given(4_000)).status();
      })).toList();
      assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(201, 409);
    } finally {
      both.shutdownNow();
    }
    assertThat(api.get("front1", path).body().at("/items")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"amount,0,EUR,Late,above zero", "amount,-5,EUR,Late,above zero", "currency,100,USD,Late,Expected EUR",
      "reason,100,EUR,' ',Say why", "amount,,EUR,Late,whole number"})
  void namesWhatCannotBeAccepted(String field, Long amount, String currency, String reason, String words) {
    Map<String, Object> body = given(amount);
    body.put("currency", currency);
    body.put("reason", reason);

    ApiClient.Answer answer = api.post("front1", path, body);

    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(422);
    assertThat(answer.body().toString()).contains("\"" + field + "\"").contains(words);
    assertThat(api.get("front1", path).body().at("/items")).isEmpty();
  }
}
