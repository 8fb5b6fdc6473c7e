package io.stile.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.engine.UnitOfWork;
import io.stile.organisation.Absence;
import io.stile.organisation.Absences;
import io.stile.request.Request;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.testkit.TestClock;
import io.stile.work.Claims;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** A program returns tasks, sends them on, and sees for whom somebody stands in. */
@StileTest
class ReturnsOverHttpTest {

  @Value("${local.server.port}")
  int port;
  @Autowired
  Requesting people;
  @Autowired
  Claims claims;
  @Autowired
  Absences absences;
  @Autowired
  UnitOfWork unitOfWork;
  @Autowired
  TestClock clock;

  private ApiClient api;
  private Request swap;
  private String task;

  @BeforeEach
  void reachAStep() {
    api = new ApiClient(port);
    swap = people.phoneSwap();
    people.complete(swap, "UserTask_AgreePlanChange", "front1", Map.of("newPlan", "medium", "dataOption", "none"));
    task = "/api/v1/tasks/" + people.task(swap, "UserTask_ReserveHandset").id();
  }

  private ApiClient.Answer giveBack(String by) {
    return api.post(by, task + "/return", Map.of("reason", "information-missing", "words", "Which colour?"));
  }

  @Test
  void returnsATaskAndSendsItOn() {
    assertThat(api.get("front1", "/api/v1/return-reasons").at("/items").findValuesAsText("key")).contains("information-missing");

    ApiClient.Answer returned = giveBack("logistics1");

    assertThat(returned.status()).as(returned.body().toString()).isEqualTo(200);
    assertThat(returned.text("/department")).isEqualTo("front-office");
    assertThat(returned.at("/returned").asBoolean()).isTrue();
    ApiClient.Answer detail = api.get("front1", task);
    assertThat(detail.text("/returns/0/from")).isEqualTo("logistics");
    assertThat(detail.text("/returns/0/words")).isEqualTo("Which colour?");
    assertThat(detail.text("/returns/0/state")).isEqualTo("open");
    assertThat(api.post("logistics1", task + "/return/answer", Map.of("words", "No")).status()).isEqualTo(403);
    ApiClient.Answer answered = api.post("front2", task + "/return/answer", Map.of("words", "The black one"));
    assertThat(answered.text("/department")).isEqualTo("logistics");
    assertThat(api.get("front1", task).text("/returns/0/answer")).isEqualTo("The black one");
    assertThat(api.post("front2", task + "/return/answer", Map.of("words", "Again")).status()).isEqualTo(409);
    assertThat(giveBack("logistics1").text("/department")).as("the second one is decided").isEqualTo("logistics");
    assertThat(api.get("front1", task).text("/returns/1/state")).isEqualTo("disputed");
    assertThat(giveBack("logistics1").status()).isEqualTo(409);
  }

  @ParameterizedTest
  @CsvSource({"reason, nonsense", "reason, ''", "words, ' '", "words, "})
  void namesTheValueThatItCannotAccept(String field, String value) {
    Map<String, Object> sent = new HashMap<>(Map.of("reason", "not-possible", "words", "Which colour?"));
    sent.put(field, value);

    ApiClient.Answer refused = api.post("logistics1", task + "/return", sent);

    assertThat(refused.status()).as(refused.body().toString()).isIn(400, 422);
    assertThat(refused.body().toString()).contains(field);
  }

  @Test
  void repeatsTheFirstAnswerToTheSameKey() {
    Map<String, Object> sent = Map.of("reason", "not-possible", "words", "Which colour?");
    ApiClient.Answer first = api.post("logistics1", task + "/return", sent, "return-" + task);

    ApiClient.Answer again = api.post("logistics1", task + "/return", sent, "return-" + task);

    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(api.get("front1", task).at("/returns")).hasSize(1);
  }

  @Test
  void saysWhoStandsIn() {
    long id = Long.parseLong(task.substring(task.lastIndexOf('/') + 1));
    unitOfWork.run(() -> claims.claim(id, "logistics2"));
    absences.add(new Absence(null, "logistics2", clock.now(), clock.now().plus(Duration.ofDays(1)), Absence.Kind.OTHER, "billing2"));
    try {
      assertThat(api.get("front1", task).text("/deputy")).isEqualTo("billing2");
      assertThat(mine()).contains(String.valueOf(id));
    } finally {
      List.copyOf(absences.notEndedOf("logistics2", clock.now())).forEach(absence -> absences.remove(absence.id()));
    }
    assertThat(api.get("front1", task).at("/deputy").isNull()).isTrue();
    assertThat(mine()).doesNotContain(String.valueOf(id));
  }

  private List<String> mine() {
    return api.get("billing2", "/api/v1/tasks?assignee=me&limit=200").body().findValuesAsText("id");
  }
}
