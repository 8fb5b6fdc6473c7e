package io.stile.survival;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import io.stile.api.ApiClient;
import io.stile.testkit.Browsers;
import io.stile.testkit.Node;
import io.stile.testkit.OwnPostgres;
import io.stile.testkit.Person;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** PostgreSQL is stopped under the running application, and started again; the application is not. */
class StoppedDatabaseTest {

  private static OwnPostgres postgres;
  private static Node node;

  @RegisterExtension
  final Browsers browsers = new Browsers(() -> node.address());

  private ApiClient api;
  private Aftermath aftermath;

  @BeforeAll
  static void start() {
    postgres = OwnPostgres.start();
    node = Node.on(postgres.database()).property("stile.mail.poll", "100ms").start();
  }

  @AfterAll
  static void stop() {
    node.close();
    postgres.close();
  }

  @Test
  void answersHonestlyKeepsWhatPeopleTypeAndRecovers() {
    api = new ApiClient(node.port());
    aftermath = new Aftermath(postgres.database());
    long customer = aftermath.customers().get(0);
    String earlier = open(customer);
    Person amara = fillsInARequest(customer);
    Person lukas = browsers.signIn("front2").opens("/people");

    postgres.stop();

    programsGetAProblemAndProbesAnAnswer();
    lukas.opens("/requests/" + earlier);
    assertThat(lukas.page().locator("h1")).hasText("Stile cannot reach its database");
    assertThat(lukas.page().evaluate("() => document.styleSheets.length")).as("style sheets of the page").isNotEqualTo(0);
    send(amara.page());
    assertThat(amara.page().locator("main")).containsText("What you have just sent is kept on this page.");
    assertThat(amara.page().locator("main")).containsText("Mine fell.");
    amara.screenshots("outage-sent");
    amara.expectsAccessible();
    amara.expectsToFitAPhone();
    lukas.screenshots("outage-read");
    lukas.expectsAccessible();

    postgres.startAgain();

    await().atMost(Duration.ofSeconds(30)).untilAsserted(() ->
        assertThat(node.status("/actuator/health/readiness")).as("readiness").isEqualTo(200));
    await().atMost(Duration.ofSeconds(60)).ignoreException(PlaywrightException.class).untilAsserted(() -> sendAgain(amara.page()));
    assertThat(amara.page().locator(".spoken p")).containsText("Your request is");
    assertThat(aftermath.count("request where told = 'Mine fell.'")).isEqualTo(1);
    lukas.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Try again")).click();
    assertThat(lukas.page().locator("h1")).not().hasText("Stile cannot reach its database");

    everythingGoesOn(customer);
    assertThat(node.isRunning()).isTrue();
  }

  private String open(long customer) {
    ApiClient.Answer opened = api.post("front1", "/api/v1/requests", Map.of("type", "billing-dispute", "customer", customer, "channel",
        "phone", "told", "Too much", "data", Map.of("amountCents", 50_000, "disputedFor", "not-ordered")));
    assertThat(opened.status()).as(opened.body().toString()).isEqualTo(201);
    return opened.text("/number");
  }

  private Person fillsInARequest(long customer) {
    Person amara = browsers.signIn("front1").opens("/intake/" + customer + "?type=phone-swap");
    Page page = amara.page();
    assertThat(page.locator("stile-form[ready]")).isVisible();
    page.fill("#told", "Mine fell.");
    page.selectOption("#method", "CODE");
    page.selectOption("#result", "PASSED");
    Locator field = page.locator(".fjs-form-field-select").filter(new Locator.FilterOptions().setHasText("Handset that the customer wants"));
    field.locator(".fjs-input-group").click();
    field.locator(".fjs-dropdownlist-item").filter(new Locator.FilterOptions().setHasText("Pebble 2 (basic)")).click();
    page.getByLabel("Collect it in the shop").check();
    return amara;
  }

  private static void send(Page page) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Open the request")).click();
  }

  /** The pool pauses up to five seconds between its attempts to connect: what is sent meanwhile is kept on the page again. */
  private static void sendAgain(Page page) {
    Locator again = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send it again"));
    if (again.isVisible()) {
      again.click();
    }
    assertThat(page).hasURL(Pattern.compile("/(tasks/\\d+|requests/)"));
  }

  private void programsGetAProblemAndProbesAnAnswer() {
    await().atMost(Duration.ofSeconds(30)).untilAsserted(() ->
        assertThat(node.status("/actuator/health/readiness")).as("readiness").isEqualTo(503));
    assertThat(node.status("/actuator/health/liveness")).as("liveness").isEqualTo(200);
    for (ApiClient.Answer answer : new ApiClient.Answer[] {api.get("front1", "/api/v1/requests"),
        api.get("front3", "/api/v1/requests"),
        api.post("front1", "/api/v1/requests", Map.of("type", "phone-swap"), "key-of-the-outage")}) {
      assertThat(answer.status()).as(answer.body().toString()).isEqualTo(503);
      assertThat(answer.text("/type")).isEqualTo("urn:stile:problem:unavailable");
      assertThat(answer.contentType()).startsWith("application/problem+json");
      assertThat(answer.header("Retry-After")).isEqualTo("10");
      assertThat(answer.header("WWW-Authenticate")).isEmpty();
    }
  }

  /** Whoever does something by himself has come back, too: job executor, listeners, sender of mail. */
  private void everythingGoesOn(long customer) {
    String number = open(customer);
    aftermath.makeWarningDue(number);
    await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
        aftermath.count("journal where kind = 'TASK_WARNED' and request = '" + number + "'")).as("warnings").isEqualTo(1));
    aftermath.awaitCalm();
    assertThat(aftermath.count("mail where event like 'warned:%' and sent_at is not null")).as("mail about it").isEqualTo(1);
    assertThat(aftermath.count("mail where event = 'opened:" + number + "' and sent_at is not null")).isEqualTo(1);
  }
}
