package io.stile.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.request.Request;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** A program passes a conversation on. */
@StileTest
class ConversationsOverHttpTest {

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
    path = "/api/v1/requests/" + swap.number() + "/conversations";
  }

  @Test
  void asksADepartmentAndOfTwoWhoTakeItAtTheSameInstantOneGetsTheCustomer() throws Exception {
    ApiClient.Answer offered = api.post("billing1", path, Map.of("department", "front-office", "words", "She is in a hurry"));
    assertThat(offered.status()).as(offered.body().toString()).isEqualTo(201);
    assertThat(offered.text("/state")).isEqualTo("open");
    String task = "/api/v1/tasks/" + offered.text("/task");

    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      List<Future<Integer>> claims = Stream.of("front1", "front2").map(who -> both.submit(() -> {
        together.await();
        return api.post(who, task + "/claim", Map.of()).status();
      })).toList();
      assertThat(List.of(claims.get(0).get(), claims.get(1).get())).containsExactlyInAnyOrder(200, 409);
    } finally {
      both.shutdownNow();
    }
    String taker = api.get("front1", task).text("/assignee");
    assertThat(api.post(taker, task + "/complete", Map.of("data", Map.of())).status()).isEqualTo(200);
    assertThat(api.get("billing1", path).text("/items/0/takenBy")).isEqualTo(taker);
  }

  @Test
  void asksEitherADepartmentOrAnEmployee() {
    ApiClient.Answer neither = api.post("billing1", path, Map.of("words", "Hello"));
    assertThat(neither.status()).isEqualTo(422);
    assertThat(neither.body().toString()).contains("either a department or an employee");
    assertThat(api.post("billing1", path, Map.of("department", "nowhere")).status()).isEqualTo(422);
  }

  @Test
  void passesOnTheConversationWithACustomerWhoHasNoRequest() {
    long customer = people.customerInGoodStanding().id();
    String path = "/api/v1/customers/" + customer + "/conversations";
    ApiClient.Answer offered = api.post("billing1", path, Map.of("department", "front-office", "said", "Who is in charge of this?"));
    assertThat(offered.status()).as(offered.body().toString()).isEqualTo(201);
    assertThat(offered.at("/owns").asBoolean()).isTrue();
    String request = "/api/v1/requests/" + offered.text("/request");
    assertThat(api.get("front2", request).text("/owner")).isEqualTo("billing1");
    String task = "/api/v1/tasks/" + offered.text("/task");
    api.post("front2", task + "/claim", Map.of());
    assertThat(api.post("front2", task + "/complete", Map.of("data", Map.of())).status()).isEqualTo(200);
    assertThat(api.get("front2", request).text("/owner")).isEqualTo("front2");

    assertThat(api.post("billing1", path, Map.of("said", "x")).status()).isEqualTo(422);
    assertThat(api.post("billing1", path, Map.of("department", "front-office")).status()).isEqualTo(422);
    assertThat(api.post("billing1", path, Map.of("department", "front-office", "said", "x", "channel", "pigeon")).status()).isEqualTo(422);
    assertThat(api.post("billing1", "/api/v1/customers/999999999/conversations", Map.of("department", "front-office", "said", "x")).status()).isEqualTo(404);
  }
}
