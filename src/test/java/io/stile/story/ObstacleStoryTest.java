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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** One key from a task reports what stops from serving; a colleague joins; both read what comes of it. */
@StileTest
class ObstacleStoryTest {

  @RegisterExtension
  final Browsers browsers = new Browsers();
  @Autowired
  Requesting people;

  @Test
  void isReportedWithOneKeyAndJoinedWithOneClick() {
    Request swap = people.phoneSwap();
    long task = people.task(swap, "UserTask_AgreePlanChange").id();
    Person mara = browsers.signIn("front1").opens("/tasks/" + task);
    mara.page().locator("h1").waitFor();
    mara.presses("o");
    mara.page().waitForURL("**/obstacles/new");
    assertThat(mara.page().locator("#request")).hasValue(swap.number().value());
    mara.types("The plan table in the tool is empty since this morning").presses("Tab", "ArrowDown");
    mara.page().getByLabel("A tool or a program").check();
    mara.screenshots("obstacle-report");
    mara.expectsAccessible();
    mara.expectsToFitAPhone();
    mara.presses("Control+Enter");
    mara.page().waitForURL("**/tasks/" + task);
    assertThat(mara.page().locator(".messages")).containsText("owns it and owes you an answer");

    Person lukas = browsers.signIn("front2").opens("/obstacles/new");
    lukas.page().locator("#what").fill("empty plan table");
    Locator known = lukas.page().locator("#similar li").filter(new Locator.FilterOptions().setHasText("The plan table in the tool is empty"));
    known.getByRole(AriaRole.BUTTON).click();
    assertThat(lukas.page().locator(".messages")).containsText("You joined");
    lukas.opens("/obstacles");
    Locator row = lukas.page().locator("tr").filter(new Locator.FilterOptions().setHasText("The plan table in the tool is empty"));
    assertThat(row).containsText("2 people, 2 times");
    lukas.screenshots("obstacles");
    lukas.expectsAccessible();
    lukas.expectsToFitAPhone();
    row.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("The plan table")).click();
    assertThat(lukas.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Whom it stops"))).containsText("Amara Diallo");
    lukas.screenshots("obstacle");
    lukas.expectsAccessible();
  }
}
