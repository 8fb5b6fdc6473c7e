package io.stile.migration;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.stile.request.Request;
import io.stile.testkit.Browsers;
import io.stile.testkit.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MigrationBrowserTest extends MigrationStory {

  @RegisterExtension
  final Browsers browsers = new Browsers();

  @Test
  void aProcessOwnerMapsAStepThatIsGoneTriesAndWatchesTheRequestsMove() {
    SwapModel swap = published();
    Request ships = standingOn(swap, SHIP);
    standingOn(swap, CHANGE_PLAN);
    Request late = standingOn(swap, AGREE);
    letRunLate(late, AGREE);
    publish(MoveRequestsTest.withoutShipping(swap).property(RESERVE, "sla", "PT2H"));
    Person owner = browsers.signIn("owner.phone-swap").opens("/studio/" + swap.key() + "/running");
    Page page = owner.page();
    owner.screenshots("running-requests");
    owner.expectsAccessible();
    owner.expectsToFitAPhone();

    button(page, "Try it, without moving any").click();
    assertThat(page.locator("main")).containsText("2 of 3 requests move to version 2; 1 stays.");
    owner.screenshots("running-requests-tried");
    owner.expectsAccessible();
    owner.expectsToFitAPhone();

    page.getByLabel("Ship or hand out the handset goes to").selectOption("UserTask_DeliverPhone");
    button(page, "Try it, without moving any").click();
    assertThat(page.locator("main")).containsText("3 of 3 requests move to version 2.");
    button(page, "Move 3").click();

    assertThat(page.locator("#progress")).containsText("0 of 3 had their turn");
    owner.screenshots("migration-begun");
    work.work(10);
    assertThat(page.locator("#progress")).containsText("3 of 3 had their turn: 3 moved, 0 stayed");
    owner.screenshots("migration-done");
    owner.expectsAccessible();
    owner.expectsToFitAPhone();
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(ships.number().value())).click();
    assertThat(page.locator("main")).containsText("The request now follows version 2 of");
    owner.screenshots("migration-request");
  }

  @Test
  void aProcessOwnerGivesWhatRequestsWereNeverAsked() {
    SwapModel swap = published();
    Request past = standingOn(swap, ACTIVATE);
    publish(NeverAskedTest.asking(swap));
    Person owner = browsers.signIn("owner.phone-swap").opens("/studio/" + swap.key() + "/running");
    Page page = owner.page();
    assertThat(page.locator("main")).containsText("What requests were never asked");
    page.getByLabel("Deposit in cents").fill("twelve");
    button(page, "Try it, without moving any").click();
    assertThat(page.locator("main")).containsText("Expected a number");
    owner.screenshots("running-requests-never-asked");
    owner.expectsAccessible();
    owner.expectsToFitAPhone();

    page.getByLabel("Deposit paid").selectOption("yes");
    page.getByLabel("Deposit in cents").fill("12");
    button(page, "Try it, without moving any").click();
    assertThat(page.locator("main")).containsText("1 of 1 request moves to version 2.");
    button(page, "Move 1").click();
    work.work(10);
    assertThat(page.locator("#progress")).containsText("Deposit paid is “Yes, paid”");
    assertThat(page.locator("#progress")).containsText(past.number().value());
    owner.screenshots("migration-given");
    owner.opens("/studio/escalation/running");
    owner.screenshots("running-protocol");
    owner.expectsAccessible();
    owner.expectsToFitAPhone();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }
}
