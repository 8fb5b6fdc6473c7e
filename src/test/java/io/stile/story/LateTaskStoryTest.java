package io.stile.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Map;
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
    new TaskWork(owner).opensFromMyWork(number, "Renew the promise with the customer");
    assertThat(owner.page().locator("stile-form[ready]")).containsText("Why the promise moves");
    owner.expectsAccessible();
    people.complete(swap, "UserTask_RenewPromise", "front1",
        Map.of("newDue", "2026-03-27T16:00+01:00", "reason", "Reservation hangs; agreed by phone"));
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

  private void finish(Request swap) {
    people.complete(swap, "UserTask_ActivateSim", "network1", Map.of("activated", "yes"));
    people.complete(swap, "UserTask_ShipOrHandOutHandset", "logistics1", Map.of());
    people.complete(swap, "UserTask_CallCustomer", "front1", Map.of("callOutcome", "works"));
  }
}
