package io.stile.desk.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.stile.request.Request;
import io.stile.testkit.Browsers;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.work.Claims;
import io.stile.work.Task;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** The form of a task, as a person fills it in. */
@StileTest
class TaskPageBrowserTest {

  @RegisterExtension
  final Browsers browsers = new Browsers();
  @Autowired
  Requesting people;
  @Autowired
  Claims claims;

  @Test
  void saysInWordsWhatAFieldTakes() {
    Request swap = people.phoneSwap();
    people.complete(swap, "UserTask_AgreePlanChange", "front1", Map.of("newPlan", "medium", "dataOption", "none"));
    Task reserve = claims.claim(people.task(swap, "UserTask_ReserveHandset").id(), "logistics1");
    Page page = browsers.signIn("logistics1").opens("/tasks/" + reserve.id()).page();
    Locator form = page.locator("stile-form[ready]");
    page.getByLabel("Yes, it is reserved").check();

    page.getByLabel("IMEI of the reserved handset").fill("123");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Complete"))).click();

    assertThat(form).containsText("This does not look like “IMEI of the reserved handset”: 15 digits, on the box.");
    assertThat(form).not().containsText("[0-9]");
  }
}
