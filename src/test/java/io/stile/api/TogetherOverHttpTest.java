package io.stile.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.api.ApiClient.Answer;
import io.stile.customer.Customer;
import io.stile.customer.DeviceClass;
import io.stile.request.Request;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** A program logs contacts, opens requests again, links and merges them. */
@StileTest
class TogetherOverHttpTest {

  @Value("${local.server.port}")
  int port;
  @Autowired
  Requesting people;
  private ApiClient api;
  private Customer customer;
  private Request one;
  private Request other;

  @BeforeEach
  void openTwo() {
    api = new ApiClient(port);
    customer = people.customerInGoodStanding();
    one = people.phoneSwap(customer, "front1");
    other = people.phoneSwap(customer, "front2");
  }

  private static String path(Request request, String what) {
    return "/api/v1/requests/" + request.number() + what;
  }

  private Answer log(Request request) {
    return api.post("network1", "/api/v1/customers/" + request.customer() + "/interactions", Map.of("channel", "phone",
        "direction", "in", "said", "Where is it?", "request", request.number().value()));
  }

  @Test
  void aFurtherContactCountsAndOneAboutAClosedRequestCanOpenItAgain() {
    assertThat(log(one).status()).isEqualTo(201);
    assertThat(api.get("front1", path(one, "")).at("/repeatContacts").asInt()).isEqualTo(1);
    assertThat(api.get("front1", "/api/v1/requests?customer=" + customer.id()).body().at("/items").findValues("repeatContacts"))
        .extracting(count -> count.asInt()).containsExactlyInAnyOrder(0, 1);

    Request closed = people.phoneSwap(people.customerWith(LocalDate.parse("2021-05-01"), 9_900L, DeviceClass.STANDARD), "front1");
    people.complete(closed, "UserTask_ExplainWhyNot", "front1", Map.of());
    long contact = log(closed).at("/id").asLong();
    assertThat(api.post("network1", path(closed, "/reopen"), Map.of("reason", "Does not work", "interaction", 987_654_321)).text("/fields/0/field"))
        .isEqualTo("interaction");
    Answer open = api.post("network1", path(closed, "/reopen"), Map.of("reason", "Does not work", "interaction", contact));
    assertThat(open.status()).as(open.body().toString()).isEqualTo(200);
    assertThat(open.text("/state")).isEqualTo("open");
    assertThat(open.text("/owner")).isEqualTo("front1");
    assertThat(open.text("/promise")).isNotEmpty();
    assertThat(api.get("front1", path(closed, "")).at("/repeatContacts").asInt()).isEqualTo(1);
    assertThat(api.post("network1", path(closed, "/reopen"), Map.of("reason", "Again")).status()).isEqualTo(409);
    assertThat(api.post("network1", path(one, "/reopen"), Map.of("reason", "Again")).status()).isEqualTo(409);
    assertThat(api.post("network1", path(closed, "/reopen"), Map.of()).status()).isIn(409, 422);
  }

  @Test
  void linksTwoRequests() {
    Answer link = api.post("billing1", path(other, "/link"), Map.of("request", one.number().value(), "kind", "follow-up"));
    assertThat(link.status()).as(link.body().toString()).isEqualTo(201);
    assertThat(link.text("/earlier")).isEqualTo(one.number().value());
    assertThat(link.text("/kind")).isEqualTo("follow-up");
    assertThat(api.get("front1", path(one, "/links")).text("/items/0/later")).isEqualTo(other.number().value());
    assertThat(api.post("billing1", path(one, "/link"), Map.of("request", other.number().value(), "kind", "follow-up")).status()).isEqualTo(409);
    assertThat(api.post("billing1", path(one, "/link"), Map.of("request", one.number().value(), "kind", "related")).status()).isEqualTo(422);
    assertThat(api.post("billing1", path(one, "/link"), Map.of("request", "SR-1", "kind", "related")).status()).isEqualTo(422);
    assertThat(api.post("billing1", path(one, "/link"), Map.of("request", other.number().value())).status()).isEqualTo(422);
  }

  @Test
  void mergesARequestIntoAnotherAndItsNumberLeadsThere() {
    log(one);
    assertThat(api.post("billing1", path(one, "/merge"), Map.of("into", other.number().value())).status()).isEqualTo(403);
    Answer merged = api.post("front1", path(one, "/merge"), Map.of("into", other.number().value(), "reason", "Asked twice"));
    assertThat(merged.status()).as(merged.body().toString()).isEqualTo(200);
    assertThat(merged.text("/number")).isEqualTo(other.number().value());
    Answer old = api.get("front1", path(one, ""));
    assertThat(old.text("/mergedInto")).isEqualTo(other.number().value());
    assertThat(old.text("/outcome")).isEqualTo("Merged into " + other.number());
    assertThat(api.get("front1", path(other, "")).at("/repeatContacts").asInt()).isEqualTo(2);
    assertThat(log(one).text("/request")).as("what is said about it goes on there").isEqualTo(other.number().value());
    assertThat(api.post("front1", path(other, "/merge"), Map.of("into", one.number().value())).status()).isIn(403, 409);
    assertThat(api.post("front.lead", path(other, "/merge"), Map.of("into", people.phoneSwap().number().value())).status())
        .isEqualTo(422);
  }
}
