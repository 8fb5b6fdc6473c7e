package io.stile.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stile.customer.Customer;
import io.stile.request.Request;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@StileTest
class ApiDescriptionTest {

  private static final String DESCRIPTION = "/api/v1/openapi.json";

  @LocalServerPort
  int port;
  @Autowired
  Requesting people;
  @Autowired
  List<RequestMappingHandlerMapping> mappings;
  @Autowired
  JdbcClient jdbc;

  private ApiClient api;
  private JsonNode described;

  @BeforeEach
  void read() {
    api = new ApiClient(port);
    ApiClient.Answer answer = api.get("front1", DESCRIPTION);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    described = answer.body();
  }

  @Test
  void isForEmployeesOnly() {
    assertThat(api.get(null, DESCRIPTION).status()).isEqualTo(401);
  }

  @Test
  void holdsEveryRouteOfTheApiAndNoOther() {
    Set<String> routes = new TreeSet<>();
    mappings.forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(route -> route.getPatternValues().stream()
        .filter(path -> path.startsWith("/api/v1/") && !path.startsWith(DESCRIPTION))
        .forEach(path -> route.getMethodsCondition().getMethods().forEach(method -> routes.add(method + " " + path)))));

    Set<String> inDescription = new TreeSet<>();
    described.at("/paths").fields().forEachRemaining(path -> path.getValue().fieldNames()
        .forEachRemaining(method -> inDescription.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

    assertThat(inDescription).contains("POST /api/v1/requests/{number}/withdraw").isEqualTo(routes);
  }

  @Test
  void describesTheMembersOfWhatEachGetAnswers() {
    Customer customer = people.customerInGoodStanding();
    Request request = people.phoneSwap(customer, "front1");
    String number = request.number().value();
    long task = api.get("front1", "/api/v1/requests/" + number).at("/tasks/0/id").asLong();
    long handOver = api.post("front1", "/api/v1/requests/" + number + "/hand-overs", Map.of("employee", "billing1", "reason", "Leave"))
        .at("/id").asLong();
    long consult = api.post("front1", "/api/v1/requests/" + number + "/consults", Map.of("department", "billing", "question", "Paid?"))
        .at("/id").asLong();
    long promise = api.get("front1", "/api/v1/requests/" + number + "/promises").at("/items/0/id").asLong();
    String obstacle = api.post("front1", "/api/v1/obstacles", Map.of("what", "The tool is down")).text("/number");
    long migration = jdbc.sql("""
        insert into migration (model, target, target_number, new_targets, routes, state, started_by, started_at, ended_at)
        values ('phone-swap', ?, 1, false, '{}', 'DONE', 'admin', timestamptz '2026-01-05', timestamptz '2026-01-05') returning id""")
        .param(request.model().id()).query(Long.class).single();
    Map<String, String> examples = Map.of("{id}", String.valueOf(customer.id()), "{number}", number, "{key}", "phone-swap",
        "{signIn}", "front1");
    List<String> wrong = new ArrayList<>();
    List<String> compared = new ArrayList<>();

    described.at("/paths").fields().forEachRemaining(path -> {
      JsonNode get = path.getValue().at("/get");
      if (get.at("/responses/200/content").has("application/json")) {
        String url = path.getKey().replace("/tasks/{id}", "/tasks/" + task).replace("/obstacles/{number}", "/obstacles/" + obstacle)
            .replace("/hand-overs/{id}", "/hand-overs/" + handOver).replace("/consults/{id}", "/consults/" + consult)
            .replace("/departments/{key}", "/departments/billing").replace("/migrations/{id}", "/migrations/" + migration)
            .replace("/promises/{id}", "/promises/" + promise);
        for (Map.Entry<String, String> example : examples.entrySet()) {
          url = url.replace(example.getKey(), example.getValue());
        }
        ApiClient.Answer answer = api.get("admin", url + (url.endsWith("/customers") ? "?q=Tess" : ""));
        assertThat(answer.status()).as(url).isEqualTo(200);
        compare(answer.body(), get.at("/responses/200/content/application~1json/schema"), url, wrong);
        compared.add(path.getKey());
      }
    });

    assertThat(wrong).isEmpty();
    assertThat(compared).contains("/api/v1/requests", "/api/v1/customers/{id}", "/api/v1/tasks/{id}");
  }

  @Test
  void saysWhatEachMemberStandsFor() {
    List<String> silent = new ArrayList<>();
    described.at("/components/schemas").fields().forEachRemaining(schema ->
        schema.getValue().at("/properties").fields().forEachRemaining(member -> {
          if (!member.getValue().has("description") && !member.getValue().has("$ref")) {
            silent.add(schema.getKey() + "." + member.getKey());
          }
        }));

    assertThat(silent).isEmpty();
  }

  @Test
  void describesProblemsAsTheyAre() {
    ApiClient.Answer refused = api.get("front1", "/api/v1/requests?state=asleep");
    JsonNode schema = described.at("/paths/~1api~1v1~1requests/get/responses/default/content/application~1problem+json/schema");
    List<String> wrong = new ArrayList<>();

    compare(refused.body(), schema, "problem", wrong);

    assertThat(wrong).isEmpty();
  }

  @Test
  void saysWhatEachCallIsForAndWhatItTakes() {
    List<String> silent = new ArrayList<>();
    Set<String> names = new TreeSet<>();
    described.at("/paths").fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(call -> {
      String where = call.getKey() + " " + path.getKey();
      if (call.getValue().at("/description").asText().isBlank()) {
        silent.add(where);
      }
      call.getValue().at("/parameters").forEach(parameter -> {
        if (parameter.at("/description").asText().isBlank()) {
          silent.add(where + " " + parameter.at("/name").asText());
        }
      });
      assertThat(names.add(call.getValue().at("/operationId").asText())).as(where).isTrue();
    }));

    assertThat(silent).isEmpty();
    assertThat(names).contains("getRequestsByNumberJournal", "postTasksByIdClaim").noneMatch(name -> name.contains("_"));
    assertThat(described.toString()).doesNotContain("<code>");
  }

