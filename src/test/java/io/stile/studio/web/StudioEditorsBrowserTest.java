package io.stile.studio.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.stile.studio.DraftFile;
import io.stile.studio.ModelDrafts;
import io.stile.testkit.Browsers;
import io.stile.testkit.Person;
import io.stile.testkit.StileTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** The editors of forms and decisions, and the comparison, as a process owner uses them. */
@StileTest
class StudioEditorsBrowserTest {

  private static final String OWNER = "owner.phone-swap";
  private static final String FORM = "forms/phone-swap/reserve-handset.form";
  private static final String TABLE = "bpmn/phone-swap-eligibility.dmn";

  @RegisterExtension final Browsers browsers = new Browsers();
  @Autowired ModelDrafts drafts;

  @AfterEach
  void leaveNothing() {
    drafts.discard("phone-swap", OWNER);
  }

  @Test
  void anOwnerChangesAFormAndATableAndSeesWhatDiffers() throws IOException {
    Person owner = browsers.signIn(OWNER);
    addsAFieldWithTheKeyboard(owner);
    decidesWhenSomebodyElseSaved(owner);
    takesTheirsAndKeepsMineAsAFile(owner);
    findsWhatABrowserKeptThatCrashed(owner);
    changesACell(owner);
    takesTheirsInATable(owner);
    isLedIntoTheCellOfAFinding(owner);
    leavesRightAfterTyping(owner);
    seesWhatDiffers(owner);
    carriesTheNewNameOfAResultThrough(owner);
  }

  private DraftFile file(String path) {
    return drafts.file("phone-swap", path).orElseThrow();
  }

  private static Locator line(Page page) {
    return page.locator("[data-draft-line]");
  }

  private void addsAFieldWithTheKeyboard(Person owner) {
    Page page = owner.opens("/studio/phone-swap/forms/reserve-handset").page();
    page.waitForSelector("stile-form-editor[ready]");
    assertThat(page.locator("stile-form-editor .fjs-palette-field")).hasCount(FormEditorPage.PALETTE.size());

    page.locator("[data-field-type='number']").press("Enter");

    assertThat(line(page)).containsText("Saved");
    assertThat(file(FORM).content()).contains("\"number\"");
    assertThat(page.locator("[data-preview] input[type='text'][inputmode], [data-preview] .fjs-form-field-number")).not().hasCount(0);
    page.locator("stile-form-editor .fjs-form-field-number").click();
    page.locator("stile-form-editor [data-entry-id='label'] :is(.cm-content, input, textarea)").first().click();
    owner.presses("Control+a").types("Deposit in cents");
    page.waitForCondition(() -> file(FORM).content().contains("\"depositInCents\""));
    page.locator("stile-form-editor .fjs-form-field-radio").first().click();
    assertThat(page.locator("[data-field-uses]")).containsText("asks for it in its condition");
    owner.screenshots("studio-form");
    owner.expectsAccessible();
    owner.expectsToFitAPhone();
  }

  private void decidesWhenSomebodyElseSaved(Person owner) {
    Page page = owner.page();
    DraftFile seen = file(FORM);
    drafts.save("phone-swap", FORM, seen.content().replace("IMEI of the reserved handset", "Serial number"), seen.revision(), "admin");

    page.locator("[data-field-type='checkbox']").press("Enter");

    Locator conflict = page.locator("[data-draft-conflict]");
    assertThat(conflict).containsText("saved this at");
    assertThat(file(FORM).content()).contains("Serial number").doesNotContain("\"checkbox\"");
    conflict.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Look at the difference")).click();
    assertThat(page.locator("[data-draft-bar] dialog .difference")).containsText("Serial number");
    page.keyboard().press("Escape");
    conflict.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Put mine over it")).click();
    assertThat(line(page)).containsText("Saved");
    assertThat(file(FORM).content()).contains("\"checkbox\"").contains("IMEI of the reserved handset");
  }

  private void takesTheirsAndKeepsMineAsAFile(Person owner) throws IOException {
    Page page = owner.page();
    DraftFile seen = file(FORM);
    drafts.save("phone-swap", FORM, seen.content().replace("IMEI of the reserved handset", "Number of the handset"), seen.revision(), "admin");

    page.locator("[data-field-type='checklist']").press("Enter");

    Download mine = page.waitForDownload(() -> page.locator("[data-draft-do='theirs']").click());
    assertThat(mine.suggestedFilename()).isEqualTo("reserve-handset-mine.form");
    assertThat(new String(mine.createReadStream().readAllBytes(), StandardCharsets.UTF_8)).contains("\"checklist\"").contains("IMEI of the reserved");
    assertThat(page.locator("stile-form-editor")).containsText("Number of the handset");
    assertThat(file(FORM).content()).doesNotContain("\"checklist\"");
  }

