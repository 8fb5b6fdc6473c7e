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
class PhoneSwapOverHttpTest {

  private static final Map<String, String> WORKERS = Map.of("front-office", "front1", "logistics", "logistics1",
      "billing", "billing1", "network-operations", "network1");

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
  void goesFromOpenedToClosedForAProgramThatFillsInWhatEachFormRequires() {
    String number = open("It is slow").text("/number");
    List<String> done = new ArrayList<>();

    while (request(number).text("/state").equals("open")) {
      request(number).at("/tasks").forEach(task -> done.add(work(task)));
      assertThat(done).as("tasks done").hasSizeLessThan(20);
    }

    assertThat(request(number).text("/outcome")).isEqualTo("Phone swapped");
    assertThat(request(number).text("/owner")).isEqualTo("front1");
    assertThat(done).containsExactlyInAnyOrder("UserTask_AgreePlanChange", "UserTask_ReserveHandset",
        "UserTask_ChangePlanAndDataOption", "UserTask_ActivateSim", "UserTask_ShipOrHandOutHandset",
        "UserTask_CallCustomer");
    assertThat(journal(number)).startsWith("opened").contains("task-completed", "closed").endsWith("promise-kept");
  }

  @Test
  void listsAQueueByDueDateWithACursorForTheNextPage() {
    open("one");
    open("two");

    ApiClient.Answer first = api.get("front1", "/api/v1/tasks?queue=front-office&limit=1");
    ApiClient.Answer second = api.get("front1",
        "/api/v1/tasks?queue=front-office&limit=1&cursor=" + first.text("/next"));

    assertThat(first.at("/items")).hasSize(1);
    assertThat(second.at("/items")).hasSize(1);
    assertThat(second.text("/items/0/id")).isNotEqualTo(first.text("/items/0/id"));
    assertThat(first.text("/items/0/due")).isLessThanOrEqualTo(second.text("/items/0/due"));
  }

  @Test
  void listsWhatTheAskerHasClaimed() {
    String number = open("mine").text("/number");
    long task = request(number).at("/tasks/0/id").asLong();

    api.post("front2", "/api/v1/tasks/" + task + "/claim", Map.of());

    assertThat(api.get("front2", "/api/v1/tasks?assignee=me").at("/items"))
        .anySatisfy(item -> assertThat(item.at("/id").asLong()).isEqualTo(task));
  }

