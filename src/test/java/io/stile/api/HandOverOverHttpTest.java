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

/** A program hands requests over and answers offers. */
@StileTest
class HandOverOverHttpTest {

  @Value("${local.server.port}")
  int port;
  @Autowired
  Requesting people;

  private ApiClient api;
  private Request swap;
  private String request;

  @BeforeEach
  void openARequest() {
    api = new ApiClient(port);
    swap = people.phoneSwap();
    request = "/api/v1/requests/" + swap.number();
  }

  private static Map<String, Object> offer(String target, String who) {
    return new HashMap<>(Map.of(target, who, "reason", "I am on holiday from tomorrow", "left", "Call her"));
  }

  private String offered(String employee) {
    ApiClient.Answer offered = api.post("front1", request + "/hand-overs", offer("employee", employee));
    assertThat(offered.status()).as(offered.body().toString()).isEqualTo(201);
    return "/api/v1/hand-overs/" + offered.text("/id");
  }

  @Test
  void offersAndAccepts() {
    String handOver = offered("billing1");

    ApiClient.Answer open = api.get("front2", handOver);
    assertThat(open.text("/state")).isEqualTo("open");
    assertThat(open.text("/answerer")).isEqualTo("billing1");
    assertThat(open.text("/due")).isNotBlank();
    assertThat(api.get("front2", request).text("/handOver/answerer")).isEqualTo("billing1");
    assertThat(api.get("front2", request).text("/owner")).isEqualTo("front1");
    assertThat(api.get("billing1", "/api/v1/tasks/" + open.text("/task")).text("/assignee")).isEqualTo("billing1");

    assertThat(api.post("billing2", handOver + "/accept", Map.of()).status()).isEqualTo(403);
    ApiClient.Answer accepted = api.post("billing1", handOver + "/accept", Map.of());

    assertThat(accepted.status()).as(accepted.body().toString()).isEqualTo(200);
    assertThat(accepted.text("/state")).isEqualTo("accepted");
    assertThat(accepted.text("/owner")).isEqualTo("billing1");
    assertThat(api.get("front2", request).text("/owner")).isEqualTo("billing1");
    assertThat(api.get("front2", request).at("/handOver").isNull()).isTrue();
    assertThat(api.post("billing1", handOver + "/accept", Map.of()).status()).as("only once").isEqualTo(409);
  }

  @Test
  void declinesWithAReasonAndABetterTarget() {
    String handOver = offered("billing1");

    assertThat(api.post("billing1", handOver + "/decline", Map.of("reason", " ")).text("/fields/0/field")).isEqualTo("reason");
    assertThat(api.post("billing1", handOver + "/decline", Map.of("reason", "No", "department", "moon")).text("/fields/0/field"))
        .isEqualTo("department");
    ApiClient.Answer declined = api.post("billing1", handOver + "/decline", Map.of("reason", "No time", "department", "logistics"));

    assertThat(declined.status()).as(declined.body().toString()).isEqualTo(200);
    assertThat(declined.text("/state")).isEqualTo("declined");
    assertThat(declined.text("/betterDepartment")).isEqualTo("logistics");
    assertThat(declined.text("/answer")).isEqualTo("No time");
    assertThat(api.get("front1", request).text("/owner")).isEqualTo("front1");
    assertThat(api.get("front1", request + "/hand-overs").body().path("items")).hasSize(1);
  }

  @Test
  void takesAnOfferBack() {
    String handOver = offered("billing1");

    assertThat(api.post("billing1", handOver + "/withdraw", Map.of()).status()).isEqualTo(403);
    assertThat(api.post("front.lead", handOver + "/withdraw", Map.of()).text("/state")).as("his lead may").isEqualTo("withdrawn");
    assertThat(api.post("billing1", handOver + "/accept", Map.of()).status()).isEqualTo(409);
  }

  @Test
  void offersToTheLeastLoadedMemberOfADepartment() {
    ApiClient.Answer offered = api.post("front.lead", request + "/hand-overs", offer("department", "front-office"));

    assertThat(offered.status()).as(offered.body().toString()).isEqualTo(201);
    assertThat(offered.text("/offeredBy")).isEqualTo("front.lead");
    assertThat(offered.text("/employee")).startsWith("front").isNotEqualTo("front1");
  }

  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {
      "-, -, Why, 422, employee", "billing, billing1, Why, 422, department", "moon, -, Why, 422, department",
      "-, nobody, Why, 422, employee", "-, front1, Why, 422, employee", "-, billing1, -, 422, reason", "-, billing1, '  ', 422, reason"})
  void namesWhatIsWrong(String department, String employee, String reason, int status, String field) {
    Map<String, Object> sent = new HashMap<>();
    sent.put("department", department);
    sent.put("employee", employee);
    sent.put("reason", reason);

    ApiClient.Answer refused = api.post("front1", request + "/hand-overs", sent);

    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.text("/fields/0/field")).isEqualTo(field);
  }

  @Test
  void refusesWhoMayNotAndWhatIsOfferedAlready() {
    assertThat(api.post("front2", request + "/hand-overs", offer("employee", "billing1")).status()).isEqualTo(403);
    offered("billing1");
    assertThat(api.post("front1", request + "/hand-overs", offer("employee", "billing2")).status()).isEqualTo(409);
    assertThat(api.get("front1", "/api/v1/hand-overs/999999").status()).isEqualTo(404);
    assertThat(api.post("front1", "/api/v1/requests/SR-1/hand-overs", offer("employee", "billing2")).status()).isEqualTo(404);
  }
}
