package io.stile.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.stile.request.Request;
import io.stile.testkit.Browsers;
import io.stile.testkit.Person;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Three at once: a back-office employee whom the customer reaches helps him, the owner sees it, a colleague takes him over. */
@StileTest
class AnyDoorStoryTest {

  @RegisterExtension
  final Browsers browsers = new Browsers();
  @Autowired
  Requesting people;

  @Test
  void helpsACustomerOfAnotherDepartmentAndIsBackAtHisOwnWorkWithOneKey() {
    Request swap = people.phoneSwap();
    Person billing = browsers.signIn("billing1").opens("/queues/billing");
    billing.page().locator("h1").waitFor();
    billing.presses("/").types(swap.number().value()).presses("Enter");
    billing.page().waitForURL("**/requests/" + swap.number());
    billing.opens("/customers/" + swap.customer());
    assertThat(billing.page().locator(".read-out")).containsText("Your owner is Amara Diallo; you will hear by");
    billing.screenshots("any-door-customer");
    billing.expectsAccessible();
    billing.expectsToFitAPhone();
    Person owner = browsers.signIn("front1").opens("/");
    billing.page().locator("#conversation summary").click();
    billing.page().locator("#whom").focus();
    assertThat(billing.page().locator("#whom-found option").first()).hasAttribute("value", Pattern.compile(".+ \\(department\\)"));
    billing.screenshots("any-door-customer-conversation");
    billing.expectsToFitAPhone();
    billing.page().locator("#said").fill("When will it come?");
    billing.page().locator("#request").selectOption(swap.number().value());
    billing.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log it")).click();
    assertThat(billing.page().locator(".messages")).containsText("logged");
    owner.opens("/");
    assertThat(owner.page().locator("tr").filter(new Locator.FilterOptions().setHasText(swap.number().value())).last()).containsText("New contact");

    billing.opens("/requests/" + swap.number());
    billing.page().getByText("Hand the conversation over").click();
    billing.page().getByLabel("To whom?").fill("Front office (department)");
    billing.page().getByLabel("What should they know").fill("She has the bill in front of her");
    billing.screenshots("any-door-offer");
    billing.expectsAccessible();
    billing.expectsToFitAPhone();
    billing.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ask to take over")).click();
    Locator standing = billing.page().locator("#conversation-standing");
    assertThat(standing).containsText("You have asked Front office");

    Person front = browsers.signIn("front2").opens("/requests/" + swap.number());
    front.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("I take it")).click();
    assertThat(front.page().locator(".messages")).containsText("The conversation is yours");

    assertThat(standing).containsText("Lukas Brandt took the conversation over");
    billing.screenshots("any-door-taken");
    billing.presses("b");
    billing.page().waitForURL("**/queues/billing");
  }
}
