package io.stile.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.request.Request;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** A program changes only what it has read. */
@StileTest
class EntityTagsOverHttpTest {

  @Value("${local.server.port}")
  int port;
  @Autowired
  Requesting people;

  private ApiClient api;
  private String request;
  private String task;

  @BeforeEach
  void openASwap() {
    api = new ApiClient(port);
    Request opened = people.phoneSwap();
    request = "/api/v1/requests/" + opened.number();
    task = "/api/v1/tasks/" + people.task(opened, "UserTask_AgreePlanChange").id();
    if (api.get("front1", task).text("/assignee").equals("front1")) {
      api.post("front1", task + "/release", Map.of());
    }
  }

  private String tag(String path) {
    return api.get("front1", path).header("ETag");
  }

  @Test
  void namesWhatWasReadUntilItChanges() {
    String read = tag(task);

    assertThat(read).matches("\"[0-9a-f]{32}\"").isEqualTo(tag(task));
    ApiClient.Answer claimed = api.post("front1", task + "/claim", Map.of());

    assertThat(claimed.header("ETag")).isNotEqualTo(read).isEqualTo(tag(task));
  }

  @Test
  void namesARequestAnewWhenOneOfItsTasksChanges() {
    String read = tag(request);

    api.post("front1", task + "/claim", Map.of());

    assertThat(tag(request)).isNotEqualTo(read);
  }

  @Test
  void changesATaskThatIsStillWhatWasRead() {
    ApiClient.Answer claimed = api.postIfMatch("front1", task + "/claim", tag(task), Map.of());

    assertThat(claimed.status()).as(claimed.body().toString()).isEqualTo(200);
    assertThat(claimed.text("/assignee")).isEqualTo("front1");
  }

  @Test
  void namesATaskAnewWhenItWaitsOrIsKnownElsewhereByAnotherNumber() {
    String read = tag(task);
    api.put("front1", task + "/reference", Map.of("reference", "RMA-7"));
    String referenced = tag(task);

    assertThat(referenced).isNotEqualTo(read);
    assertThat(api.postIfMatch("front1", task + "/resume", read, Map.of()).status()).isEqualTo(412);
  }

  @ParameterizedTest
  @ValueSource(strings = {"claim", "release", "complete", "take-back"})
  void leavesATaskAloneThatIsNotWhatWasRead(String call) {
    String read = tag(task);
    api.post("front1", task + "/claim", Map.of());
    ApiClient.Answer before = api.get("front1", task);

    ApiClient.Answer refused = api.postIfMatch("front1", task + "/" + call, read, Map.of("data", Map.of()));

    assertThat(refused.status()).as(refused.body().toString()).isEqualTo(412);
    assertThat(refused.text("/type")).isEqualTo("urn:stile:problem:precondition-failed");
    assertThat(refused.text("/detail")).contains(before.header("ETag"));
    assertThat(api.get("front1", task).body()).isEqualTo(before.body());
  }

  @Test
  void leavesARequestAloneThatIsNotWhatWasRead() {
    String read = tag(request);
    api.post("front1", task + "/claim", Map.of());

    ApiClient.Answer refused = api.postIfMatch("front1", request + "/withdraw", read, Map.of("reason", "Too dear"));

    assertThat(refused.status()).isEqualTo(412);
    assertThat(api.get("front1", request).text("/state")).isEqualTo("open");
    assertThat(api.postIfMatch("front1", request + "/withdraw", tag(request), Map.of("reason", "Too dear")).text("/state"))
        .isEqualTo("withdrawn");
  }

  @Test
  void takesAnyOfSeveralTagsAndTheStarForWhateverIsThere() {
    assertThat(api.postIfMatch("front1", task + "/claim", "\"other\", " + tag(task), Map.of()).status()).isEqualTo(200);
    assertThat(api.postIfMatch("front1", task + "/release", "*", Map.of()).status()).isEqualTo(200);
  }

  @Test
  void takesNoWeakTagForTheSame() {
    assertThat(api.postIfMatch("front1", task + "/claim", "W/" + tag(task), Map.of()).status()).isEqualTo(412);
  }

  @Test
  void saysWhatItExpectsInsteadOfATag() {
    ApiClient.Answer refused = api.postIfMatch("front1", task + "/claim", "seven", Map.of());

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("/detail")).contains("seven", "If-Match", "in quotes");
  }

  @Test
  void findsNoTaskForATagOfNone() {
    assertThat(api.postIfMatch("front1", "/api/v1/tasks/987654321/claim", "*", Map.of()).status()).isEqualTo(404);
  }

  @RepeatedTest(5)
  void letsOneOfSeveralChangeWhatAllHaveRead() {
    String read = tag(task);
    api.post("front1", task + "/claim", Map.of());
    String claimed = tag(task);
    assertThat(claimed).isNotEqualTo(read);

    List<Integer> statuses = Stream.generate(() -> CompletableFuture.supplyAsync(
            () -> api.postIfMatch("front1", task + "/release", claimed, Map.of()).status())).limit(4).toList().stream()
        .map(answer -> answer.orTimeout(Duration.ofMinutes(1).toSeconds(), java.util.concurrent.TimeUnit.SECONDS).join()).toList();

    assertThat(statuses).containsOnlyOnce(200).contains(412).allMatch(status -> status == 200 || status == 412);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/requests?owner=nobody", "/api/v1/requests?type=nothing", "/api/v1/tasks?assignee=nobody"})
  void saysThatAFilterNamesNobody(String path) {
    ApiClient.Answer refused = api.get("front1", path);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("/fields/0/message")).containsAnyOf("nobody", "nothing").contains("expected");
  }
}
