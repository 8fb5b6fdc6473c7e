package io.stile.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What programs send that is none of what was asked for: each answer says what is wrong where, and none gives away our insides. */
@StileTest
class HostileInputTest {

  private static final String REQUESTS = "/api/v1/requests";

  @LocalServerPort
  int port;
  @Autowired
  Requesting people;

  private ApiClient api;

  @BeforeEach
  void connect() {
    api = new ApiClient(port);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "{\"customer\": \"1\"}             | customer | a whole number",
      "{\"customer\": 1.5}               | customer | a whole number",
      "{\"customer\": 99999999999999999999} | customer | a whole number",
      "{\"customer\": {}}                | customer | a whole number",
      "{\"type\": 5}                     | type     | text",
      "{\"told\": [\"x\"]}               | told     | text",
      "{\"told\": true}                  | told     | text",
      "{\"data\": []}                    | data     | an object",
      "{\"data\": \"x\"}                 | data     | an object",
      "{\"verification\": 1}             | verification | an object",
      "{\"colour\": 1}                   | colour   | channel, customer, data, interaction, told, type, verification"})
  void namesTheMemberThatCannotBeReadAndWhatWasExpected(String body, String field, String expected) {
    ApiClient.Answer refused = api.postText("front1", REQUESTS, "application/json", body);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("/type")).isEqualTo("urn:stile:problem:bad-request");
    assertThat(refused.text("/fields/0/field")).isEqualTo(field);
    assertThat(refused.text("/fields/0/message")).contains(expected);
    assertKeepsItsInsides(refused);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "\"x\"", "{", "{} x", "{}{}", "\u0000", "{'a': 1}", "{\"type\": \"a\", \"type\": \"b\"}"})
  void saysWhenABodyIsNoJsonObject(String body) {
    ApiClient.Answer refused = api.postText("front1", REQUESTS, "application/json", body);

    assertThat(refused.status()).as(refused.body().toString()).isEqualTo(400);
    assertThat(refused.text("/detail")).contains("JSON");
    assertKeepsItsInsides(refused);
  }

  @Test
  void namesAllThatIsMissingAtOnce() {
    assertThat(fields(api.post("front1", REQUESTS, Map.of()))).containsExactly("type", "customer");
    assertThat(fields(open(Map.of("verification", Map.of("method", "password"))))).containsExactly("verification.result");
    assertThat(fields(open(Map.of("verification", Map.of())))).containsExactly("verification.method");
  }

  @Test
  void namesTheMemberWhoseValueIsUnknown() {
    assertThat(fields(open(Map.of("type", "time-travel")))).containsExactly("type");
    assertThat(fields(open(Map.of("type", "escalation")))).containsExactly("type");
    assertThat(fields(open(Map.of("customer", 987_654_321)))).containsExactly("customer");
    assertThat(fields(open(Map.of("verification", Map.of("method", 1, "result", "passed"))), 400)).containsExactly("verification.method");
  }

  @Test
  void takesTheWordsOfTheDescriptionForAVerification() {
    ApiClient.Answer opened = open(Map.of("verification", Map.of("method", "identity-card", "result", "not-done")));

    assertThat(opened.status()).as(opened.body().toString()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "a\u0000b", "\ud800", "x\udc00y"})
  void refusesTextThatCannotBeKept(String text) {
    long customer = people.customerInGoodStanding().id();
    String number = people.phoneSwap().number().value();

    assertThat(fields(open(Map.of("told", text)))).containsExactly("told");
    assertThat(fields(open(Map.of("type", text)))).containsExactly("type");
    assertThat(fields(api.post("front1", "/api/v1/customers", Map.of("name", "Ada " + text)))).containsExactly("name");
    assertThat(fields(api.post("front1", "/api/v1/customers/" + customer + "/interactions",
        Map.of("channel", "phone", "direction", "in", "said", text)))).containsExactly("said");
    assertThat(fields(api.post("front1", REQUESTS + "/" + number + "/withdraw", Map.of("reason", text)))).containsExactly("reason");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/requests?owner=%00", "/api/v1/requests?type=a%00", "/api/v1/requests?q=%00abc", "/api/v1/tasks?queue=%00",
      "/api/v1/tasks?assignee=%00", "/api/v1/customers?q=%00"})
  void namesTheParameterThatHoldsWhatNoTextCanHave(String path) {
    assertThat(fields(api.get("front1", path))).hasSize(1).first().asString().matches("owner|type|q|queue|assignee");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "/api/v1/requests?limit=abc      | 400 | limit    | a whole number, not 'abc'",
      "/api/v1/requests?limit=0        | 422 | limit    | 1 to 200",
      "/api/v1/tasks?limit=-1          | 422 | limit    | 1 to 200",
      "/api/v1/customers?q=x&limit=0   | 422 | limit    | 1 to 100",
      "/api/v1/requests?customer=x     | 400 | customer | a whole number",
      "/api/v1/requests?limit=a&limit=b | 400 | limit   | a whole number, not '[a, b]'",
      "/api/v1/tasks?waiting=perhaps   | 400 | waiting  | true or false",
      "/api/v1/tasks/abc               | 400 | id       | a whole number"})
  void namesTheParameterThatIsNoneAndWhatWasExpected(String path, int status, String field, String expected) {
    ApiClient.Answer refused = api.get("front1", path);

    assertThat(fields(refused, status)).containsExactly(field);
    assertThat(refused.text("/fields/0/message")).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"\"soon\" | not 'soon'", "\"2026-11-24\" | not '2026-11-24'", "1795651200 | a time like",
      "\"1795651200\" | a time like", "true | a time like", "\"-1000000000-01-01T00:00:00Z\" | a time like", "\"+10000-01-01T00:00:00Z\" | a time like", "{} | a time like"})
  void takesATimeOnlyAsItIsWritten(String until, String expected) {
    ApiClient.Answer refused = api.postText("front1", REQUESTS + "/" + people.phoneSwap().number().value() + "/promises", "application/json",
        "{\"what\": \"call back\", \"until\": %s}".formatted(until));

    assertThat(fields(refused, 400)).containsExactly("until");
    assertThat(refused.text("/fields/0/message")).contains("Expected a time like 2026-11-24T16:00:00Z").contains(expected);
  }

  @Test
  void knowsNobodyWhoseNameNoTextCanHave() {
    assertThat(api.get("front1\0", "/api/v1/customers").status()).isEqualTo(401);
  }

  @Test
  void doesNotOverlookAQueryThatCannotBeRead() {
    assertThat(new RawHttp(port).send("GET", "/api/v1/customers?q=%zz")).startsWith("HTTP/1.1 400")
        .contains("application/problem+json").contains("percent sign");
  }

  @Test
  void takesABodyOfAMebibyteAtMostHoweverItIsSent() {
    String body = "{\"told\": \"" + "x".repeat(1 << 20) + "\"}";

    ApiClient.Answer refused = api.postText("front1", REQUESTS, "application/json", body);
    String chunked = new RawHttp(port).send("POST", REQUESTS, "Content-Type: application/json", "Transfer-Encoding: chunked", "",
        Integer.toHexString(body.length()), body, "0", "");

    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.text("/type")).isEqualTo("urn:stile:problem:content-too-large");
    assertThat(chunked).startsWith("HTTP/1.1 413").contains("urn:stile:problem:content-too-large");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/xml", "application/yaml", "application/x-www-form-urlencoded", "multipart/form-data",
      "multipart/form-data; boundary=x", "application/json;charset=none", "nonsense", "*/*", "application/*"})
  void takesNothingButJson(String type) {
    ApiClient.Answer refused = api.postText("front1", REQUESTS, type, "{}");

    assertThat(refused.status()).as(refused.body().toString()).isIn(400, 415);
    assertThat(refused.contentType()).startsWith("application/problem+json");
  }

  @Test
  void speaksNothingButJson() {
    assertThat(new RawHttp(port).send("GET", "/api/v1/request-types", "Accept: application/xml")).startsWith("HTTP/1.1 406")
        .contains("application/problem+json");
    assertThat(new RawHttp(port).send("GET", "/api/v1/request-types", "Accept: text/html,application/xml;q=0.9,*/*;q=0.8"))
        .startsWith("HTTP/1.1 200").contains("Content-Type: application/json");
  }

  @Test
  void repeatsNoMoreOfWhatWasSentThanItTakesToRecogniseIt() {
    String long1 = "x".repeat(200_000);

    assertThat(open(Map.of("type", long1)).body().toString()).hasSizeLessThan(3_000);
    assertThat(open(Map.of("channel", long1)).body().toString()).hasSizeLessThan(3_000).contains("expected one of phone");
    assertThat(open(Map.of("data", Map.of(long1, 1))).body().toString()).hasSizeLessThan(3_000);
    assertThat(api.get("front1", REQUESTS + "/" + "9".repeat(3_000)).body().toString()).hasSizeLessThan(3_000);
  }

  private ApiClient.Answer open(Map<String, ?> changed) {
    Map<String, Object> body = new HashMap<>(Map.of("type", "phone-swap", "customer", people.customerInGoodStanding().id(),
        "told", "My phone is slow", "data", Map.of("wantedDevice", "aurora-5", "delivery", "ship")));
    body.putAll(changed);
    return api.post("front1", REQUESTS, body);
  }

  private static List<String> fields(ApiClient.Answer refused) {
    return fields(refused, 422);
  }

  private static List<String> fields(ApiClient.Answer refused, int status) {
    assertThat(refused.status()).as(refused.body().toString()).isEqualTo(status);
    assertThat(refused.contentType()).startsWith("application/problem+json");
    return refused.at("/fields").findValuesAsText("field");
  }

  private static void assertKeepsItsInsides(ApiClient.Answer refused) {
    assertThat(refused.body().toString()).doesNotContain("io.stile").doesNotContain("java.").doesNotContainIgnoringCase("jackson")
        .doesNotContain("Coerc").doesNotContain("deserialize").doesNotContain("ignorable");
  }
}
