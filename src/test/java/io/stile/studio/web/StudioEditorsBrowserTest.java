package io.stile.studio.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.stile.studio.ModelDrafts;
import io.stile.testkit.Browsers;
import io.stile.testkit.Person;
import io.stile.testkit.StileTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** The editors of forms and decisions, and the comparison, as a process owner uses them. */
@StileTest
class StudioEditorsBrowserTest {

  private static final String OWNER = "owner.phone-swap";

  @RegisterExtension final Browsers browsers = new Browsers();
  @Autowired ModelDrafts drafts;

  @AfterEach
  void leaveNothing() {
    drafts.discard("phone-swap", OWNER);
  }

  @Test
  void anOwnerChangesAFormAndADecisionAndSeesWhatDiffers() {
    Person owner = browsers.signIn(OWNER);
    editsAForm(owner);
  }

  private void editsAForm(Person owner) {
    Page page = owner.opens("/studio/phone-swap/forms/reserve-handset").page();
    page.waitForSelector("stile-form-editor[ready]");
    owner.screenshots("studio-form");
    owner.expectsAccessible();
  }
}
