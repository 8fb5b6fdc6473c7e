package io.stile.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.customer.Customer;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@StileTest
class CustomersOverHttpTest {

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
  void showsACustomerWithContractsAndOpenRequests() {
    Customer customer = people.customerInGoodStanding();
    String open = people.phoneSwap(customer, "front1").number().value();
    String gone = people.phoneSwap(customer, "front1").number().value();
    api.post("front1", "/api/v1/requests/" + gone + "/withdraw", Map.of("reason", "Twice"));

    ApiClient.Answer shown = api.get("billing1", "/api/v1/customers/" + customer.id());

    assertThat(shown.text("/name")).isEqualTo("Tess Trial");
    assertThat(shown.text("/contracts/0/number")).startsWith("T-");
    assertThat(shown.text("/contracts/0/deviceClass")).isEqualTo("standard");
    assertThat(shown.at("/requests").findValuesAsText("number")).containsExactly(open);
  }

  @Test
  void logsAContactThatThenStandsInTheJournalOfItsRequest() {
    Customer customer = people.customerInGoodStanding();
    String number = people.phoneSwap(customer, "front1").number().value();

    ApiClient.Answer kept = log(customer, Map.of("channel", "chat", "direction", "in", "said", "Any news?",
        "request", number));

    assertThat(kept.status()).as(kept.body().toString()).isEqualTo(201);
    assertThat(kept.text("/employee")).isEqualTo("billing1");
    assertThat(api.get("front1", "/api/v1/requests/" + number + "/journal").at("/items").findValuesAsText("kind"))
        .contains("interaction");
  }

  @Test
  void namesTheFieldOfAContactThatItCannotAccept() {
    Customer customer = people.customerInGoodStanding();

    assertThat(field(log(customer, Map.of("channel", "telepathy", "direction", "in", "said", "x")))).isEqualTo("channel");
    assertThat(field(log(customer, Map.of("channel", "chat", "said", "x")))).isEqualTo("direction");
    assertThat(field(log(customer, Map.of("channel", "chat", "direction", "in", "said", " ")))).isEqualTo("said");
    assertThat(field(log(customer, Map.of("channel", "chat", "direction", "in", "said", "x", "request", "SR-1"))))
        .isEqualTo("request");
  }

  @Test
  void doesNotKnowACustomerWhoIsNotThere() {
    assertThat(api.get("front1", "/api/v1/customers/987654321").status()).isEqualTo(404);
    assertThat(api.post("front1", "/api/v1/customers/987654321/interactions",
        Map.of("channel", "chat", "direction", "in", "said", "x")).status()).isEqualTo(404);
  }

  @Test
  void takesTheWordsOfAnEnumAsItGivesThemAndNamesTheFieldOfAnUnknownOne() {
    ApiClient.Answer added = api.post("front1", "/api/v1/customers", Map.of("name", "Gil Golden", "tier", "gold"));
    ApiClient.Answer refused = api.post("front1", "/api/v1/customers", Map.of("name", "Gil Golden", "tier", "tin"));

    assertThat(added.text("/tier")).isEqualTo("gold");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(field(refused)).isEqualTo("tier");
    assertThat(refused.text("/fields/0/message")).contains("standard, gold");
  }

  private ApiClient.Answer log(Customer customer, Map<String, String> contact) {
    return api.post("billing1", "/api/v1/customers/" + customer.id() + "/interactions", contact);
  }

  private static String field(ApiClient.Answer refused) {
    assertThat(refused.status()).as(refused.body().toString()).isEqualTo(422);
    return refused.text("/fields/0/field");
  }
}
