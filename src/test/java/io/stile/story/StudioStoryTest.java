package io.stile.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import io.stile.engine.Model;
import io.stile.engine.Models;
import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.testkit.Browsers;
import io.stile.testkit.Person;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * A process owner changes how work is done, in the browser only: the phone swap gains a step in a new department. It has an application and a
 * database of its own, because it changes a model that the other tests use.
 */
@StileTest
@TestPropertySource(properties = {"stile.migration.moving=true", "stile.migration.every=200ms"})
class StudioStoryTest {

  private static final String OWNER = "owner.phone-swap";
  private static final String STEP = "UserTask_CheckSerialNumber";
  private static final int LIVE = 20;

  @RegisterExtension
  final Browsers browsers = new Browsers();
  @Autowired
  Requesting people;
  @Autowired
  Requests requests;
  @Autowired
  Models models;

  private Page page;

  @Test
  void aStepInANewDepartmentIsDrawnTriedApprovedPublishedAndFollowed() {
    List<Request> live = Stream.generate(people::phoneSwap).limit(LIVE).toList();
    Person admin = browsers.signIn("admin");
    setUpTheDepartment(admin);
    askForASecondPerson(admin);

    Person owner = browsers.signIn(OWNER);
    page = owner.page();
    drawTheStep(owner);
    askOnItsForm(owner);
    askForItInACondition(owner);
    simulate(owner);
    compare(owner);
    askForApproval(owner);
    approve(browsers.signIn("owner.billing-dispute"));
    moveTheLiveOnes(owner);

    Model newest = models.newest("phone-swap").orElseThrow();
    assertThat(newest.number()).isEqualTo(2);
    assertThat(live).allSatisfy(request -> assertThat(people.now(request).model()).isEqualTo(newest.version()));
    startTheTwentyFirst(browsers.signIn("front1"));
    theNewDepartmentHasItsTask(live.get(0));
  }

  private void setUpTheDepartment(Person admin) {
    page = admin.opens("/admin/departments/new").page();
    page.locator("#key").fill("repairs");
    page.locator("#name").fill("Repairs");
    page.locator("#lead").fill("logistics.lead");
    page.locator("#calendar").selectOption("logistics");
    button("Set up the department").click();
    assertThat(page.locator("main")).containsText("Repairs");
  }

  private void askForASecondPerson(Person admin) {
    page = admin.opens("/admin/publishing").page();
    page.getByLabel("Only these:").check();
    page.getByLabel("Phone swap").check();
    button("Save").click();
    assertThat(page.locator(".alert.ok, [role=status]").first()).isVisible();
  }

  private void drawTheStep(Person owner) {
    owner.opens("/studio/phone-swap/diagram");
    page = owner.page();
    page.waitForSelector("stile-modeler[ready]");
    outline("UserTask_ShipOrHandOutHandset").click();
    page.locator(".djs-context-pad [data-action='append.step']").click();
    page.locator(".djs-direct-editing-content").waitFor();
    page.keyboard().type("Check the serial number");
    page.keyboard().press("Enter");
    assertThat(outline(STEP)).isVisible();
    page.getByLabel("Department or person").selectOption(new SelectOption().setLabel("Repairs"));
    page.getByLabel("Target", new Page.GetByLabelOptions().setExact(true)).fill("3");
    page.getByLabel("Warn when this much of it is used (percent)").fill("75");
    page.getByLabel("Instructions").fill("Compare the number on the box with the one in the system.");
    page.getByLabel("What the customer sees").fill("We are checking your new phone.");
    button("Add late handling").click();
    assertThat(outline("BoundaryEvent_CheckSerialNumberLate")).isVisible();
    assertThat(saved()).containsText("Saved");
    owner.screenshots("studio-story-diagram");
  }

  private void askOnItsForm(Person owner) {
    outline(STEP).click();
    button("Make a form for this step").click();
    page.waitForURL("**/studio/phone-swap/forms/check-serial-number**");
    page.waitForSelector("stile-form-editor[ready]");
    page.locator("[data-field-type='radio']").press("Enter");
    page.locator("stile-form-editor .fjs-form-field-radio").first().click();
    fill("label", "Does the serial number fit?");
    fill("key", "serialFits");
    assertThat(saved()).containsText("Saved");
    assertThat(page.locator("[data-preview]")).containsText("Does the serial number fit?");
    owner.screenshots("studio-story-form");
  }

  private void askForItInACondition(Person owner) {
    owner.opens("/studio/phone-swap/diagram");
    page.waitForSelector("stile-modeler[ready]");
    outline("Flow_DoesItWorkYes").click();
    button("and…").click();
    Locator added = page.locator(".stile-comparison").nth(1);
    added.getByLabel("What is compared").selectOption(new SelectOption().setLabel("Does the serial number fit?"));
    assertThat(page.locator(".stile-condition .stile-sentence")).containsText("and “Does the serial number fit?” is");
    assertThat(saved()).containsText("Saved");
    assertThat(page.locator("[data-findings-none]")).isVisible();
  }

