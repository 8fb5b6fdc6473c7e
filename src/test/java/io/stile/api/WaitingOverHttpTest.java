package io.stile.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.request.Request;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** A program sets tasks to wait, has them go on, and keeps others' numbers. */
@StileTest
class WaitingOverHttpTest {

  @Value("${local.server.port}")
  int port;
  @Autowired
  Requesting people;
  @Autowired
  TestClock clock;

  private ApiClient api;
  private Request swap;
  private String task;

  @BeforeEach
  void openARequest() {
    api = new ApiClient(port);
    swap = people.phoneSwap();
    task = "/api/v1/tasks/" + people.task(swap, "UserTask_AgreePlanChange").id();
  }

  private Instant tomorrow() {
    return clock.now().plus(Duration.ofDays(1));
  }

  private Map<String, Object> wait(String whom) {
    return new HashMap<>(Map.of("for", whom, "until", tomorrow().toString(), "reason", "Which plan?"));
  }

  @Test
  void setsATaskToWaitAndTakesItUpAgain() {
    String due = api.get("front1", task).text("/due");

    ApiClient.Answer waiting = api.post("front1", task + "/wait", wait("third-party"));

    assertThat(waiting.status()).as(waiting.body().toString()).isEqualTo(200);
    assertThat(waiting.text("/waiting/for")).isEqualTo("third-party");
    assertThat(waiting.text("/waiting/until")).isEqualTo(tomorrow().toString());
    assertThat(waiting.text("/waiting/since")).isEqualTo(clock.now().toString());
    assertThat(waiting.text("/waiting/reason")).isEqualTo("Which plan?");
    assertThat(waiting.text("/waiting/by")).isEqualTo("front1");
    assertThat(waiting.text("/state")).as("waiting is a field, not a state").isEqualTo("open");
    assertThat(Instant.parse(waiting.text("/due"))).isAfter(Instant.parse(due));
    assertThat(api.get("front1", "/api/v1/requests/" + swap.number()).text("/tasks/0/waitingUntil"))
        .isEqualTo(tomorrow().toString());

    ApiClient.Answer goesOn = api.post("front1", task + "/resume", Map.of());
    assertThat(goesOn.at("/waiting").isNull()).isTrue();
    assertThat(goesOn.text("/due")).isEqualTo(due);
    assertThat(api.post("front1", task + "/resume", Map.of()).status()).isEqualTo(409);
  }

  @Test
  void listsWhatWaitsAndWhatDoesNot() {
    api.post("front1", task + "/wait", wait("customer"));
    String id = task.substring(task.lastIndexOf('/') + 1);

    assertThat(ids("waiting=true")).contains(id);
    assertThat(ids("waiting=false")).doesNotContain(id);
    assertThat(api.get("front1", "/api/v1/tasks?waiting=perhaps").status()).isEqualTo(400);
  }

  private String ids(String query) {
    return api.get("front1", "/api/v1/tasks?queue=front-office&limit=200&" + query).body().findValuesAsText("id").toString();
  }

  @Test
  void repeatsTheFirstAnswerToTheSameKey() {
    Map<String, Object> wait = wait("customer");
    String key = "wait-" + task;
    ApiClient.Answer first = api.post("front1", task + "/wait", wait, key);
    api.post("front1", task + "/resume", Map.of());

    ApiClient.Answer again = api.post("front1", task + "/wait", wait, key);

    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(api.get("front1", task).at("/waiting").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"for, somebody", "for, ''", "until, 2020-01-01T00:00:00Z", "until, tomorrow", "reason, ' '"})
  void namesTheValueThatItCannotAccept(String field, String value) {
    Map<String, Object> wait = wait("customer");
    wait.put(field, value);

    ApiClient.Answer refused = api.post("front1", task + "/wait", wait);

    assertThat(refused.status()).as(refused.body().toString()).isIn(400, 422);
    assertThat(refused.body().toString()).contains(field);
    assertThat(api.get("front1", task).at("/waiting").isNull()).isTrue();
  }

  @Test
  void aContactThroughTheInterfaceEndsTheWaitForTheCustomer() {
    api.post("front1", task + "/wait", wait("customer"));

    ApiClient.Answer contact = api.post("front2", "/api/v1/customers/" + swap.customer() + "/interactions",
        Map.of("channel", "mail", "direction", "in", "said", "The small one", "request", swap.number().value()));

    assertThat(contact.status()).isEqualTo(201);
    assertThat(api.get("front1", task).at("/waiting").isNull()).isTrue();
  }

  @Test
  void keepsAReferenceAndFindsTheRequestByIt() {
    String number = "RMA-HTTP-" + task.hashCode();

    assertThat(api.put("front1", task + "/reference", Map.of("reference", number)).text("/reference")).isEqualTo(number);
    assertThat(api.get("front1", task).text("/reference")).isEqualTo(number);
    assertThat(api.get("front1", "/api/v1/requests/" + swap.number()).text("/tasks/0/reference")).isEqualTo(number);
    assertThat(api.get("front1", "/api/v1/requests?q=" + number.toLowerCase()).text("/items/0/number"))
        .isEqualTo(swap.number().value());
    assertThat(api.put("billing1", task + "/reference", Map.of("reference", "x")).status()).isEqualTo(403);
    assertThat(api.put("front1", task + "/reference", Map.of("reference", "x".repeat(201))).text("/fields/0/field"))
        .isEqualTo("reference");
    assertThat(api.put("front1", task + "/reference", Map.of()).at("/reference").isNull()).isTrue();
  }
}
