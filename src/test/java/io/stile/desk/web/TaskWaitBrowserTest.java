package io.stile.desk.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.stile.engine.UnitOfWork;
import io.stile.request.Request;
import io.stile.testkit.Browsers;
import io.stile.testkit.Person;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.testkit.TestClock;
import io.stile.work.Claims;
import io.stile.work.Task;
import io.stile.work.TaskLookup;
import io.stile.work.TaskReferences;
import io.stile.work.Waits;
import io.stile.work.WaitsFor;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Setting a task to wait, and taking it up again, with the keyboard; and how what waits looks. */
@StileTest
class TaskWaitBrowserTest {

  @RegisterExtension
  final Browsers browsers = new Browsers();
  @Autowired
  Requesting people;
  @Autowired
  Claims claims;
  @Autowired
  Waits waits;
  @Autowired
  TaskReferences references;
  @Autowired
  TaskLookup tasks;
  @Autowired
  UnitOfWork unitOfWork;
  @Autowired
  TestClock clock;

  private Request swap;
  private Task task;

  @BeforeEach
  void claim() {
    swap = people.phoneSwap();
    long id = people.task(swap, "UserTask_AgreePlanChange").id();
    task = unitOfWork.of(() -> claims.claim(id, "front1"));
  }

  private Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private void waiting() {
    unitOfWork.run(() -> {
      waits.begin(task.id(), WaitsFor.CUSTOMER, clock.now().plus(Duration.ofDays(2)),
          "Which plan does she want? She asks her employer, who pays a part of it.\nShe calls back.", "front1");
      references.keep(task.id(), "RMA-2026-0815/" + task.id(), "front1");
    });
  }

  @Test
  void waitsAndGoesOnWithTheKeyboardAlone() {
    Person mara = browsers.signIn("front1").opens("/tasks/" + task.id());
    Page page = mara.page();
    assertThat(page.locator("stile-form[ready]")).isVisible();

    mara.presses("w");
    assertThat(page.getByLabel("What does it wait for?")).isVisible();
    mara.expectsFocus("for");
    mara.presses("ArrowDown");
    page.getByLabel("What does it wait for?").focus();
    mara.types("Parts from Kiel").presses("Tab", "Enter");

    assertThat(page.locator("#waits")).containsText("Waiting for a third party");
    assertThat(page.locator("#waits")).containsText("Parts from Kiel");
    mara.presses("w");
    assertThat(page.locator("#messages")).containsText("goes on");
    assertThat(page.locator("#waits")).hasCount(0);
    assertThat(tasks.byId(task.id()).orElseThrow().isWaiting()).isFalse();
  }

  @Test
  void whatIsMissingIsSaidAtItsField() {
    Person mara = browsers.signIn("front1").opens("/tasks/" + task.id());
    Page page = mara.page();
    assertThat(page.locator("stile-form[ready]")).isVisible();
    mara.presses("w");
    page.getByLabel("Look at it again at the latest").fill("2026-01-01T10:00");
    page.getByLabel("What does it wait for?").fill("Which plan?");
    button(page, "Set it to wait").click();

    assertThat(page.locator("#wait-until-error")).containsText("has passed");
    assertThat(page.getByLabel("What does it wait for?")).hasValue("Which plan?");
    assertThat(page.locator("stile-form[ready]")).isVisible();
    mara.expectsAccessible();
    mara.screenshots("wait-refused");
  }

  @Test
  void looksRightEverywhere() {
    waiting();
    Person mara = browsers.signIn("front1").opens("/tasks/" + task.id());
    assertThat(mara.page().locator("stile-form[ready]")).isVisible();
    mara.expectsAccessible();
    mara.screenshots("wait-task");
    mara.page().locator("details.action summary").first().click();
    mara.expectsAccessible();
    mara.screenshots("wait-task-open");
    mara.opens("/");
    mara.expectsAccessible();
    mara.screenshots("wait-my-work");
    mara.opens("/queues/front-office?waiting=true");
    mara.expectsAccessible();
    mara.screenshots("wait-queue");
    mara.opens("/requests/" + swap.number().value());
    mara.expectsAccessible();
    mara.screenshots("wait-request");
    mara.opens("/intake?q=RMA-2026-08");
    mara.expectsAccessible();
    mara.screenshots("wait-intake");
    mara.opens("/requests/%s/clocks/task:%d".formatted(swap.number().value(), task.id()));
    mara.screenshots("wait-why");
    mara.opens("/models/waiting");
    mara.screenshots("wait-model");
    mara.opens("/models/escalation");
    mara.screenshots("wait-model-escalation");
  }
}