  private void simulate(Person owner) {
    button("Simulate").click();
    page.locator("[data-container-id='StartEvent_SwapAskedFor'] .bts-context-pad").first().click();
    assertThat(page.locator(".bts-token, .bts-token-count, .bts-notification").first()).isVisible();
    owner.screenshot("studio-story-simulation");
    button("Simulate").click();
  }

  private void compare(Person owner) {
    owner.opens("/studio/phone-swap/compare?from=1&to=draft");
    page.waitForSelector("stile-diff[ready]");
    assertThat(page.locator(".difference")).containsText("Check the serial number");
    assertThat(page.locator(".difference")).containsText("Repairs");
    assertThat(page.locator(".difference")).containsText("Does the serial number fit?");
    owner.screenshots("studio-story-compare");
  }

  private void askForApproval(Person owner) {
    owner.opens("/studio/phone-swap/publication");
    page.locator("#note").fill("Repairs compare the serial number before a phone leaves the house");
    button("Ask for approval").click();
    page.waitForURL("**/studio/phone-swap");
    owner.opens("/studio/phone-swap/publication");
    assertThat(page.locator("#waits")).containsText("Waits for approval");
    assertThat(models.newest("phone-swap").orElseThrow().number()).isEqualTo(1);
    owner.screenshots("studio-story-waits");
  }

  private void approve(Person second) {
    page = second.opens("/studio").page();
    page.locator("[aria-labelledby='for-you'] a").first().click();
    page.waitForURL("**/publication");
    second.screenshots("studio-story-approve");
    button("Approve it").click();
    page.waitForCondition(() -> models.newest("phone-swap").orElseThrow().number() == 2);
    second.screenshots("studio-story-approved");
  }

  private void moveTheLiveOnes(Person owner) {
    page = owner.opens("/studio/phone-swap/running").page();
    button("Try it, without moving any").click();
    assertThat(page.locator("[aria-labelledby='tried'] [role='status']")).containsText(LIVE + " of " + LIVE + " requests move to version 2.");
    owner.screenshots("studio-story-dry-run");
    button("Move " + LIVE).click();
    assertThat(page.locator("#progress")).containsText("done");
    assertThat(page.locator("#progress")).containsText(LIVE + " ");
    owner.screenshots("studio-story-moved");
  }

  private void startTheTwentyFirst(Person clerk) {
    long customer = people.customerInGoodStanding().id();
    page = clerk.opens("/intake/" + customer + "?type=phone-swap").page();
    page.waitForSelector("stile-form[ready]");
    clerk.types("My phone is too slow. I want the new one.").presses("Tab").types("Cu").presses("Tab").types("P");
    clerk.presses("Tab", "Tab", "Tab");
    assertThat(page.locator(".fjs-dropdownlist")).containsText("Aurora 5 Pro");
    clerk.settles().presses("ArrowDown").settles().presses("Enter").settles().presses("Tab", "Space");
    clerk.presses("Control+Enter");
    page.waitForURL(Pattern.compile("/tasks/\\d+$"));
    Request request = requests.ofCustomer(customer, 1).get(0);
    assertThat(request.model()).isEqualTo(models.newest("phone-swap").orElseThrow().version());
    clerk.opens("/requests/" + request.number()).screenshots("studio-story-twenty-first");
  }

  private void theNewDepartmentHasItsTask(Request request) {
    people.complete(request, "UserTask_AgreePlanChange", "front1", Map.of("newPlan", "medium", "dataOption", "none"));
    people.complete(request, "UserTask_ReserveHandset", "logistics1", Map.of("inStock", "yes"));
    people.complete(request, "UserTask_ChangePlanAndDataOption", "billing1", Map.of());
    people.complete(request, "UserTask_ActivateSim", "network1", Map.of("activated", "yes"));
    people.complete(request, "UserTask_ShipOrHandOutHandset", "logistics1", Map.of());
    assertThat(people.task(request, STEP).department()).isEqualTo("repairs");
  }

  /** @param entry of the properties panel */
  private void fill(String entry, String text) {
    page.locator("stile-form-editor [data-entry-id='%1$s'] :is(input, textarea, [contenteditable='true'])".formatted(entry)).first().fill(text);
    page.keyboard().press("Tab");
  }

  private Locator saved() {
    return page.locator("[data-draft-line]");
  }

  private Locator outline(String element) {
    return page.locator(".modeler-outline [data-element='%s']".formatted(element));
  }

  private Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
