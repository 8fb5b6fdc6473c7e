package io.stile.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.stile.customer.Customer;
import io.stile.customer.Customers;
import io.stile.customer.NewCustomer;
import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.testkit.Browsers;
import io.stile.testkit.Person;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.work.Claims;
import io.stile.work.Task;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** A mistake is taken back, a slip is corrected, and the customer wants something else, too. */
@StileTest
class SecondThoughtsStoryTest {

  @RegisterExtension
  final Browsers browsers = new Browsers();
  @Autowired
  Requesting people;
  @Autowired
  Requests requests;
  @Autowired
  Customers customers;
  @Autowired
  Claims claims;

  @Test
  void takesATaskBackRightAfterItWasDone() {
    Request swap = people.phoneSwap();
    people.complete(swap, "UserTask_AgreePlanChange", "front1", Map.of("newPlan", "medium", "dataOption", "none"));
    Task plan = claims.claim(people.task(swap, "UserTask_ChangePlanAndDataOption").id(), "billing1");
    Person priya = browsers.signIn("billing1").opens("/tasks/" + plan.id());
    Page page = priya.page();
    assertThat(page.locator("stile-form[ready], #complete").first()).isVisible();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Complete"))).click();
    assertThat(page.locator("#messages")).containsText("is done");
    priya.screenshots("take-back-offer");
    priya.expectsAccessible();
    priya.expectsToFitAPhone();

    page.locator("#messages").getByRole(AriaRole.BUTTON).click();

    page.waitForURL("**/tasks/" + plan.id());
    assertThat(page.locator("#messages")).containsText("is open again, as it was");
    assertThat(people.task(swap, "UserTask_ChangePlanAndDataOption").assignee()).isEqualTo("billing1");
  }

  @Test
  void aDoneTaskSaysWhatStandsInTheWay() {
    Request swap = people.phoneSwap();
    people.complete(swap, "UserTask_AgreePlanChange", "front1", Map.of("newPlan", "medium", "dataOption", "none"));
    Person amara = browsers.signIn("front1").opens("/requests/" + swap.number());
    assertThat(amara.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Take back")))).isVisible();
    amara.screenshots("take-back-request");
    amara.expectsAccessible();
    claims.claim(people.task(swap, "UserTask_ReserveHandset").id(), "logistics1");

    amara.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Take back"))).click();

    assertThat(amara.page().locator("#conflict")).containsText("“Reserve the handset” is not untouched any more");
    amara.screenshots("take-back-refused");
    amara.expectsAccessible();
  }

  @Test
  void correctsASlipInTheSameForm() {
    Request swap = people.phoneSwap();
    Person amara = browsers.signIn("front1").opens("/requests/" + swap.number());
    Page page = amara.page();
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Correct: Phone swap")).click();
    assertThat(page.locator("stile-form[ready]")).isVisible();
    amara.screenshots("correction");
    amara.expectsAccessible();
    amara.expectsToFitAPhone();
    page.getByLabel("Collect it in the shop").check();
    page.fill("#reason", "I misheard.");

    page.locator("#reason").focus();
    amara.presses("Control+Enter");

    page.waitForURL("**/requests/" + swap.number());
    assertThat(page.locator("#messages")).containsText("It is corrected");
    assertThat(page.locator("main")).containsText("I misheard.");
  }

  @Test
  void movesARequestToTheRightCustomer() {
    Request swap = people.phoneSwap();
    Customer right = customers.add(new NewCustomer("Xaver Rightmost", null, null, null));
    Person amara = browsers.signIn("front1").opens("/requests/" + swap.number());
    Page page = amara.page();
    page.getByText("Correct the customer").click();
    page.fill("#find", "Xaver Rightmost");
    amara.presses("Enter");
    page.locator(".hits a").first().click();
    amara.screenshots("wrong-customer");
    amara.expectsAccessible();
    amara.expectsToFitAPhone();
    page.fill("#reason", "Wrong Tess.");

    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Move it")).click();

    page.waitForURL("**/requests/" + swap.number());
    assertThat(page.locator("h1")).containsText("Xaver Rightmost");
    assertThat(people.now(swap).customer()).isEqualTo(right.id());
  }

  @Test
  void asksNothingTwiceForASecondRequestFromTheSameCall() {
    Customer customer = people.customerInGoodStanding();
    Person amara = browsers.signIn("front1").opens("/intake/%d?type=billing-dispute".formatted(customer.id()));
    Page page = amara.page();
    Request first = people.phoneSwap(customer, "front1");
    amara.opens("/intake/%d?from=%s".formatted(customer.id(), first.number()));
    amara.types("bi").presses("Enter");

    page.waitForURL(Pattern.compile("type=billing-dispute"));
    assertThat(page.locator("stile-form[ready]")).isVisible();
    assertThat(page.locator("#told")).hasValue(first.told());
    assertThat(page.locator("input[name=interaction]")).hasValue(String.valueOf(first.interaction()));
    amara.screenshots("second-request");
    amara.expectsAccessible();
  }
}
