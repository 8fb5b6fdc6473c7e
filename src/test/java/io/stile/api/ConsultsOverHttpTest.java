package io.stile.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.request.Request;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.testkit.TestClock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** A program asks another department, answers, and sees on the request who keeps it waiting. */
@StileTest
class ConsultsOverHttpTest {

  @Value("${local.server.port}")
  int port;
  @Autowired
  Requesting people;
  @Autowired
  TestClock clock;

  private ApiClient api;
  private String request;
  private long task;

  @BeforeEach
  void openARequest() {
    api = new ApiClient(port);
    Request swap = people.phoneSwap();
    request = "/api/v1/requests/" + swap.number();
    task = people.task(swap, "UserTask_AgreePlanChange").id();
  }

  private ApiClient.Answer ask(Map<String, Object> question) {
    return api.post("front1", request + "/consults", question);
  }

  private static Map<String, Object> toBilling() {
    return new HashMap<>(Map.of("department", "billing", "question", "Is the last bill paid?"));
  }

  private String asked() {
    return "/api/v1/consults/" + ask(toBilling()).at("/id").asLong();
  }

  @Test
  void asksAndAnswersAndTheOwnerTakesNote() {
    Map<String, Object> question = toBilling();
    question.put("task", task);
    ApiClient.Answer asked = ask(question);

    assertThat(asked.status()).as(asked.body().toString()).isEqualTo(201);
    assertThat(asked.text("/state")).isEqualTo("open");
    assertThat(asked.text("/department")).isEqualTo("billing");
    assertThat(asked.at("/employee").isNull()).isTrue();
    assertThat(asked.at("/blocking").asBoolean()).isTrue();
    assertThat(asked.at("/task").asLong()).isEqualTo(task);
    assertThat(api.get("billing1", "/api/v1/tasks/" + asked.at("/answerTask").asLong()).text("/due")).isEqualTo(asked.text("/due"));
    assertThat(api.get("front1", request).text("/blockedBy/0/department")).isEqualTo("billing");

    String consult = "/api/v1/consults/" + asked.at("/id").asLong();
    ApiClient.Answer answered = api.post("billing1", consult + "/answer", Map.of("answer", "Yes, since Friday."));
    assertThat(answered.status()).as(answered.body().toString()).isEqualTo(200);
    assertThat(answered.text("/answer")).isEqualTo("Yes, since Friday.");
    assertThat(answered.text("/answeredBy")).isEqualTo("billing1");

    ApiClient.Answer marked = api.get("front1", request);
    assertThat(marked.at("/blockedBy")).isEmpty();
    assertThat(marked.at("/needsAttention").asBoolean()).isTrue();
    assertThat(api.post("front2", request + "/attention/clear", Map.of()).status()).isEqualTo(403);
    assertThat(api.post("front1", request + "/attention/clear", Map.of()).text("/items/0/seenAt")).isEqualTo(clock.now().toString());
    assertThat(api.get("front1", request).at("/needsAttention").asBoolean()).isFalse();
    assertThat(api.get("front1", "/api/v1/requests?owner=front1&limit=200").body().toString()).contains("needsAttention");
  }

  @Test
  void showsOneAndAllOfARequest() {
    String consult = asked();
    assertThat(api.get("logistics1", consult).text("/question")).isEqualTo("Is the last bill paid?");
    assertThat(api.get("logistics1", request + "/consults").at("/items")).hasSize(1);
    assertThat(api.get("logistics1", "/api/v1/consults/999999").status()).isEqualTo(404);
  }

  @Test
  void whoWasNotAskedCannotAnswer() {
    assertThat(api.post("logistics1", asked() + "/answer", Map.of("answer", "I guess so.")).status()).isEqualTo(403);
  }

  @Test
  void theSecondAnswerLearnsWhoWasFaster() {
    String consult = asked();
    api.post("billing1", consult + "/answer", Map.of("answer", "Yes."));
    ApiClient.Answer late = api.post("billing2", consult + "/answer", Map.of("answer", "No."));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.text("/detail")).contains("has answered it already");
  }

  @Test
  void addsHandsOnAndWithdraws() {
    String consult = asked();
    assertThat(api.post("billing1", consult + "/words", Map.of("words", "For May.")).status()).isEqualTo(403);
    assertThat(api.post("front1", consult + "/words", Map.of("words", "For May.")).text("/words/0/words")).isEqualTo("For May.");
    ApiClient.Answer handedOn = api.post("billing1", consult + "/hand-on", Map.of("employee", "network1", "reason", "She knows."));
    assertThat(handedOn.text("/employee")).isEqualTo("network1");
    assertThat(handedOn.text("/words/1/employee")).isEqualTo("network1");
    assertThat(api.post("network1", consult + "/withdraw", Map.of()).status()).isEqualTo(403);
    assertThat(api.post("front1", consult + "/withdraw", Map.of("reason", "Found it.")).text("/state")).isEqualTo("withdrawn");
    assertThat(api.post("network1", consult + "/answer", Map.of("answer", "Yes.")).status()).isEqualTo(409);
  }

  @Test
  void changesOnlyWhatWasRead() {
    String consult = asked();
    String tag = api.get("billing1", consult).header("ETag");
    api.post("front1", consult + "/words", Map.of("words", "For May."));
    assertThat(api.postIfMatch("billing1", consult + "/answer", tag, Map.of("answer", "Yes.")).status()).isEqualTo(412);
  }

  @ParameterizedTest
  @CsvSource({
      "department, nowhere, nowhere",
      "question, '', you want to know",
      "task, 1, open tasks",
      "due, 2020-01-01T10:00:00Z, has passed",
      "due, 2099-01-01T10:00:00Z, 14 days"})
  void refusesWhatCannotBeAskedAndNamesIt(String field, String value, String expected) {
    Map<String, Object> question = toBilling();
    question.put(field, field.equals("task") ? Long.valueOf(value) : value);
    ApiClient.Answer refused = ask(question);
    assertThat(refused.status()).as(refused.body().toString()).isEqualTo(422);
    assertThat(refused.body().toString()).contains(expected).contains('"' + field + '"');
  }

  @Test
  void refusesATimeAtWhichNobodyIsThere() {
    Map<String, Object> question = toBilling();
    question.put("due", clock.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(26)).toString());
    assertThat(ask(question).body().toString()).contains("does not work then");
  }

  @Test
  void refusesNobodyAndTwoAtOnce() {
    assertThat(ask(new HashMap<>(Map.of("question", "Paid?"))).status()).isEqualTo(422);
    Map<String, Object> both = toBilling();
    both.put("employee", "billing1");
    assertThat(ask(both).body().toString()).contains("both");
  }
}
