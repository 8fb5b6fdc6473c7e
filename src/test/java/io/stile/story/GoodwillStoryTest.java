package io.stile.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.stile.request.Request;
import io.stile.testkit.Browsers;
import io.stile.testkit.Person;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** More goodwill than one may give: asked for with the keyboard, approved with one click. */
@StileTest
class GoodwillStoryTest {

  @RegisterExtension
  final Browsers browsers = new Browsers();
  @Autowired
  Requesting people;

  @Test
  void aColleagueAsksAndTheLeadApproves() {
    Request swap = people.phoneSwap();
    Person colleague = browsers.signIn("front1").opens("/requests/" + swap.number());
    colleague.page().getByText("Give goodwill").focus();
    colleague.presses("Enter", "Tab").types("35,00").presses("Tab").types("The first handset was broken on arrival")
        .presses("Tab", "Enter");
    assertThat(colleague.page().locator(".messages")).containsText("35.00 EUR is more than you may give");
    assertThat(colleague.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Goodwill and credits")))
        .containsText("decides");
    colleague.screenshots("goodwill-asked");
    colleague.expectsAccessible();
    colleague.expectsToFitAPhone();

    long step = people.task(swap, "UserTask_ApproveGoodwill").id();
    Person lead = browsers.signIn("front.lead").opens("/tasks/" + step);
    assertThat(lead.page().locator(".do")).containsText("The first handset was broken on arrival");
    lead.page().locator("stile-form input[type=radio]").first().waitFor();
    lead.screenshots("goodwill-decision");
    lead.expectsAccessible();
    lead.expectsToFitAPhone();
    lead.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete")).first().click();

    lead.opens("/requests/" + swap.number());
    assertThat(lead.page().locator("main")).containsText("granted the customer 35.00 EUR");
    assertThat(lead.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Approve it"))).hasCount(0);
  }
}