  @Test
  void saysWhichMembersOfABodyAreRequired() {
    assertThat(described.at("/components/schemas/NewRequest/required")).extracting(JsonNode::asText)
        .containsExactlyInAnyOrder("type", "customer");
    assertThat(described.at("/components/schemas/NewContact/required")).extracting(JsonNode::asText)
        .containsExactlyInAnyOrder("channel", "direction", "said");
    assertThat(described.at("/components/schemas/Withdrawal/required")).extracting(JsonNode::asText).containsExactly("reason");
  }

  @Test
  void describesWhatEachPostAnswers() {
    List<String> wrong = new ArrayList<>();
    Customer customer = people.customerInGoodStanding();
    String id = String.valueOf(customer.id());
    posts("/customers", "/customers", Map.of("name", "Nora New"), wrong);
    posts("/customers/{id}/interactions", "/customers/" + id + "/interactions",
        Map.of("channel", "phone", "direction", "in", "said", "Hello"), wrong);
    String number = posts("/requests", "/requests", Map.of("type", "billing-dispute", "customer", customer.id(), "data",
        Map.of("amountCents", 30_000, "disputedFor", "not-ordered")), wrong).text("/number");
    String task = "/tasks/" + api.get("front1", "/api/v1/requests/" + number).at("/tasks/0/id").asLong();
    postsAs("billing1", "/tasks/{id}/claim", task + "/claim", Map.of(), wrong);
    postsAs("billing1", "/tasks/{id}/release", task + "/release", Map.of(), wrong);
    postsAs("billing1", "/tasks/{id}/claim", task + "/claim", Map.of(), wrong);
    postsAs("billing1", "/tasks/{id}/complete", task + "/complete", Map.of("data", Map.of("justified", "no")), wrong);
    posts("/requests/{number}/withdraw", "/requests/" + number + "/withdraw", Map.of("reason", "Paid"), wrong);

    assertThat(wrong).isEmpty();
  }

  private ApiClient.Answer posts(String described, String path, Map<String, ?> body, List<String> wrong) {
    return postsAs("front1", described, path, body, wrong);
  }

  /** What a call answers, after its status and members have been compared with the description. */
  private ApiClient.Answer postsAs(String employee, String described, String path, Map<String, ?> body, List<String> wrong) {
    ApiClient.Answer answer = api.post(employee, "/api/v1" + path, body);
    JsonNode answers = this.described.at("/paths/" + ("/api/v1" + described).replace("/", "~1") + "/post/responses");
    assertThat(answer.status()).as(answer.body().toString()).isBetween(200, 299);
    if (!answers.has(String.valueOf(answer.status()))) {
      wrong.add("%s answers %d, described are %s".formatted(path, answer.status(), answers));
    }
    compare(answer.body(), answers.at("/" + answer.status() + "/content/application~1json/schema"), path, wrong);
    return answer;
  }

  private void compare(JsonNode answer, JsonNode reference, String where, List<String> wrong) {
    if (reference.has("anyOf")) {
      boolean nullIsOne = reference.at("/anyOf").toString().contains("\"null\"");
      if (answer.isNull() && nullIsOne) {
        return;
      }
      compare(answer, reference.at("/anyOf/0"), where, wrong);
      return;
    }
    JsonNode schema = reference.has("$ref") ? described.at(reference.at("/$ref").asText().substring(1)) : reference;
    if (schema.isMissingNode()) {
      wrong.add(where + " is not described");
    } else if (answer.isNull()) {
      if (schema.has("type") && !schema.at("/type").toString().contains("\"null\"")) {
        wrong.add(where + " is null, described as " + schema);
      }
    } else if (answer.isArray()) {
      answer.forEach(item -> compare(item, schema.at("/items"), where + "[]", wrong));
    } else if (answer.isObject() && schema.has("properties")) {
      Set<String> sent = new TreeSet<>();
      answer.fieldNames().forEachRemaining(sent::add);
      Set<String> known = new TreeSet<>();
      schema.at("/properties").fieldNames().forEachRemaining(known::add);
      if (!sent.equals(known)) {
        wrong.add("%s has %s, described are %s".formatted(where, sent, known));
      }
      answer.fields().forEachRemaining(member ->
          compare(member.getValue(), schema.at("/properties/" + member.getKey()), where + "." + member.getKey(), wrong));
    } else if (answer.isObject() && schema.has("type") && !schema.at("/type").toString().contains("\"object\"")) {
      wrong.add(where + " is an object, described as " + schema);
    }
  }
}
