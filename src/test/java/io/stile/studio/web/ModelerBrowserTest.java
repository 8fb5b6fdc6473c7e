package io.stile.studio.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import io.stile.gate.Bundle;
import io.stile.gate.Finding;
import io.stile.gate.Gate;
import io.stile.studio.DraftFile;
import io.stile.studio.ModelDrafts;
import io.stile.testkit.Browsers;
import io.stile.testkit.Person;
import io.stile.testkit.StileTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** The modeler, as a process owner uses it. */
@StileTest
class ModelerBrowserTest {

  private static final String OWNER = "owner.phone-swap";
  private static final String DIAGRAM = Bundle.diagramOf("phone-swap");

  @RegisterExtension
  final Browsers browsers = new Browsers();
  @Autowired
  ModelDrafts drafts;
  @Autowired
  Gate gate;

  private Page page;

  @AfterEach
  void leaveNothing() {
    drafts.discard("phone-swap", OWNER);
  }

  @Test
  void drawsAStepWithAllThatItNeedsAndFindsItAgain() {
    Person owner = browsers.signIn(OWNER).opens("/studio/phone-swap/diagram");
    page = owner.page();
    page.waitForSelector("stile-modeler[ready]");
    addStepBehind("UserTask_ShipOrHandOutHandset", "Check the serial number");
    fillStep();
    button("Add late handling").click();
    assertThat(outline("BoundaryEvent_CheckSerialNumberLate")).isVisible();
    changeCondition();
    undoAndRedo();
    assertThat(page.locator("[data-findings-none]")).isVisible();
    assertThat(page.locator("[data-draft-line]")).containsText("Saved");
    assertThat(findings()).isEmpty();
    owner.expectsAccessible();
    owner.screenshots("modeler");

    owner.opens("/studio/phone-swap/diagram?element=UserTask_CheckSerialNumber");
    page.waitForSelector("stile-modeler[ready]");
    assertThat(page.locator(".djs-element.selected[data-element-id='UserTask_CheckSerialNumber']")).hasCount(1);
    assertThat(outline("UserTask_CheckSerialNumber")).containsText("Logistics, 3 open hours");
    assertThat(outline("Flow_InStockYes")).containsText("or “Is it in stock?” is “No”");
    owner.expectsToFitAPhone();
    takesTheirs();
  }

  /** Whoever draws on while somebody else saves keeps what he drew. */
  private void takesTheirs() {
    DraftFile seen = drafts.file("phone-swap", DIAGRAM).orElseThrow();
    drafts.save("phone-swap", DIAGRAM, seen.content().replace("name=\"Change plan and data option\"", "name=\"Change the plan\""), seen.revision(), "admin");

    outline("UserTask_CheckSerialNumber").click();
    page.getByLabel("What the customer sees").fill("We compare numbers.");

    assertThat(page.locator("[data-draft-conflict]")).containsText("saved this at");
    Download mine = page.waitForDownload(() -> page.locator("[data-draft-do='theirs']").click());
    assertThat(mine.suggestedFilename()).isEqualTo("phone-swap-mine.bpmn");
    assertThat(outline("UserTask_ChangePlanAndDataOption")).containsText("Change the plan");
    assertThat(page.locator("[data-draft-line]")).containsText("Saved");
    assertThat(drafts.file("phone-swap", DIAGRAM).orElseThrow().savedBy()).isEqualTo("admin");
  }

  private void addStepBehind(String step, String label) {
    outline(step).click();
    page.locator(".djs-context-pad [data-action='append.step']").click();
    page.locator(".djs-direct-editing-content").waitFor();
    page.keyboard().type(label);
    page.keyboard().press("Enter");
    assertThat(outline("UserTask_CheckSerialNumber")).isVisible();
  }

  private void fillStep() {
    page.getByLabel("Department or person").selectOption("logistics");
    page.getByLabel("Target", new Page.GetByLabelOptions().setExact(true)).fill("3");
    page.getByLabel("Warn when this much of it is used (percent)").fill("75");
    page.getByLabel("Instructions").fill("Compare the number on the box with the one in the system.");
    page.getByLabel("What the customer sees").fill("We are checking your new phone.");
  }

  private void changeCondition() {
    outline("Flow_InStockYes").click();
    button("or…").click();
    page.locator("fieldset.stile-group").nth(1).getByLabel("Value").selectOption(new SelectOption().setLabel("No"));
    assertThat(page.locator(".stile-condition .stile-sentence")).containsText("or “Is it in stock?” is “No”");
  }

  private void undoAndRedo() {
    button("Undo").click();
    button("Undo").click();
    assertThat(outline("Flow_InStockYes")).not().containsText("is “No”");
    button("Redo").click();
    button("Redo").click();
    assertThat(outline("Flow_InStockYes")).containsText("is “No”");
  }

  private List<Finding> findings() {
    page.waitForCondition(() -> drafts.file("phone-swap", DIAGRAM).filter(file -> file.content().contains("'no'}")).isPresent());
    Bundle draft = drafts.bundle("phone-swap");
    assertThat(new String(draft.file(DIAGRAM).orElseThrow(), StandardCharsets.UTF_8)).contains("BoundaryEvent_CheckSerialNumberLate");
    return gate.check(draft).findings();
  }

  private Locator outline(String element) {
    return page.locator(".modeler-outline [data-element='%s']".formatted(element));
  }

  private Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
