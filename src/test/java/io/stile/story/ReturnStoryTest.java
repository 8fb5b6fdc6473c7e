package io.stile.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.Page;
import io.stile.organisation.Absence;
import io.stile.organisation.Absences;
import io.stile.request.Request;
import io.stile.testkit.Browsers;
import io.stile.testkit.Person;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.testkit.TestClock;
import io.stile.work.Task;
import io.stile.work.TaskLookup;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Two people at their browsers: a task is returned and answered with the keyboard alone, and a deputy does what is another's. */
@StileTest
class ReturnStoryTest {

  @RegisterExtension
  final Browsers browsers = new Browsers();
  @Autowired
  Requesting people;
  @Autowired
  TaskLookup tasks;
  @Autowired
  Absences absences;
  @Autowired
  TestClock clock;

  private Request swap;
  private Task task;

  @BeforeEach
  void reachLogistics() {
    swap = people.phoneSwap();
    people.complete(swap, "UserTask_AgreePlanChange", "front1", Map.of("newPlan", "medium", "dataOption", "none"));
    task = people.task(swap, "UserTask_ReserveHandset");
  }

  @AfterEach
  void everybodyIsThere() {
    List.copyOf(absences.notEndedOf("logistics3", clock.now())).forEach(absence -> absences.remove(absence.id()));
  }

  private Task now() {
    return tasks.byId(task.id()).orElseThrow();
  }

  /** Others have left their work in the queue, too. */
  private static void looksThroughThePages(Page queue, String text) {
    Locator next = queue.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Next page"));
    while (queue.locator("#queue").getByText(text).count() == 0 && next.count() > 0) {
      String before = queue.url();
      next.click();
      queue.waitForURL(url -> !url.equals(before));
    }
  }

  @Test
  void whatLacksSomethingComesBackAnswered() {
    Person jonas = browsers.signIn("logistics1").opens("/tasks/" + task.id());
    Page his = jonas.page();
    jonas.presses("r");
    assertThat(his.getByLabel("Why", new Page.GetByLabelOptions().setExact(true))).isFocused();
    jonas.types("Information is missing").presses("Tab");
    jonas.types("Which colour does she want? The order says only “the new one”.").presses("Tab", "Enter");
    assertThat(his.locator("#messages")).containsText("is returned");
    assertThat(his.locator(".returned")).containsText("Returned once by Logistics: Information is missing");

    Person mara = browsers.signIn("front1").opens("/queues/front-office");
    Page hers = mara.page();
    looksThroughThePages(hers, "returned by Logistics");
    assertThat(hers.locator("#queue")).containsText("returned by Logistics");
    mara.expectsAccessible();
    mara.screenshots("return-queue");
    mara.opens("/tasks/" + task.id());
    assertThat(hers.locator(".returned")).containsText("Which colour does she want?");
    mara.expectsAccessible();
    mara.expectsToFitAPhone();
    mara.screenshots("return-task");
    hers.getByLabel("What you corrected, or the answer").fill("The black one; I asked her.");
    mara.presses("Tab", "Enter");
    assertThat(hers.locator("#messages")).containsText("on its way again");

    jonas.opens("/tasks/" + task.id());
    assertThat(his.locator(".returned-before")).containsText("The black one; I asked her.");
    assertThat(now().department()).isEqualTo("logistics");
    jonas.presses("r");
    his.getByLabel("Why", new Page.GetByLabelOptions().setExact(true)).selectOption("not-our-work");
    his.getByLabel("What is missing or wrong").fill("She is to choose it in the shop.");
    jonas.expectsAccessible();
    jonas.screenshots("return-form");
    jonas.presses("Tab", "Enter");
    assertThat(his.locator("#messages")).containsText("both leads and the owner decide");
    jonas.expectsAccessible();
    jonas.screenshots("return-disputed");
    Task voice = people.task(swap, "UserTask_SayWhoDoesItReturning");
    Person lead = browsers.signIn("logistics.lead").opens("/tasks/" + voice.id());
    assertThat(lead.page().locator("stile-form[ready]")).isVisible();
    lead.expectsAccessible();
    lead.screenshots("return-voice");
    lead.opens("/models/return").screenshots("return-model");
    Person owner = browsers.signIn("owner.phone-swap").opens("/return-reasons");
    owner.expectsAccessible();
    owner.expectsToFitAPhone();
    owner.screenshots("return-reasons");
  }

  @Test
  void aDeputyDoesWhatIsAnothersUntilHeIsBack() {
    Person stefan = browsers.signIn("logistics3").opens("/tasks/" + task.id());
    stefan.presses("c");
    assertThat(stefan.page().locator("stile-form[ready]")).isVisible();
    absences.add(new Absence(null, "logistics3", clock.now(), clock.now().plus(Duration.ofDays(2)), Absence.Kind.SICK, "finance1"));

    Person ingrid = browsers.signIn("finance1").opens("/");
    Page hers = ingrid.page();
    assertThat(hers.locator("main")).containsText(swap.number().value());
    assertThat(hers.locator("main table").first()).containsText("for Stefan Huber until");
    ingrid.expectsAccessible();
    ingrid.expectsToFitAPhone();
    ingrid.screenshots("deputy-my-work");
    ingrid.opens("/tasks/" + task.id());
    assertThat(hers.locator("stile-form[ready]")).isVisible();
    ingrid.expectsAccessible();
    ingrid.screenshots("deputy-task");
    hers.getByLabel("Yes").first().check();
    ingrid.presses("Control+Enter");
    assertThat(hers.locator("#messages")).containsText("is done");

    assertThat(now().state()).isEqualTo(Task.State.DONE);
    ingrid.opens("/requests/" + swap.number().value());
    assertThat(hers.locator("main")).containsText("finished “Reserve the handset” for Stefan Huber");
  }
}
