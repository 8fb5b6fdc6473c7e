package io.stile.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.stile.demonstration.TimeTravel;
import io.stile.promise.Promises;
import io.stile.request.Request;
import io.stile.testkit.Browsers;
import io.stile.testkit.Person;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** A task that nobody does: owner, lead and manager hear of it, the promise is renewed, and the request closes after all. */
@StileTest
class LateTaskStoryTest {

  private static final String RESERVE = "UserTask_ReserveHandset";

  @RegisterExtension
  final Browsers browsers = new Browsers();
  @Autowired
  Requesting people;
  @Autowired
  TimeTravel timeTravel;
  @Autowired
  TestClock time;
  @Autowired
  Promises promises;

  @Test
  void climbsTheWholeLadderAndClosesAfterAll() {
    Request swap = people.phoneSwap();
    String number = swap.number().value();
    people.complete(swap, "UserTask_AgreePlanChange", "front1", Map.of("newPlan", "medium", "dataOption", "none"));
    people.complete(swap, "UserTask_ChangePlanAndDataOption", "billing1", Map.of());

    travelTo(people.task(swap, RESERVE).dueAt());
    Person lead = browsers.signIn("logistics.lead");
    showsNotice(lead, number, "“Reserve the handset” is late in your department");
    showsNotice(browsers.signIn("front1"), number, "“Reserve the handset” is late");

    travelTo(people.task(swap, "UserTask_DecideAboutLateTask").dueAt());
    showsNotice(browsers.signIn("manager"), number, "Nobody has dealt with “Reserve the handset”, which is late");
    Person owner = browsers.signIn("front1");
    // The date picker offers no day that has passed; its clock must be that of the application.
    owner.page().clock().setFixedTime(Date.from(time.now()));
    new TaskWork(owner).opensFromMyWork(number, "Renew the promise with the customer");
    renews(owner.page());
    Instant renewed = promises.promiseOf(number).orElseThrow().dueAt();
    assertThat(renewed).isAfter(swap.dueAt());

    new TaskWork(lead).opensFromMyWork(number, "Decide about the late task").ticks("I take the task over").completes();
    new TaskWork(lead).opensFromMyWork(number, "Reserve the handset").ticks("Yes, it is reserved").completes();
    finish(swap);

    assertThat(people.now(swap).outcome()).isEqualTo("Phone swapped");
    assertThat(people.steps(swap)).isEmpty();
    owner.opens("/requests/" + number);
    assertThat(owner.page().locator("main")).containsText("“Reserve the handset” is late");
    owner.screenshots("request-late");
    owner.expectsAccessible();
  }

  private void travelTo(Instant due) {
    timeTravel.advance(Duration.between(time.now(), due));
  }

  private static void showsNotice(Person person, String number, String text) {
    person.opens("/notices");
    assertThat(person.page().locator("main")).containsText(text);
    person.expectsAccessible();
  }

  private static void renews(Page page) {
    assertThat(page.locator("stile-form[ready]")).isVisible();
    page.locator(".fjs-datepicker input.fjs-input").first().fill("27/03/2026");
    page.keyboard().press("Enter");
    assertThat(page.locator(".flatpickr-calendar.open")).hasCount(0);
    page.locator(".fjs-timepicker input.fjs-input").fill("16:00");
    page.keyboard().press("Tab");
    page.getByLabel("Why the promise moves").fill("Reservation hangs; agreed by phone");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Complete")))
        .click();
    page.waitForURL(url -> !url.contains("/tasks/") || url.contains("?"));
  }

  private void finish(Request swap) {
    people.complete(swap, "UserTask_ActivateSim", "network1", Map.of("activated", "yes"));
    people.complete(swap, "UserTask_ShipOrHandOutHandset", "logistics1", Map.of());
    people.complete(swap, "UserTask_CallCustomer", "front1", Map.of("callOutcome", "works"));
  }
}
