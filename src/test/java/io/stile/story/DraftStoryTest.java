package io.stile.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.stile.customer.Customer;
import io.stile.draft.Drafts;
import io.stile.request.Requests;
import io.stile.testkit.Browsers;
import io.stile.testkit.Person;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.work.Claims;
import io.stile.work.Task;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever somebody types is there again: after a crash, after a second call, in a second window. */
@StileTest
class DraftStoryTest {

  private static final Pattern KEPT = Pattern.compile("Kept as a draft at \\d\\d:\\d\\d");

  @RegisterExtension
  final Browsers browsers = new Browsers();
  @Autowired
  Requesting people;
  @Autowired
  Requests requests;
  @Autowired
  Drafts drafts;
  @Autowired
  Claims claims;
  @Autowired
  JdbcClient jdbc;

  private Customer customer;

  @BeforeEach
  void nothingBegun() {
    jdbc.sql("delete from draft where employee = 'front1'").update();
    customer = people.customerInGoodStanding();
  }

  @Test
  void goesOnInANewBrowserAfterTheOldOneCrashed() {
    Person amara = browsers.signIn("front1");
    opensSwap(amara);
    amara.page().fill("#told", "My phone fell.");
    amara.page().selectOption("#method", "PASSWORD");
    amara.page().getByLabel("Send it to the customer").check();
    assertThat(state(amara)).hasText(KEPT);
    assertThat(amara.page()).hasURL(Pattern.compile("draft="));
    Awaitility.await().until(() -> drafts.of("front1").get(0).typed().get("answers") instanceof Map<?, ?> answers
        && "ship".equals(answers.get("delivery")));
    // Nothing is sent from there any more, as after a crash.
    amara.page().context().setOffline(true);

    Person again = browsers.signIn("front1");
    Page page = again.page();
    Locator begun = page.locator("section.begun");
    assertThat(begun).containsText("Phone swap for Tess Trial");
    assertThat(begun).containsText("My phone fell.");
    again.screenshots("drafts-my-work");
    again.expectsAccessible();
    again.expectsToFitAPhone();
    page.locator("section.begun li a").focus();
    again.presses("Enter");

    assertThat(page.locator("stile-form[ready]")).isVisible();
    assertThat(page.locator("#told")).hasValue("My phone fell.");
    assertThat(page.locator("#method")).hasValue("PASSWORD");
    assertThat(page.getByLabel("Send it to the customer")).isChecked();
    assertThat(page.locator(".draft-note")).containsText("Restored what you typed");
    again.screenshots("drafts-restored");
    again.expectsAccessible();
    again.expectsToFitAPhone();

    page.selectOption("#result", "PASSED");
    choose(page, "Handset that the customer wants", "Pebble 2 (basic)");
    page.locator("#told").focus();
    again.presses("Control+Enter");
    page.waitForURL(Pattern.compile("/(tasks|requests)/"));
    assertThat(requests.ofCustomer(customer.id(), 5)).singleElement()
        .satisfies(request -> assertThat(request.told()).isEqualTo("My phone fell."));
    again.opens("/");
    assertThat(page.locator("section.begun")).hasCount(0);
  }

  @Test
  void aSecondCallInTheMiddleOfTheFirstHasADraftOfItsOwn() {
    Customer second = people.customerInGoodStanding();
    Person amara = browsers.signIn("front1");
    opensSwap(amara);
    amara.page().fill("#told", "The first call");
    // Goes at once: what was typed last is kept on the way out.
    amara.opens("/intake/%d?type=phone-swap".formatted(second.id()));
    assertThat(amara.page().locator("stile-form[ready]")).isVisible();
    amara.page().fill("#told", "The second call");
    assertThat(state(amara)).hasText(KEPT);

    amara.opens("/");

    assertThat(amara.page().locator("section.begun li")).hasCount(2);
    assertThat(amara.page().locator("section.begun")).containsText("The first call");
    assertThat(amara.page().locator("section.begun")).containsText("The second call");
  }

  @Test
  void theSameDraftInTwoWindowsLosesNothing() {
    Person amara = browsers.signIn("front1");
    opensSwap(amara);
    Page one = amara.page();
    one.fill("#told", "My phone");
    assertThat(state(amara)).hasText(KEPT);
    Page two = one.context().newPage();
    two.navigate(one.url());
    assertThat(two.locator("stile-form[ready]")).isVisible();

    one.fill("#told", "My phone fell");
    one.locator("#channel").focus();
    assertThat(one.locator("#told")).hasValue("My phone fell");
    Awaitility.await().until(() -> drafts.of("front1").get(0).text("told").equals("My phone fell"));
    two.fill("#told", "My phone is slow");

    assertThat(two.locator("[data-draft-other]")).isVisible();
    assertThat(two.locator("[data-draft-other]")).containsText("You changed this draft in another window");
    assertThat(drafts.of("front1")).extracting(draft -> draft.text("told"))
        .containsExactlyInAnyOrder("My phone fell", "My phone is slow");
    two.fill("#told", "My phone is slow and old");
    Awaitility.await().until(() -> drafts.of("front1").stream()
        .anyMatch(draft -> draft.text("told").equals("My phone is slow and old")));
    assertThat(drafts.of("front1")).hasSize(2);
  }

