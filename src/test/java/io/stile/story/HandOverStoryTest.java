package io.stile.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.stile.request.Request;
import io.stile.testkit.Browsers;
import io.stile.testkit.Person;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** A request is offered, declined in favour of somebody better, offered again and accepted; its owner is known all the time. */
@StileTest
class HandOverStoryTest {

  @RegisterExtension
  final Browsers browsers = new Browsers();
  @Autowired
  Requesting people;

  @Test
  void travelsFromPersonToPersonAndIsNeverNobodys() {
    Request swap = people.phoneSwap();
    String address = "/requests/" + swap.number();
    Person amara = browsers.signIn("front1").opens(address);
    Person priya = browsers.signIn("billing1");
    Person tomas = browsers.signIn("billing2");

    offersByKeyboard(amara);
    assertThat(amara.page().locator(".alert.offer")).containsText("Offered to Priya Raman");
    amara.screenshots("hand-over-offered");
    amara.expectsAccessible();
    amara.expectsToFitAPhone();

    declines(priya, swap);
    assertThat(people.now(swap).owner()).isEqualTo("front1");

    amara.opens(address);
    assertThat(amara.page().locator(".alert.warn.offer")).containsText("Not my field");
    amara.screenshots("hand-over-declined");
    amara.expectsAccessible();
    amara.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Offer it to Tomás Herrera instead")).click();
    assertThat(amara.page().locator(".alert.offer").first()).containsText("Offered to Tomás Herrera");

    tomas.opens("/");
    assertThat(tomas.page().locator("#offered")).isVisible();
    tomas.screenshots("hand-over-my-work");
    tomas.expectsAccessible();
    tomas.expectsToFitAPhone();
    tomas.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Accept " + swap.number())).focus();
    tomas.presses("Enter");

    tomas.page().waitForURL("**" + address);
    assertThat(tomas.page().locator("#messages")).containsText("You own " + swap.number() + " now");
    assertThat(people.now(swap).owner()).isEqualTo("billing2");
    assertThat(amara.opens(address).page().locator(".rq-facts .owner")).containsText("Tomás Herrera");
    assertThat(amara.opens("/notices").page().locator("main")).containsText("Tomás Herrera owns " + swap.number() + " now");
  }

  @Test
  void severalAreChosenOnTheFirstPageAndEachHasItsResult() {
    Request one = people.phoneSwap(people.customerInGoodStanding(), "front6");
    Request other = people.phoneSwap(people.customerInGoodStanding(), "front6");
    Person nadia = browsers.signIn("front6").opens("/");
    Page page = nadia.page();
    for (Request request : List.of(one, other)) {
      page.getByLabel("Choose %s to hand it over".formatted(request.number())).focus();
      nadia.presses("Space");
    }
    nadia.screenshots("hand-over-choose");
    nadia.expectsAccessible();
    nadia.expectsToFitAPhone();
    page.locator("header button", new Page.LocatorOptions().setHasText("Hand over")).click();
    page.waitForURL("**/hand-overs/new**");
    page.locator("#offer-to").fill("Logistics (department)");
    page.locator("#offer-why").fill("My last day");
    nadia.screenshots("hand-over-several");
    nadia.expectsAccessible();
    nadia.expectsToFitAPhone();

    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Offer them")).click();

    assertThat(page.locator(".offers li")).hasCount(2);
    assertThat(page.locator(".offers")).containsText("offered to");
    nadia.screenshots("hand-over-results");
    nadia.expectsAccessible();
    nadia.expectsToFitAPhone();
  }

  /** Without the mouse: open the form, choose, type, send. */
  private static void offersByKeyboard(Person amara) {
    Page page = amara.page();
    page.locator("summary", new Page.LocatorOptions().setHasText("Hand over")).focus();
    amara.presses("Enter");
    page.locator("#offer-to").fill("Priya Raman (billing1)");
    page.locator("#offer-to").focus();
    amara.presses("Tab").types("I am on the early shift").presses("Tab").types("Call her when the SIM works");
    amara.presses("Tab").presses("Enter");
    assertThat(page.locator("#messages")).containsText("is offered to Priya Raman");
  }

  /** In the form of the task, as any other work. */
  private void declines(Person priya, Request swap) {
    Page page = priya.opens("/tasks/" + people.task(swap, "UserTask_AnswerHandOver").id()).page();
    assertThat(page.locator(".alert.offer")).containsText("Left to do: Call her when the SIM works");
    assertThat(page.locator("stile-form[ready]")).isVisible();
    page.getByLabel("No", new Page.GetByLabelOptions().setExact(true)).check();
    page.getByLabel("Why not?").fill("Not my field");
    priya.screenshots("hand-over-task");
    priya.expectsAccessible();
    page.getByLabel("Or a better colleague").click();
    page.keyboard().type("Tom");
    page.keyboard().press("Enter");
    page.locator("#complete button.b-p").click();
    page.waitForURL(url -> !url.contains("/tasks/"));
  }
}
