package io.stile.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.stile.customer.DeviceClass;
import io.stile.request.Request;
import io.stile.testkit.Browsers;
import io.stile.testkit.Person;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** A customer who comes back tells it once: it is seen while somebody types, logged there, and its owner deals with it. */
@StileTest
class ToldOnceStoryTest {

  @RegisterExtension
  final Browsers browsers = new Browsers();
  @Autowired
  Requesting people;

  @Test
  void aClosedRequestIsFoundWhileTypingAndOpenedAgain() {
    Request closed = people.phoneSwap(people.customerWith(LocalDate.parse("2021-05-01"), 9_900L, DeviceClass.STANDARD), "front1");
    people.complete(closed, "UserTask_ExplainWhyNot", "front1", Map.of());

    Person colleague = browsers.signIn("front2").opens("/intake/" + closed.customer() + "?type=billing-dispute");
    assertThat(colleague.page().locator("#similar section")).hasCount(0);
    colleague.page().getByLabel("What does the customer say?").focus();
    colleague.types("My phone is too slow, and I still want the new one.");
    assertThat(colleague.page().locator("#similar")).containsText(closed.number().value());
    assertThat(colleague.page().getByLabel("What does the customer say?")).isFocused();
    colleague.screenshots("told-once-similar");
    colleague.expectsAccessible();
    colleague.expectsToFitAPhone();

    colleague.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("and open it again")).focus();
    colleague.presses("Enter");
    assertThat(colleague.page().locator(".messages")).containsText("is open again");
    assertThat(colleague.page().locator("main")).containsText("2nd contact");
    assertThat(colleague.page().locator("main")).containsText("I still want the new one");
    colleague.screenshots("told-once-open-again");
    colleague.expectsAccessible();
    colleague.expectsToFitAPhone();

    Person owner = browsers.signIn("front1").opens("/");
    assertThat(owner.page().getByText("2nd contact").first()).isVisible();
    owner.screenshots("told-once-my-work");
    owner.expectsAccessible();
    owner.opens("/tasks/" + people.task(closed, "UserTask_DealWithCustomer").id());
    assertThat(owner.page().locator(".known")).containsText("The last contact");
    owner.screenshots("told-once-task");
    owner.expectsAccessible();
    owner.expectsToFitAPhone();
  }
}
