package io.stile.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.customer.Customer;
import io.stile.customer.DeviceClass;
import io.stile.request.Request;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.work.TaskLookup;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Taking back, correcting, and a second request from the same call, for programs. */
@StileTest
class SecondThoughtsOverHttpTest {

  @LocalServerPort int port;
  @Autowired Requesting people;
  @Autowired TaskLookup tasks;

  private ApiClient api;
  private Request swap;
  private String path;

  @BeforeEach
  void open() {
    api = new ApiClient(port);
    swap = people.phoneSwap();
    path = "/api/v1/requests/" + swap.number();
  }

  @Test
  void takesATaskBackOnce() {
    people.complete(swap, "UserTask_AgreePlanChange", "front1", Map.of("newPlan", "medium", "dataOption", "none"));
    String task = "/api/v1/tasks/" + tasks.ofRequest(swap.number().value()).get(0).id();

    assertThat(api.post("billing1", task + "/take-back", Map.of()).status()).isEqualTo(403);
    ApiClient.Answer taken = api.post("front1", task + "/take-back", Map.of());
    ApiClient.Answer again = api.post("front1", task + "/take-back", Map.of());

    assertThat(taken.status()).as(taken.body().toString()).isEqualTo(200);
    assertThat(taken.text("/state")).isEqualTo("claimed");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text("/detail")).contains("cannot be taken back: nobody has completed it");
    assertThat(again.contentType()).startsWith("application/problem+json");
  }

  @Test
  void correctsAnswersAndCustomer() {
    ApiClient.Answer answers = api.get("front1", path + "/answers");
    long answer = answers.at("/items/0/id").asLong();
    Map<String, Object> slip = new HashMap<>(Map.of("answer", answer, "version", 0, "reason", "Misheard",
        "data", Map.of("wantedDevice", "pebble-2", "delivery", "ship")));

    assertThat(api.post("front1", path + "/corrections", slip).status()).isEqualTo(200);
    assertThat(api.get("front1", path + "/answers").text("/items/0/data/wantedDevice")).isEqualTo("pebble-2");
    assertThat(api.post("front1", path + "/corrections", slip).status()).isEqualTo(409);
    slip.put("version", 1);
    slip.put("data", Map.of("wantedDevice", "brick"));
    ApiClient.Answer refused = api.post("front1", path + "/corrections", slip);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.at("/fields").toString()).contains("wantedDevice", "delivery");

    Customer right = people.customerWith(LocalDate.parse("2025-11-01"), 0L, DeviceClass.STANDARD);
    ApiClient.Answer moved = api.post("front1", path + "/corrections", Map.of("customer", right.id(), "from", swap.customer(),
        "reason", "Wrong Tess"));
    assertThat(moved.status()).as(moved.body().toString()).isEqualTo(200);
    assertThat(moved.at("/customer").asLong()).isEqualTo(right.id());
    assertThat(moved.at("/decided").toString()).contains("Check eligibility");
    assertThat(api.post("front1", path + "/corrections", Map.of("reason", "?")).status()).isEqualTo(422);
  }

  @Test
  void opensASecondRequestFromTheSameInteraction() {
    long interaction = api.get("front1", path).at("/interaction").asLong();

    ApiClient.Answer second = api.post("front1", "/api/v1/requests", Map.of("type", "billing-dispute", "customer", swap.customer(),
        "data", Map.of("amountCents", 5_000, "disputedFor", "not-ordered"), "interaction", interaction));

    assertThat(second.status()).as(second.body().toString()).isEqualTo(201);
    assertThat(second.at("/interaction").asLong()).isEqualTo(interaction);
    assertThat(second.text("/told")).isEqualTo(swap.told());
    ApiClient.Answer unknown = api.post("front1", "/api/v1/requests", Map.of("type", "billing-dispute", "customer", swap.customer(),
        "data", Map.of("amountCents", 5_000, "disputedFor", "not-ordered"), "interaction", 99_999_999));
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.at("/fields/0/field").asText()).isEqualTo("interaction");
  }
}
