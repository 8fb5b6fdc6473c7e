package io.stile.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.stile.customer.Customer;
import io.stile.customer.Customers;
import io.stile.customer.NewCustomer;
import io.stile.request.Answers;
import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.testkit.Browsers;
import io.stile.testkit.Person;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** A customer calls: the way from the search field to the sentence that is read to him. */
@StileTest
class IntakeStoryTest {

  @RegisterExtension
  final Browsers browsers = new Browsers();
  @Autowired
  Customers customers;
  @Autowired
  Requests requests;
  @Autowired
  Answers answers;
  @Autowired
  Requesting people;

  @Test
  void opensAPhoneSwapWithTheKeyboardOnly() {
    Person amara = browsers.signIn("front1");
    Page page = amara.page();

    amara.presses("n");
    page.waitForURL("**/intake");
    amara.expectsFocus("q");
    amara.types("ada sto");
    assertThat(page.locator("#hits a").first()).containsText("Ada Stone");
    amara.presses("ArrowDown", "Enter");

    page.waitForURL(Pattern.compile("/intake/\\d+$"));
    amara.expectsFocus("find");
    amara.types("ph").presses("Enter");

    page.waitForURL("**?type=phone-swap");
    assertThat(page.locator("stile-form[ready]")).isVisible();
    amara.expectsFocus("told");
    amara.types("My phone is too slow. I want the new one.").presses("Tab").types("Cu").presses("Tab").types("P");
    amara.presses("Tab", "Tab", "Tab");
    assertThat(page.locator(".fjs-dropdownlist")).containsText("Aurora 5 Pro");
    amara.settles().presses("ArrowDown").settles().presses("Enter").settles().presses("Tab", "Space");
    amara.presses("Control+Enter");

    page.waitForURL(Pattern.compile("/tasks/\\d+$"));
    Request request = newestOf("Ada Stone");
    assertThat(page.locator(".spoken p")).hasText(Pattern.compile("“Your request is " + request.number()
        + "\\. I, Amara Diallo, am responsible for it, and you will hear from us by .*, at \\d\\d:\\d\\d\\.”"));
    assertThat(page.locator("h1")).containsText("Agree the plan change");
    assertThat(request.told()).isEqualTo("My phone is too slow. I want the new one.");
    assertThat(people.task(request, "UserTask_AgreePlanChange").assignee()).isEqualTo("front1");
    assertThat(answers.latest(request.number().value())).containsEntry("wantedDevice", "aurora-5-pro").containsEntry("delivery", "ship");
    amara.screenshots("intake-sentence");
    amara.expectsAccessible();
  }

  @Test
  void sendsAFormOnceHoweverOftenEnterIsPressed() {
    Customer customer = people.customerInGoodStanding();
    Person amara = browsers.signIn("front1").opens("/customers/" + customer.id());
    amara.page().fill("#said", "Asks how long it takes.");

    // The page is kept from leaving, so that the second press meets the first one on its way.
    Object stopped = amara.page().evaluate("""
        () => {
          const stopped = [];
          window.addEventListener('submit', event => { stopped.push(event.defaultPrevented); event.preventDefault(); });
          const form = document.querySelector('#log form');
          form.requestSubmit();
          form.requestSubmit();
          return stopped;
        }""");

    assertThat(stopped).isEqualTo(List.of(false, true));
  }

  @Test
  void addsSomebodyNewWithTheKeyboardOnly() {
    Person amara = browsers.signIn("front1").opens("/intake");
    Page page = amara.page();

    amara.expectsFocus("q").types("0711 80 90 77");
    assertThat(page.locator("#new-phone")).hasValue("0711 80 90 77");
    amara.presses("Tab").types("Zora Neale").presses("Enter");

    page.waitForURL(Pattern.compile("/intake/\\d+$"));
    assertThat(page.locator("h1")).hasText("Zora Neale");
    amara.expectsFocus("find");
  }

  @Test
  void keepsEverythingThatTheServerRefuses() {
    Customer customer = people.customerInGoodStanding();
    Person amara = browsers.signIn("front1").opens("/intake/" + customer.id() + "?type=phone-swap");
    Page page = amara.page();
    assertThat(page.locator("stile-form[ready]")).isVisible();
    page.fill("#told", "Mine fell.");
    page.selectOption("#method", "NONE");
    page.selectOption("#result", "PASSED");
    choose(page, "Handset that the customer wants", "Pebble 2 (basic)");
    page.getByLabel("Collect it in the shop").check();

    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Open the request")).click();

    assertThat(page.locator("#result-error")).containsText("Not done");
    assertThat(page.locator("stile-form[ready]")).isVisible();
    amara.expectsFocus("result");
    assertThat(page.locator("#told")).hasValue("Mine fell.");
    assertThat(page.getByLabel("Collect it in the shop")).isChecked();
    assertThat(page.locator("stile-form")).containsText("Pebble 2 (basic)");
    amara.expectsAccessible();
  }

  @Test
  void isUsableByEverybodyOnEachPage() {
    customers.add(new NewCustomer("Pia Twofold", "0711 8090 5", "pia@example.org", null));
    customers.add(new NewCustomer("Per Twofold", "0711 8090 5", null, null));
    long ada = idOf("Ada Stone");
    Customer caller = people.customerInGoodStanding();
    people.phoneSwap(caller, "front1");
    people.phoneSwap(caller, "front2");
    Person amara = browsers.signIn("front1");

    looksAt(amara, "/intake", "intake");
    looksAt(amara, "/intake?q=0711 80905", "intake-two");
    looksAt(amara, "/intake?q=Ada Ston", "intake-maybe");
    looksAt(amara, "/intake?q=qqqqq", "intake-nobody");
    looksAt(amara, "/intake/" + caller.id(), "intake-open-requests");
    looksAt(amara, "/intake/" + ada + "?type=phone-swap", "intake-form");
    looksAt(amara, "/customers/" + caller.id(), "customer");
    looksAt(amara, "/customers/" + idOf("Maximiliane Theodora von Schwarzenberg-Hohenfels zu Altenmünster"), "customer-long-name");
  }

  private static void looksAt(Person person, String path, String name) {
    person.opens(path);
    if (path.contains("type=")) {
      assertThat(person.page().locator("stile-form[ready]")).isVisible();
    }
    person.screenshots(name);
    person.expectsAccessible();
    person.expectsToFitAPhone();
  }

  private static void choose(Page page, String label, String option) {
    Locator field = page.locator(".fjs-form-field-select").filter(new Locator.FilterOptions().setHasText(label));
    field.locator(".fjs-input-group").click();
    field.locator(".fjs-dropdownlist-item").filter(new Locator.FilterOptions().setHasText(option)).click();
  }

  private Request newestOf(String customer) {
    return requests.ofCustomer(idOf(customer), 1).get(0);
  }

  private long idOf(String customer) {
    return customers.find(customer, 1).get(0).customer().id();
  }
}
