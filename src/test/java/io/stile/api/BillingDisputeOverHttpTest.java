package io.stile.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@StileTest
class BillingDisputeOverHttpTest {

  private static final Map<String, String> WORKERS =
      Map.of("front-office", "front1", "billing", "billing1", "finance", "finance1");

  @LocalServerPort
  int port;
  @Autowired
  Requesting people;

  private ApiClient api;

  @BeforeEach
  void connect() {
    api = new ApiClient(port);
  }

  @Test
  void creditsAtOnceWithinTheAuthorityOfTheOpener() {
    String number = open(Map.of());
    assertThat(steps(number)).containsExactly("UserTask_TellCustomer");
    assertThat(finish(number)).containsExactly("UserTask_TellCustomer");
    assertThat(request(number).text("/outcome")).isEqualTo("Credited at once");
    assertThat(journal(number)).contains("granted");
  }

  @Test
  void goesThroughBillingAndFinanceAboveItForAProgramThatFillsInWhatEachFormRequires() {
    String number = open(Map.of("amountCents", 30_000));
    assertThat(journal(number)).doesNotContain("granted");
    assertThat(finish(number)).containsExactly("UserTask_InvestigateCharge", "UserTask_ApproveCredit",
        "UserTask_PostCredit", "UserTask_ExplainOutcome");
    assertThat(request(number).text("/outcome")).isEqualTo("Credited after investigation");
    assertThat(request(number).text("/owner")).isEqualTo("front1");
    assertThat(journal(number)).contains("granted").endsWith("promise-kept");
  }

  @Test
  void refusesGoodwillAboveTheAuthorityWithAProblemAndKeepsTheTaskForAnotherAmount() {
    String number = open(Map.of("amountCents", 30_000));
    String investigate = claimed(number);
    api.post("billing1", investigate + "/complete", Map.of("data", Map.of("justified", "no")));
    String explain = "/api/v1/tasks/" + request(number).at("/tasks/0/id").asLong();

    ApiClient.Answer refused = goodwill(explain, 2_001);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.contentType()).startsWith("application/problem+json");
    assertThat(refused.text("/fields/0/field")).isEqualTo("goodwillCents");
    assertThat(refused.text("/fields/0/message")).contains("20.01 EUR").contains("at most 20.00 EUR");
    assertThat(goodwill(explain, 2_000).status()).isEqualTo(200);
    assertThat(request(number).text("/outcome")).isEqualTo("Goodwill granted");
  }

  @Test
  void namesAnAmountThatIsNoWholeNumberOfCents() {
    for (Object amount : List.of(12.5, 0, -100, "much")) {
      ApiClient.Answer refused = api.post("front1", "/api/v1/requests", opening(Map.of("amountCents", amount)));
      assertThat(refused.status()).as("%s", amount).isEqualTo(422);
      assertThat(refused.at("/fields").findValuesAsText("field")).containsExactly("amountCents");
    }
  }

  private ApiClient.Answer goodwill(String task, int cents) {
    return api.post("front1", task + "/complete", Map.of("data", Map.of("reaction", "goodwill", "goodwillCents", cents)));
  }

  private String open(Map<String, Object> data) {
    ApiClient.Answer opened = api.post("front1", "/api/v1/requests", opening(data));
    assertThat(opened.status()).as(opened.body().toString()).isEqualTo(201);
    return opened.text("/number");
  }

  private Map<String, Object> opening(Map<String, Object> data) {
    Map<String, Object> all = required(api.get("front1", "/api/v1/request-types/billing-dispute").at("/startForm"));
    all.putAll(data);
    return Map.of("type", "billing-dispute", "customer", people.customerInGoodStanding().id(), "channel", "phone",
        "told", "That is too much", "data", all);
  }

  private List<String> finish(String number) {
    List<String> done = new ArrayList<>();
    while (request(number).text("/state").equals("open")) {
      JsonNode task = request(number).at("/tasks/0");
      String path = claimed(number);
      String worker = worker(task);
      ApiClient.Answer completed = api.post(worker, path + "/complete",
          Map.of("data", required(api.get(worker, path).at("/form"))));
      assertThat(completed.status()).as(completed.body().toString()).isEqualTo(200);
      done.add(task.at("/step").asText());
      assertThat(done).hasSizeLessThan(20);
    }
    return done;
  }

  private String claimed(String number) {
    JsonNode task = request(number).at("/tasks/0");
    String path = "/api/v1/tasks/" + task.at("/id").asLong();
    if (task.at("/state").asText().equals("open")) {
      assertThat(api.post(worker(task), path + "/claim", Map.of()).status()).isEqualTo(200);
    }
    return path;
  }

  private static String worker(JsonNode task) {
    return task.at("/assignee").isNull() ? WORKERS.get(task.at("/department").asText()) : task.at("/assignee").asText();
  }

  private ApiClient.Answer request(String number) {
    return api.get("front1", "/api/v1/requests/" + number);
  }

  private List<String> steps(String number) {
    return request(number).at("/tasks").findValuesAsText("step");
  }

  private List<String> journal(String number) {
    return api.get("front1", "/api/v1/requests/" + number + "/journal").at("/items").findValuesAsText("kind");
  }

  /** The first option or the least number for each field that is required and always shown. */
  private static Map<String, Object> required(JsonNode form) {
    Map<String, Object> answers = new HashMap<>();
    form.at("/components").forEach(field -> {
      if (field.at("/validate/required").asBoolean() && field.at("/conditional").isMissingNode()) {
        answers.put(field.at("/key").asText(), field.at("/type").asText().equals("number")
            ? field.at("/validate/min").asInt() : field.at("/values/0/value").asText());
      }
    });
    return answers;
  }
}
