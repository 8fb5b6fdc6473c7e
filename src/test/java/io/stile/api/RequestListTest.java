package io.stile.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.customer.Customer;
import io.stile.customer.Customers;
import io.stile.customer.NewCustomer;
import io.stile.request.Request;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@StileTest
class RequestListTest {

  @LocalServerPort
  int port;
  @Autowired
  Requesting people;
  @Autowired
  Customers customers;

  private ApiClient api;
  private Customer customer;

  @BeforeEach
  void connect() {
    api = new ApiClient(port);
    customer = people.customerInGoodStanding();
  }

  @Test
  void listsARequestWithOwnerPromiseAndState() {
    String number = open();

    ApiClient.Answer listed = list("customer=" + customer.id());

    assertThat(listed.at("/items")).hasSize(1);
    assertThat(listed.text("/items/0/number")).isEqualTo(number);
    assertThat(listed.text("/items/0/owner")).isEqualTo("front1");
    assertThat(listed.text("/items/0/state")).isEqualTo("open");
    assertThat(listed.text("/items/0/promise")).isEqualTo(listed.text("/items/0/due")).isNotEmpty();
    assertThat(listed.at("/next").isNull()).isTrue();
  }

  @Test
  void showsEachRequestOnceThoughNewOnesComeWhileSomebodyPagesThrough() {
    List<String> before = List.of(open(), open(), open());
    List<String> seen = new ArrayList<>();

    String cursor = "";
    do {
      ApiClient.Answer part = list("customer=" + customer.id() + "&limit=1&cursor=" + cursor);
      seen.addAll(part.body().findValuesAsText("number"));
      cursor = part.at("/next").isNull() ? null : part.text("/next");
      open();
    } while (cursor != null);

    assertThat(seen).containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  void narrowsToStateOwnerAndType() {
    String kept = open();
    String withdrawn = open();
    api.post("front1", "/api/v1/requests/" + withdrawn + "/withdraw", Map.of("reason", "Found it again"));
    String mine = "customer=" + customer.id();

    assertThat(numbers(mine + "&state=open")).containsExactly(kept);
    assertThat(numbers(mine + "&state=withdrawn")).containsExactly(withdrawn);
    assertThat(numbers(mine + "&owner=me")).containsExactlyInAnyOrder(kept, withdrawn);
    assertThat(numbers(mine + "&owner=front2")).isEmpty();
    assertThat(numbers(mine + "&type=phone-swap&state=open")).containsExactly(kept);
    assertThat(numbers(mine + "&type=none-such")).isEmpty();
  }

  @Test
  void findsByNumberNameAndTheCustomersWords() {
    Customer named = customers.add(new NewCustomer("Quirina Zwölfling", null, null, null));
    Request request = people.phoneSwap(named, "front1");
    String number = request.number().value();

    assertThat(numbers("q=" + number)).containsExactly(number);
    assertThat(numbers("q=" + number.substring(3))).containsExactly(number);
    assertThat(numbers("q=zwolfl")).containsExactly(number);
    assertThat(numbers("q=IS+TOO+SLOW&customer=" + named.id())).containsExactly(number);
    assertThat(numbers("q=%25%25%25")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"state=asleep, state", "cursor=7, cursor", "cursor=%00, cursor", "q=ab, q"})
  void namesTheFieldThatItCannotAccept(String query, String field) {
    ApiClient.Answer refused = list(query);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("/fields/0/field")).isEqualTo(field);
  }

  @Test
  void withdrawsWithAReason() {
    String number = open();
    String path = "/api/v1/requests/" + number + "/withdraw";

    assertThat(api.post("front1", path, Map.of("reason", " ")).text("/fields/0/field")).isEqualTo("reason");
    assertThat(api.post("logistics1", path, Map.of("reason", "No")).status()).isEqualTo(403);
    ApiClient.Answer withdrawn = api.post("front1", path, Map.of("reason", "Found it again"));
    assertThat(withdrawn.status()).as(withdrawn.body().toString()).isEqualTo(200);
    assertThat(withdrawn.text("/state")).isEqualTo("withdrawn");
    assertThat(withdrawn.at("/tasks")).isEmpty();
    assertThat(api.post("front1", path, Map.of("reason", "Again")).status()).isEqualTo(409);
  }

  @Test
  void listsTasksOfAState() {
    String number = open();
    long task = api.get("front1", "/api/v1/requests/" + number).at("/tasks/0/id").asLong();
    api.post("front1", "/api/v1/requests/" + number + "/withdraw", Map.of("reason", "Found it again"));

    assertThat(tasks("queue=front-office&state=cancelled&limit=200")).contains(task);
    assertThat(tasks("queue=front-office&state=open&limit=200")).doesNotContain(task);
    assertThat(api.get("front1", "/api/v1/tasks?state=lost").text("/fields/0/field")).isEqualTo("state");
  }

  private List<Long> tasks(String query) {
    List<Long> ids = new ArrayList<>();
    api.get("front1", "/api/v1/tasks?" + query).at("/items").forEach(task -> ids.add(task.at("/id").asLong()));
    return ids;
  }

  private String open() {
    return people.phoneSwap(customer, "front1").number().value();
  }

  private List<String> numbers(String query) {
    return list(query).body().findValuesAsText("number");
  }

  private ApiClient.Answer list(String query) {
    return api.get("front1", "/api/v1/requests?" + query);
  }
}
