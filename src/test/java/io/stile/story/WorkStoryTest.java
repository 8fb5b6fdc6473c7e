package io.stile.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.stile.customer.Customer;
import io.stile.customer.Customers;
import io.stile.customer.NewCustomer;
import io.stile.notification.Notices;
import io.stile.request.Answers;
import io.stile.request.Request;
import io.stile.testkit.Browsers;
import io.stile.testkit.Person;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.work.Claims;
import io.stile.work.Task;
import io.stile.work.TaskLookup;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** The day of somebody in logistics: from the queue to the task that is done, and what happens when two do the same. */
@StileTest
class WorkStoryTest {

  private static final String RESERVE = "UserTask_ReserveHandset";

  @RegisterExtension
  final Browsers browsers = new Browsers();
  @Autowired Requesting people;
  @Autowired Customers customers;
  @Autowired Claims claims;
  @Autowired TaskLookup tasks;
  @Autowired Answers answers;
  @Autowired Notices notices;

  @Test
  void doesATaskWithTheKeyboardOnly() {
    Task reserve = taskFor("Keyla Board");
    Person marek = browsers.signIn("logistics1").opens("/queues/logistics");
    Page page = marek.page();

    page.locator("#customer").focus();
    marek.types("keyla");
    page.waitForURL("**customer=keyla**");
    assertThat(page.locator("#queue tbody tr")).hasCount(1);
    marek.expectsFocus("customer");
    tabTo(marek, "Claim Reserve the handset for Keyla Board");
    marek.presses("Enter");

    page.waitForURL("**/tasks/" + reserve.id());
    assertThat(page.locator("stile-form[ready]")).isVisible();
    marek.presses("t");
    tabTo(marek, "Yes, it is reserved");
    marek.presses("Space");
    page.waitForSelector("text=IMEI of the reserved handset");
    tabTo(marek, "IMEI of the reserved handset");
    marek.types("12345").presses("Control+Enter");
    assertThat(page.locator("stile-form")).containsText("This does not look like");
    assertThat(page.getByLabel("IMEI of the reserved handset")).isFocused();
    marek.presses("Control+A").types("123456789012345").presses("Control+Enter");

    page.waitForURL(Pattern.compile("/$"));
    assertThat(page.locator("#messages")).containsText("“Reserve the handset” is done.");
    assertThat(tasks.byId(reserve.id()).orElseThrow().state()).isEqualTo(Task.State.DONE);
    assertThat(answers.latest(reserve.request())).containsEntry("handsetImei", "123456789012345");
    assertThat(marek.complaints()).isEmpty();
  }

  @Test
  void keepsWhatWasTypedWhenSomebodyElseWasGivenTheTask() {
    Task reserve = claims.claim(taskFor("Stella Tab").id(), "logistics1");
    Person marek = browsers.signIn("logistics1").opens("/tasks/" + reserve.id());
    Page page = marek.page();
    page.getByLabel("No", new Page.GetByLabelOptions().setExact(true)).check();
    page.getByLabel("What can the customer have instead?").fill("Two Pebbles from the shop");
    claims.reassign(reserve.id(), "logistics2", "logistics.lead", "Marek is at lunch");

    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete")).click();

    assertThat(page.locator("#conflict")).containsText("Ngozi Eze has it");
    assertThat(page.locator("#conflict")).containsText("Marek is at lunch");
    assertThat(page.locator("stile-form[ready]")).isVisible();
    assertThat(page.getByLabel("What can the customer have instead?")).hasValue("Two Pebbles from the shop");
    assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete"))).isHidden();
    marek.expectsAccessible();
    marek.expectsToFitAPhone();
    marek.screenshots("task-conflict");
  }

  @Test
  void eachPageOfWorkIsForEverybody() {
    Task mine = claims.claim(taskFor("Bartholomew Fitzwilliam-Montgomery of Llanfairpwllgwyngyll").id(), "logistics1");
    Task open = taskFor("Ada Open");
    people.phoneSwap(people.customerInGoodStanding(), "logistics.lead");
    Task done = claims.claim(taskFor("Dora Done").id(), "logistics2");
    claims.reassign(taskFor("Nora Notice").id(), "logistics1", "logistics.lead", null);
    await().until(() -> notices.unread("logistics1") > 0);
    Person marek = browsers.signIn("logistics1");

    look(marek, "/", "my-work");
    look(marek, "/queues", "queues");
    look(marek, "/queues/logistics", "queue");
    look(marek, "/queues/logistics?customer=nobody+at+all", "queue-empty");
    look(marek, "/notices", "notices");
    look(marek, "/tasks/" + mine.id(), "task-mine");
    look(marek, "/tasks/" + open.id(), "task-open");
    look(marek, "/tasks/" + done.id(), "task-theirs");
    Person lead = browsers.signIn("logistics.lead");
    look(lead, "/", "my-work-lead");
    look(lead, "/tasks/" + done.id() + "?give=", "task-give");
  }

  @Test
  void showsWhatTheServerDoesNotAcceptAtItsField() {
    Task mine = claims.claim(taskFor("Frieda Field").id(), "logistics1");
    Person marek = browsers.signIn("logistics1").opens("/tasks/" + mine.id());
    Page page = marek.page();
    page.waitForSelector("stile-form[ready]");
    page.getByLabel("No", new Page.GetByLabelOptions().setExact(true)).check();
    page.getByLabel("What can the customer have instead?").fill("A Pebble");
    // Somebody meddles with what the browser sends: the server checks it again.
    page.evaluate("() => document.querySelector('#complete').addEventListener('submit', e => {"
        + " e.currentTarget.elements.answers.value = JSON.stringify({inStock: 'no', alternatives: 'x'.repeat(2001)}) })");

    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete")).click();

    assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("one answer cannot be accepted");
    assertThat(page.locator("stile-form[ready]")).containsText("2000");
    assertThat(page.getByLabel("What can the customer have instead?")).hasValue("x".repeat(2001));
    marek.expectsAccessible();
  }

  private void look(Person person, String address, String name) {
    person.opens(address);
    if (person.page().locator("stile-form").count() > 0) {
      person.page().waitForSelector("stile-form[ready]");
    }
    person.screenshots(name);
    person.expectsAccessible();
    person.expectsToFitAPhone();
  }

  /** Presses Tab until what has the focus is called so. */
  private static void tabTo(Person person, String name) {
    for (int i = 0; i < 40; i++) {
      person.presses("Tab");
      if (name.equals(person.page().evaluate("() => { const e = document.activeElement;"
          + " return e.getAttribute('aria-label') || (e.labels && e.labels[0] && e.labels[0].textContent.trim()) || e.textContent.trim(); }"))) {
        return;
      }
    }
    throw new AssertionError("Tab does not lead to “%s” on %s".formatted(name, person.page().url()));
  }

  /** The step of logistics for a new customer of this name. */
  private Task taskFor(String name) {
    Customer standing = people.customerInGoodStanding();
    Customer customer = customers.update(standing.id(), standing.version(), new NewCustomer(name, null, null, null));
    Request swap = people.phoneSwap(customer, "front1");
    people.complete(swap, "UserTask_AgreePlanChange", "front1", Map.of("newPlan", "medium", "dataOption", "none"));
    return people.task(swap, RESERVE);
  }
}
