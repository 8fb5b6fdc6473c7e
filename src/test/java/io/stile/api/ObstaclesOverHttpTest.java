package io.stile.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.request.Request;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** A program reports what stops from serving. */
@StileTest
class ObstaclesOverHttpTest {

  private static final String OBSTACLES = "/api/v1/obstacles";

  @Value("${local.server.port}")
  int port;
  @Autowired
  Requesting people;

  private ApiClient api;

  @BeforeEach
  void reachTheApi() {
    api = new ApiClient(port);
  }

  @Test
  void reportsWithTheRequestAndOthersJoin() {
    Request swap = people.phoneSwap();
    ApiClient.Answer reported = api.post("front1", OBSTACLES, Map.of("what", "The tool for SIM cards is down", "request", swap.number().value()));

    assertThat(reported.status()).as(reported.body().toString()).isEqualTo(201);
    assertThat(reported.text("/owner")).isEqualTo("owner.phone-swap");
    assertThat(reported.text("/state")).isEqualTo("open");
    assertThat(reported.text("/due")).isNotEmpty();
    String one = OBSTACLES + "/" + reported.text("/number");
    ApiClient.Answer joined = api.post("front2", one + "/reports", Map.of());
    assertThat(joined.body().at("/reporters").asInt()).isEqualTo(2);
    assertThat(api.get("billing1", one).body().at("/reports").asInt()).isEqualTo(2);
    assertThat(api.get("billing1", OBSTACLES).body().at("/items").toString()).contains(reported.text("/number"));
    assertThat(api.get("billing1", "/api/v1/requests/" + swap.number() + "/journal").body().toString()).contains("The tool for SIM cards is down");
  }

  @ParameterizedTest
  @CsvSource(nullValues = "none", value = {"what,' ',none,other,none,Say what", "request,Down,SR-1,other,none,no request of a customer",
      "department,Down,none,group,nowhere,is no department", "kind,Down,none,weather,none,phone-menu"})
  void namesWhatCannotBeAccepted(String field, String what, String request, String kind, String department, String words) {
    Map<String, Object> body = new HashMap<>(Map.of("what", what, "kind", kind));
    body.put("request", request);
    body.put("department", department);

    ApiClient.Answer answer = api.post("front1", OBSTACLES, body);

    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(422);
    assertThat(answer.body().toString()).contains("\"" + field + "\"").contains(words);
  }

  @Test
  void noCustomerCanHaveOneAndTheHouseCanHaveNothingElse() {
    long customer = people.customerInGoodStanding().id();
    ApiClient.Answer answer = api.post("front1", "/api/v1/requests",
        Map.of("type", "obstacle", "customer", customer, "data", Map.of("kind", "tool", "what", "Down")));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().toString()).contains("'obstacle' is not for customers");
    assertThat(api.get("front1", "/api/v1/request-types").body().toString()).doesNotContain("obstacle");
    assertThat(api.get("front1", "/api/v1/customers?q=Our+own+colleagues").body().toString()).doesNotContain("Our own colleagues");
  }
}