  @Test
  void theFormOfATaskIsThereAgainUntilOneStartsOver() {
    Task agree = claims.claim(people.task(people.phoneSwap(customer, "front1"), "UserTask_AgreePlanChange").id(), "front1");
    Person amara = browsers.signIn("front1").opens("/tasks/" + agree.id());
    Page page = amara.page();
    assertThat(page.locator("stile-form[ready]")).isVisible();
    page.locator("stile-form textarea").first().fill("Call after six");
    amara.presses("Tab");
    assertThat(state(amara)).hasText(KEPT);

    amara.opens("/tasks/" + agree.id());
    assertThat(page.locator("stile-form[ready]")).isVisible();
    assertThat(page.locator("stile-form textarea").first()).hasValue("Call after six");
    amara.screenshots("drafts-task");
    amara.expectsAccessible();
    amara.expectsToFitAPhone();

    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start over")).click();

    assertThat(page.locator("stile-form[ready]")).isVisible();
    assertThat(page.locator("stile-form textarea").first()).hasValue("");
    assertThat(page.locator(".draft-note")).hasCount(0);
  }

  @Test
  void lookingAtAFormKeepsNothing() {
    Person amara = browsers.signIn("front1");
    opensSwap(amara);

    amara.presses("Tab", "Tab", "Tab", "Tab", "Tab", "Tab");
    amara.opens("/");

    assertThat(amara.page().locator("section.begun")).hasCount(0);
    assertThat(drafts.of("front1")).isEmpty();
  }

  @Test
  void aFormThatWasRefusedGoesOnInTheSameDraft() {
    Person amara = browsers.signIn("front1");
    opensSwap(amara);
    Page page = amara.page();
    page.fill("#told", "Mine fell.");
    page.selectOption("#method", "NONE");
    page.selectOption("#result", "PASSED");
    page.getByLabel("Collect it in the shop").check();
    choose(page, "Handset that the customer wants", "Pebble 2 (basic)");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Open the request")).click();
    assertThat(page.locator("#result-error")).containsText("Not done");
    assertThat(page.locator("stile-form[ready]")).isVisible();

    page.selectOption("#result", "NOT_DONE");

    assertThat(state(amara)).hasText(KEPT);
    assertThat(page.locator("[data-draft-other]")).isHidden();
    assertThat(drafts.of("front1")).singleElement().satisfies(draft -> assertThat(draft.text("result")).isEqualTo("NOT_DONE"));
  }

  @Test
  void whatIsTypedWhileSignedOutIsKeptAfterTheSignIn() {
    Person amara = browsers.signIn("front1");
    opensSwap(amara);
    Page page = amara.page();
    page.context().clearCookies();
    page.fill("#told", "Mine fell.");
    assertThat(page.locator("#signed-out")).isVisible();
    assertThat(state(amara)).containsText("you are signed out");

    Page other = page.context().newPage();
    other.navigate("/sign-in");
    other.fill("#signIn", "front1");
    other.fill("#password", "stile");
    other.press("#password", "Enter");
    other.waitForURL(url -> !url.contains("/sign-in"));

    assertThat(state(amara)).hasText(KEPT);
    assertThat(page.locator("#signed-out")).isHidden();
    assertThat(drafts.of("front1")).singleElement().satisfies(draft -> assertThat(draft.text("told")).isEqualTo("Mine fell."));
  }

  private void opensSwap(Person person) {
    person.opens("/intake/%d?type=phone-swap".formatted(customer.id()));
    assertThat(person.page().locator("stile-form[ready]")).isVisible();
  }

  private static Locator state(Person person) {
    return person.page().locator("[data-draft-state]:not([hidden])");
  }

  private static void choose(Page page, String label, String option) {
    Locator field = page.locator(".fjs-form-field-select").filter(new Locator.FilterOptions().setHasText(label));
    field.locator(".fjs-input-group").click();
    field.locator(".fjs-dropdownlist-item").filter(new Locator.FilterOptions().setHasText(option)).click();
  }
}
