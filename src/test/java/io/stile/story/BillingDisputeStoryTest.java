package io.stile.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.stile.customer.Customer;
import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.testkit.Browsers;
import io.stile.testkit.Person;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** A customer disputes a charge: credited in the same call, or carried through billing and finance. */
@StileTest
class BillingDisputeStoryTest {

  @RegisterExtension
  final Browsers browsers = new Browsers();
  @Autowired
  Requesting people;
  @Autowired
  Requests requests;

  @Test
  void creditsWithinAuthorityWhileTheCustomerIsOnThePhone() {
    Person amara = browsers.signIn("front1");
    Request dispute = opens(amara, "1500");
    amara.page().waitForURL(Pattern.compile("/tasks/\\d+$"));
    assertThat(amara.page().locator("h1")).containsText("Tell the customer about the credit");
    assertThat(amara.page().locator(".spoken p")).containsText("Your request is " + dispute.number());
    amara.screenshots("dispute-at-once");
    amara.expectsAccessible();

    new TaskWork(amara).completes();

    assertThat(people.now(dispute).outcome()).isEqualTo("Credited at once");
    amara.opens("/requests/" + dispute.number());
    assertThat(amara.page().locator("main")).containsText("granted the customer 15.00 EUR");
  }

  @Test
  void carriesWhatIsAboveAuthorityThroughBillingAndFinance() {
    Person amara = browsers.signIn("front1");
    Request dispute = opens(amara, "30000");
    String number = dispute.number().value();
    new TaskWork(browsers.signIn("billing1")).claimsFrom("billing", number, "Investigate the charge")
        .ticks("Yes").completes();
    new TaskWork(browsers.signIn("finance1")).claimsFrom("finance", number, "Approve the credit").ticks("Yes").completes();
    new TaskWork(browsers.signIn("billing2")).claimsFrom("billing", number, "Post the credit").completes();
    new TaskWork(amara).opensFromMyWork(number, "Explain the outcome to the customer");
    amara.screenshots("dispute-explain");
    amara.expectsAccessible();
    new TaskWork(amara).completes();

    assertThat(people.now(dispute).outcome()).isEqualTo("Credited after investigation");
    amara.opens("/requests/" + number);
    assertThat(amara.page().locator("main")).containsText("granted the customer 300.00 EUR");
    assertThat(amara.page().locator("stile-diagram svg").first()).isVisible();
    amara.screenshots("dispute-closed");
    amara.expectsAccessible();
    amara.expectsToFitAPhone();
  }

  @Test
  void saysHowMuchGoodwillIsLeftAndKeepsWhatWasTyped() {
    Person amara = browsers.signIn("front1");
    Request dispute = opens(amara, "30000");
    new TaskWork(browsers.signIn("billing1")).claimsFrom("billing", dispute.number().value(), "Investigate the charge")
        .ticks("No, the charge stands").completes();
    TaskWork work = new TaskWork(amara).opensFromMyWork(dispute.number().value(), "Explain why the charge stands")
        .ticks("Is offered goodwill").enters("Goodwill, in cents*", "2500").enters("What else the customer said", "Is cross.")
        .isRefused("25.00 EUR is more than you may grant; at most 20.00 EUR is left");
    assertThat(amara.page().getByLabel("What else the customer said")).hasValue("Is cross.");
    amara.screenshots("dispute-goodwill-refused");
    amara.expectsAccessible();

    work.enters("Goodwill, in cents*", "2000").completes();

    assertThat(people.now(dispute).outcome()).isEqualTo("Goodwill granted");
  }

  @Test
  void showsTheProcessOwnerModelAndLimits() {
    Person samuel = browsers.signIn("owner.billing-dispute").opens("/models/billing-dispute");
    samuel.page().locator("stile-diagram[ready]").waitFor();
    samuel.screenshots("dispute-model");
    samuel.expectsAccessible();
    samuel.opens("/models").page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Credit authority")).click();
    samuel.page().waitForURL("**/decisions/credit-authority");
    samuel.screenshots("credit-authority");
    samuel.expectsAccessible();
    samuel.expectsToFitAPhone();
  }

  private Request opens(Person front, String cents) {
    Customer customer = people.customerInGoodStanding();
    Page page = front.opens("/intake/" + customer.id() + "?type=billing-dispute").page();
    assertThat(page.locator("stile-form[ready]")).isVisible();
    page.fill("#told", "I did not order that.");
    page.selectOption("[name=method]", "PASSWORD");
    page.selectOption("[name=result]", "PASSED");
    page.locator(".fjs-form-field-number input").first().fill(cents);
    page.locator(".fjs-form-field-select").nth(1).locator(".fjs-input-group").click();
    page.locator(".fjs-dropdownlist-item").getByText("Not ordered").click();
    front.screenshots("dispute-start");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Open the request"))).click();
    page.waitForURL(Pattern.compile("/(tasks|requests)/.+$"));
    return requests.ofCustomer(customer.id(), 1).get(0);
  }
}
