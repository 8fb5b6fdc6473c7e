package io.stile.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stile.testkit.Node;
import io.stile.testkit.OwnPostgres;
import io.stile.testkit.Production;
import io.stile.testkit.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Stile as it is started in earnest: in JVMs of their own, in the profile of production, two nodes on one empty PostgreSQL. */
class ProductionNodeTest {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String OWN_PASSWORD = "four-quiet-otters-sing";
  private static final int NO_MAIL = 9;

  private static OwnPostgres postgres;
  private static Node one;
  private static Node other;
  private static Visitor ada;

  @BeforeAll
  static void startBothAtTheSameInstant() {
    postgres = OwnPostgres.start();
    one = Production.on(postgres.database(), NO_MAIL).launch();
    other = Production.on(postgres.database(), NO_MAIL).environment("STILE_ADMIN_SIGN_IN", "eve").launch();
    await().atMost(PATIENCE).until(() -> ready(one) && ready(other) || !one.isRunning() || !other.isRunning());
    ada = Visitor.at(one);
    assertThat(ada.signIn(firstAdministrator(), Production.FIRST_PASSWORD).headers().firstValue("Location")).hasValueSatisfying(
        location -> assertThat(location).endsWith("/"));
    assertThat(ada.get("/").headers().firstValue("Location")).contains("/account/password");
    ada.get("/account/password");
    assertThat(ada.post("/account/password", "present", Production.FIRST_PASSWORD, "chosen", OWN_PASSWORD, "again", OWN_PASSWORD)
        .statusCode()).isEqualTo(302);
  }

  /** Whichever node was first. */
  private static String firstAdministrator() {
    assertThat(one.isRunning()).as(one.output()).isTrue();
    assertThat(other.isRunning()).as(other.output()).isTrue();
    List<String> names = (one.output() + other.output()).lines().filter(line -> line.contains("Took in the first administrator")).toList();
    assertThat(names).as("first administrators").hasSize(1);
    return names.get(0).contains("administrator, ada") ? "ada" : "eve";
  }

  private static boolean ready(Node node) {
    return node.status("/actuator/health/readiness") == 200;
  }

  @AfterAll
  static void endAll() {
    one.close();
    other.close();
    postgres.close();
  }

  @Test
  void refusesToStartWithOneListOfAllThatIsMissing() {
    try (Node bare = Node.bare().environment("SPRING_PROFILES_ACTIVE", "prod").environment("STILE_MAIL_SITE", "stile").launch()) {
      assertThat(bare.awaitEnd(PATIENCE)).as("exit code").isEqualTo(1);
      assertThat(bare.output()).contains("Stile does not start.", "and 8 are missing or malformed:", "* SPRING_DATASOURCE_URL is missing.",
          "* STILE_MAIL_SITE is 'stile'; expected https://", "* SERVER_ADDRESS is missing.").doesNotContain("\tat ");
    }
  }

  @Test
  void saysThatPostgresIsNotThere() {
    try (Node alone = Production.on(postgres.database(), NO_MAIL).environment("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:1/stile").launch()) {
      assertThat(alone.awaitEnd(PATIENCE)).as("exit code").isEqualTo(1);
      assertThat(alone.output()).contains("* It does not answer within 10 seconds, or refuses the connection").doesNotContain("\tat ", "pg-Secret-1");
    }
  }

  @Test
  void keepsPeopleSignedInAtTheOtherNode() {
    assertThat(ada.goesTo(other).get("/account").statusCode()).isEqualTo(200);
    assertThat(ada.goesTo(one).get("/account").statusCode()).isEqualTo(200);
  }

  @Test
  void keepsTheTokenOfFormsAndWhatOnePageLeavesForTheNextAcrossNodes() {
    ada.goesTo(one).get("/account");

    HttpResponse<String> sent = ada.goesTo(other).post("/account/sign-out-elsewhere");

    assertThat(sent.statusCode()).isEqualTo(302);
    assertThat(ada.goesTo(one).get("/account").body()).contains("You are signed in only here now.");
    assertThat(ada.get("/account").body()).doesNotContain("You are signed in only here now.");
  }

  @Test
  void givesTheCookieOnlyToEncryptedConnectionsAndToNoScript() {
    String cookie = Visitor.at(one).get("/sign-in").headers().firstValue("Set-Cookie").orElseThrow();

    assertThat(cookie).startsWith("stile-session=").contains("; Secure", "; HttpOnly", "; SameSite=Lax").doesNotContain("Max-Age");
  }

  @Test
  void believesTheProxyThatTheBrowserIsEncrypted() {
    Visitor behindProxy = Visitor.at(one).sends("X-Forwarded-Proto", "https").sends("X-Forwarded-Host", "stile.example.org");

    HttpResponse<String> page = behindProxy.get("/");

    assertThat(page.headers().firstValue("Strict-Transport-Security")).hasValueSatisfying(value -> assertThat(value).contains("max-age=31536000"));
    assertThat(page.headers().firstValue("Location")).contains("https://stile.example.org/sign-in");
  }

  @Test
  void writesEachLineOfTheLogAsJsonWithTheCallAndTheUserInIt() throws IOException {
    ada.goesTo(one).sends("X-Request-Id", "call-of-this-test").get("/requests/SR-1000426");

    JsonNode line = await().until(() -> lines(one).filter(each -> each.path("correlation").asText().equals("call-of-this-test")).findFirst(),
        Optional::isPresent).get();
    assertThat(line.path("request").asText()).isEqualTo("SR-1000426");
    assertThat(line.path("user").asText()).isIn("ada", "eve");
    assertThat(line.path("message").asText()).contains("GET 404 /requests/SR-1000426");
    assertThat(line.at("/service/name").asText()).isEqualTo("stile");
  }

  private static Stream<JsonNode> lines(Node node) {
    return node.output().lines().filter(line -> !line.isBlank()).map(line -> {
      try {
        return new ObjectMapper().readTree(line);
      } catch (IOException noJson) {
        throw new AssertionError("No JSON: " + line, noJson);
      }
    });
  }

  @Test
  void writesNoPasswordIntoTheLog() {
    ada.goesTo(one).post("/account/password", "present", "wrong-Secret-2", "chosen", "four-loud-Secret-3", "again", "five");
    Visitor.at(one).signIn("ada", "guessed-Secret-4");

    assertThat(one.output() + other.output()).doesNotContain("Secret", OWN_PASSWORD, Production.FIRST_PASSWORD, "{bcrypt}");
  }

  @Test
  void tellsWhoeverGuidesVisitorsWhetherTheDatabaseIsThere() throws Exception {
    postgres.stop();
    try {
      await().atMost(PATIENCE).until(() -> one.status("/actuator/health/readiness") == 503);
      assertThat(one.status("/actuator/health/liveness")).as("nobody need restart it").isEqualTo(200);
      assertThat(checkOfTheContainer(one)).as("exit code").isNotZero();
    } finally {
      postgres.startAgain();
    }
    await().atMost(PATIENCE).until(() -> ready(one) && ready(other));
    assertThat(ada.goesTo(one).get("/account").statusCode()).isEqualTo(200);
    assertThat(checkOfTheContainer(one)).as("exit code").isZero();
  }

  private static int checkOfTheContainer(Node node) throws IOException, InterruptedException {
    ProcessBuilder check = new ProcessBuilder("src/main/docker/healthcheck.sh");
    check.environment().put("SERVER_PORT", String.valueOf(node.port()));
    return check.start().waitFor();
  }
}
