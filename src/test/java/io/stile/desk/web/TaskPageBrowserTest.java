package io.stile.desk.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.stile.engine.UnitOfWork;
import io.stile.promise.Promises;
import io.stile.request.Request;
import io.stile.testkit.Browsers;
import io.stile.testkit.Person;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.testkit.TestClock;
import io.stile.work.Claims;
import io.stile.work.Task;
import java.time.Instant;
import java.util.Date;
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
  @Autowired
  Promises promises;
  @Autowired
  UnitOfWork unitOfWork;
  @Autowired
  TestClock clock;

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

  @Test
  void renewsAPromiseWithTheDatePicker() {
    Request swap = people.phoneSwap();
    unitOfWork.run(() -> promises.atRisk(swap.number().value()));
    Person owner = browsers.signIn("front1");
    // The picker offers no day that has passed, so its clock must be that of the application.
    owner.page().clock().setFixedTime(Date.from(clock.now()));
    Page page = owner.opens("/tasks/" + people.task(swap, "UserTask_RenewPromise").id()).page();
    assertThat(page.locator("stile-form[ready]")).isVisible();

    Locator day = page.locator(".fjs-datepicker input.fjs-input");
    day.click();
    page.locator(".flatpickr-calendar.open .flatpickr-day[aria-label='March 20, 2026']").click();
    assertThat(day).hasValue("20/03/2026");
    Locator time = page.locator(".fjs-timepicker input.fjs-input");
    time.fill("16:00");
    time.press("Enter");
    assertThat(time).hasValue("16:00");
    page.getByLabel("Why the promise moves").fill("The handset comes on Friday");
    page.getByLabel("I have told the customer").check();
    owner.screenshots("renew-promise");
    owner.expectsAccessible();
    Object agreed = page.evaluate("() => new Date(2026, 2, 20, 16).toISOString()");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Complete"))).click();
    page.waitForURL(url -> !url.contains("/tasks/"));

    assertThat(promises.promiseOf(swap.number().value()).orElseThrow().dueAt()).isEqualTo(Instant.parse(agreed.toString()));
  }
}
