package io.stile.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.stile.engine.UnitOfWork;
import io.stile.request.Request;
import io.stile.testkit.Browsers;
import io.stile.testkit.Person;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.work.Claims;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** One asks another department from his task, with the keyboard; it answers, he reads it in his task, and takes note. */
@StileTest
class ConsultStoryTest {

  @RegisterExtension
  final Browsers browsers = new Browsers();
  @Autowired
  Requesting people;
  @Autowired
  Claims claims;
  @Autowired
  UnitOfWork unitOfWork;

  @Test
  void anAnswerComesToTheTaskThatAsked() {
    Request swap = people.phoneSwap();
    long task = people.task(swap, "UserTask_AgreePlanChange").id();
    unitOfWork.run(() -> claims.claim(task, "front1"));
    Person asker = browsers.signIn("front1").opens("/tasks/" + task);
    asker.page().locator("stile-form .fjs-form-field").first().waitFor();
    asker.page().locator("#questions").click();
    asker.presses("q");
    Locator form = asker.page().locator("details.action:has(#ask-question)");
    assertThat(form.locator("#ask-question")).isVisible();
    form.locator("#ask-question").focus();
    asker.types("Is the last bill paid?").presses("Tab");
    form.locator("#ask-department").selectOption("billing");
    assertThat(form.locator("#ask-reach")).containsText("Usually picked up");
    asker.screenshots("consult-asking");
    asker.expectsAccessible();
    asker.expectsToFitAPhone();
    form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Ask").setExact(true)).press("Enter");
    assertThat(asker.page().locator(".messages")).containsText("Billing is asked.");
    assertThat(asker.page().locator(".head")).containsText("blocked by Billing");

    long step = people.task(swap, "UserTask_AnswerQuestion").id();
    Person answerer = browsers.signIn("billing1").opens("/tasks/" + step);
    assertThat(answerer.page().locator(".do")).containsText("Is the last bill paid?");
    assertThat(answerer.page().locator("main")).containsText("My phone is too slow");
    answerer.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Claim it")).click();
    answerer.page().locator("stile-form textarea").fill("Yes, since Friday.");
    answerer.screenshots("consult-answering");
    answerer.expectsAccessible();
    answerer.expectsToFitAPhone();
    answerer.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete")).first().click();
    assertThat(answerer.page().locator("h1")).not().hasText("Answer the question");

    asker.opens("/tasks/" + task);
    assertThat(asker.page().locator("main")).containsText("Yes, since Friday.");
    assertThat(asker.page().locator(".head")).containsText("needs attention");
    asker.screenshots("consult-answered");
    asker.expectsAccessible();
    asker.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("I have taken note")).press("Enter");
    assertThat(asker.page().locator(".head")).not().containsText("needs attention");

    asker.opens("/requests/" + swap.number());
    asker.page().locator(".why-row details", new Page.LocatorOptions().setHasText("Who is there?")).first().locator("summary").click();
    assertThat(asker.page().locator(".reach").first()).containsText("On duty");
    asker.screenshots("consult-request");
    asker.expectsAccessible();
    asker.expectsToFitAPhone();
    asker.opens("/people");
    asker.screenshots("consult-people");
    asker.expectsAccessible();
    asker.expectsToFitAPhone();
  }
}