  @Test
  void tellsTheLoserOfAClaimWhoHasTheTask() {
    long task = request(open("whose?").text("/number")).at("/tasks/0/id").asLong();
    api.post("front1", "/api/v1/tasks/" + task + "/claim", Map.of());

    ApiClient.Answer late = api.post("front2", "/api/v1/tasks/" + task + "/claim", Map.of());

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.contentType()).startsWith("application/problem+json");
    assertThat(late.text("/type")).isEqualTo("urn:stile:problem:conflict");
    assertThat(late.text("/detail")).contains("has it");
  }

  @Test
  void namesEveryFieldThatItCannotAccept() {
    long task = request(open("wrong").text("/number")).at("/tasks/0/id").asLong();
    api.post("front1", "/api/v1/tasks/" + task + "/claim", Map.of());

    ApiClient.Answer refused = api.post("front1", "/api/v1/tasks/" + task + "/complete",
        Map.of("data", Map.of("newPlan", "gigantic", "isAdmin", true)));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.at("/fields").findValuesAsText("field")).contains("newPlan", "dataOption", "isAdmin");
  }

  @Test
  void refusesAReadOnlyFieldThatWasChanged() {
    long task = request(open("sneaky").text("/number")).at("/tasks/0/id").asLong();
    api.post("front1", "/api/v1/tasks/" + task + "/claim", Map.of());

    ApiClient.Answer refused = api.post("front1", "/api/v1/tasks/" + task + "/complete",
        Map.of("data", Map.of("newPlan", "same", "dataOption", "none", "wantedDevice", "pebble-2")));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.at("/fields").findValuesAsText("field")).containsExactly("wantedDevice");
  }

  @Test
  void completesOnlyForTheAssignee() {
    long task = request(open("not yours").text("/number")).at("/tasks/0/id").asLong();
    api.post("front1", "/api/v1/tasks/" + task + "/claim", Map.of());

    ApiClient.Answer refused = api.post("front2", "/api/v1/tasks/" + task + "/complete",
        Map.of("data", Map.of("newPlan", "same", "dataOption", "none")));

    assertThat(refused.status()).isEqualTo(409);
  }

  @Test
  void keepsWhatLooksLikeCodeAsText() {
    String words = "<script>alert(1)</script> ${7*7} [[${user}]]";

    assertThat(request(open(words).text("/number")).text("/told")).isEqualTo(words);
  }

  @Test
  void answersInProblemsForWhatDoesNotExistAndForStrangers() {
    assertThat(api.get("front1", "/api/v1/requests/SR-1").status()).isEqualTo(404);
    assertThat(api.get("front1", "/api/v1/tasks/999999").status()).isEqualTo(404);
    assertThat(api.get("front1", "/api/v1/request-types/teleport").status()).isEqualTo(404);
    ApiClient.Answer stranger = api.get(null, "/api/v1/request-types");
    assertThat(stranger.status()).isEqualTo(401);
    assertThat(stranger.contentType()).startsWith("application/problem+json");
  }

  @Test
  void namesTheMemberOfABodyThatItCannotRead() {
    ApiClient.Answer refused = api.post("front1", "/api/v1/requests", Map.of("type", "phone-swap", "customer", 1.7));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("/detail")).contains("customer");
  }

  @Test
  void refusesToCallAgainInAThousandYears() {
    ApiClient.Answer refused = callAgainAt("9999-12-31T23:59+00:00");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.at("/fields").findValuesAsText("field")).containsExactly("tryAgainAt");
  }

  @Test
  void takesAnInstantInTheFormInWhichItGivesThem() {
    assertThat(callAgainAt("2026-03-20T16:00:00Z").status()).isEqualTo(200);
  }

  /** Works on a phone swap until the customer is called, and enters when he is called again. */
  private ApiClient.Answer callAgainAt(String instant) {
    String number = open("Call me").text("/number");
    while (!request(number).text("/tasks/0/step").equals("UserTask_CallCustomer")) {
      request(number).at("/tasks").forEach(this::work);
    }
    return api.post("front1", "/api/v1/tasks/" + request(number).at("/tasks/0/id").asLong() + "/complete",
        Map.of("data", Map.of("callOutcome", "no-answer", "tryAgainAt", instant)));
  }

  @Test
  void letsOnlyAnAdministratorMoveTheTimeOfTheDemonstration() {
    assertThat(api.post("front1", "/api/v1/demo/clock", Map.of("advance", "PT1M")).status()).isEqualTo(403);
    assertThat(api.post("admin", "/api/v1/demo/clock", Map.of("advance", "soon")).status()).isEqualTo(422);
    assertThat(api.post("admin", "/api/v1/demo/clock", Map.of("advance", "PT1M")).status()).isEqualTo(200);
  }

  private ApiClient.Answer open(String told) {
    ApiClient.Answer opened = api.post("front1", "/api/v1/requests", Map.of("type", "phone-swap",
        "customer", people.customerInGoodStanding().id(), "channel", "phone", "told", told,
        "data", required(api.get("front1", "/api/v1/request-types/phone-swap").at("/startForm"))));
    assertThat(opened.status()).as(opened.body().toString()).isEqualTo(201);
    return opened;
  }

  private ApiClient.Answer request(String number) {
    return api.get("front1", "/api/v1/requests/" + number);
  }

  private List<String> journal(String number) {
    return api.get("front1", "/api/v1/requests/" + number + "/journal").at("/items").findValuesAsText("kind");
  }

  private String work(JsonNode task) {
    String path = "/api/v1/tasks/" + task.at("/id").asLong();
    String worker = task.at("/assignee").isNull() ? WORKERS.get(task.at("/department").asText())
        : task.at("/assignee").asText();
    if (task.at("/state").asText().equals("open")) {
      assertThat(api.post(worker, path + "/claim", Map.of()).status()).isEqualTo(200);
    }
    ApiClient.Answer done = api.post(worker, path + "/complete",
        Map.of("data", required(api.get(worker, path).at("/form"))));
    assertThat(done.status()).as(done.body().toString()).isEqualTo(200);
    return task.at("/step").asText();
  }

  /** The first option, or any text, for each field that is required and always shown. */
  private static Map<String, Object> required(JsonNode form) {
    Map<String, Object> answers = new HashMap<>();
    form.at("/components").forEach(field -> {
      if (field.at("/validate/required").asBoolean() && field.at("/conditional").isMissingNode()
          && !field.at("/readonly").asBoolean()) {
        answers.put(field.at("/key").asText(),
            field.at("/values/0/value").isMissingNode() ? "text" : field.at("/values/0/value").asText());
      }
    });
    return answers;
  }
}