  private void findsWhatABrowserKeptThatCrashed(Person owner) {
    Page other = owner.page().context().newPage();
    other.addInitScript("const ask = window.fetch; window.fetch = (to, how) => how?.method === 'PUT' ? new Promise(() => {}) : ask(to, how);");
    other.navigate("/studio/phone-swap/forms/reserve-handset");
    other.waitForSelector("stile-form-editor[ready]");
    other.locator(".fjs-palette-field[data-field-type='textarea']").press("Enter");
    other.waitForFunction("() => Object.entries(localStorage).some(([key, kept]) => key.startsWith('stile.studio.') && kept.includes('textarea_'))");
    other.close();

    Page page = owner.opens("/studio/phone-swap/forms/reserve-handset").page();
    assertThat(line(page)).containsText("with what could not be saved the last time");
    assertThat(file(FORM).content()).contains("\"textarea_");
  }

  private void carriesTheNewNameOfAResultThrough(Person owner) {
    Page page = owner.opens("/studio/phone-swap/decisions/phone-swap-eligibility").page();
    page.waitForSelector("stile-decision-editor[ready]");
    page.locator("stile-decision-editor th.output-cell").dblclick();
    page.locator(".ref-output-name").fill("verdict");
    assertThat(page.locator("[data-renamed]")).containsText("now says “verdict” instead of “eligibility”");

    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Carry the new name through")).click();

    assertThat(page.locator("[data-renamed]")).containsText("“verdict” now stands in");
    assertThat(file("bpmn/phone-swap.bpmn").content()).contains("camunda:resultVariable=\"verdict\"", "${verdict == 'eligible'}");
  }

  private void takesTheirsInATable(Person owner) {
    Page page = owner.page();
    DraftFile seen = file(TABLE);
    drafts.save("phone-swap", TABLE, seen.content().replace("Up to 50.00 may be open", "Up to 60.00 may be open"), seen.revision(), "admin");

    page.locator("[data-element-id='InputEntry_TooYoungForPremium_ContractMonths']").click();
    owner.presses("Control+a").types("< 99");

    assertThat(page.locator("[data-draft-conflict]")).containsText("saved this at");
    Download mine = page.waitForDownload(() -> page.locator("[data-draft-do='theirs']").click());
    assertThat(mine.suggestedFilename()).isEqualTo("phone-swap-eligibility-mine.dmn");
    assertThat(page.locator("stile-decision-editor")).containsText("Up to 60.00");
    assertThat(page.locator("stile-decision-editor")).not().containsText("< 99");
    assertThat(line(page)).containsText("Saved");
    assertThat(file(TABLE).savedBy()).isEqualTo("admin");
  }

  private void isLedIntoTheCellOfAFinding(Person owner) {
    Page page = owner.opens("/studio/phone-swap/decisions/phone-swap-eligibility?element=phone-swap-eligibility&place=rule+5,+input+2").page();
    page.waitForSelector("stile-decision-editor[ready]");
    assertThat(page.locator("[data-element-id='InputEntry_OpenBalance_OpenBalanceCents']:focus-within, [data-element-id='InputEntry_OpenBalance_OpenBalanceCents']:focus"))
        .hasCount(1);
  }

  private void leavesRightAfterTyping(Person owner) {
    Page page = owner.page();
    owner.presses("Control+a").types("> 7000");
    page.navigate("/studio/phone-swap");
    page.waitForCondition(() -> file(TABLE).content().contains("&gt; 7000"));
  }

  private void changesACell(Person owner) {
    Page page = owner.opens("/studio/phone-swap/decisions/phone-swap-eligibility").page();
    page.waitForSelector("stile-decision-editor[ready]");
    assertThat(page.locator("[data-trial-answer]")).containsText("The answer is");

    page.locator("[data-element-id='InputEntry_TooYoung_ContractMonths']").click();
    owner.presses("Control+a").types("< 30");

    assertThat(line(page)).containsText("Saved");
    assertThat(page.locator("[data-trial-answer]")).containsText("contract-too-young, by rule 4");
    assertThat(file(TABLE).content()).contains("&lt; 30");
    owner.screenshots("studio-decision");
    owner.expectsAccessible();
    owner.expectsToFitAPhone();
  }

  private void seesWhatDiffers(Person owner) {
    String diagram = "bpmn/phone-swap.bpmn";
    drafts.save("phone-swap", diagram, file(diagram).content().replace("name=\"Reserve the handset\"", "name=\"Set a handset aside\""), 0, OWNER);
    Page page = owner.opens("/studio/phone-swap/compare?from=published&to=draft").page();
    page.waitForSelector("stile-diff[ready]");

    assertThat(page.locator(".diff-canvas .diff-changed")).hasCount(2);
    assertThat(page.locator(".difference")).containsText("Set a handset aside");
    assertThat(page.locator(".difference")).containsText("less than 30");
    owner.screenshots("studio-compare");
    owner.expectsAccessible();
    owner.expectsToFitAPhone();
  }
}
