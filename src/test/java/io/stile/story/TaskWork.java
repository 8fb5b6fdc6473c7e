package io.stile.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.stile.testkit.Person;
import java.util.regex.Pattern;

/** What people do with a task in a browser. */
final class TaskWork {

  private final Person person;
  private final Page page;

  TaskWork(Person person) {
    this.person = person;
    this.page = person.page();
  }

  /** Opens a task of a request from the queue of a department, and claims it. */
  TaskWork claimsFrom(String department, String request, String task) {
    person.opens("/queues/" + department);
    follows(request, task);
    page.waitForURL(Pattern.compile("/tasks/\\d+"));
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Claim it")).click();
    assertThat(page.locator(".head .chip")).hasText("yours");
    return this;
  }

  /** Opens a task of a request that is for this person, from the first page. */
  TaskWork opensFromMyWork(String request, String task) {
    person.opens("/");
    follows(request, task);
    page.waitForURL(Pattern.compile("/tasks/\\d+"));
    return this;
  }

  /** Looks through the pages of the list: others have left their work there, too. */
  private void follows(String request, String task) {
    Locator next = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Next page"));
    while (row(request, task).count() == 0 && next.count() > 0) {
      String before = page.url();
      next.click();
      page.waitForURL(url -> !url.equals(before));
    }
    row(request, task).getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(task)).first().click();
  }

  private Locator row(String request, String task) {
    return page.locator("tr").filter(new Locator.FilterOptions().setHasText(request))
        .filter(new Locator.FilterOptions().setHasText(task)).first();
  }

  TaskWork ticks(String label) {
    ready();
    page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).check();
    return this;
  }

  TaskWork chooses(String field, String option) {
    ready();
    Locator select = page.locator(".fjs-form-field-select").filter(new Locator.FilterOptions().setHasText(field));
    select.locator(".fjs-input-group").click();
    select.locator(".fjs-dropdownlist-item").filter(new Locator.FilterOptions().setHasText(option)).first().click();
    return this;
  }

  TaskWork enters(String label, String text) {
    ready();
    page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
    return this;
  }

  /** Tries to complete the task; the page stays and says at a field what it expects. */
  TaskWork isRefused(String expected) {
    ready();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Complete"))).click();
    assertThat(page.locator("main")).containsText(expected);
    return this;
  }

  /** Completes the task and lands where the page leads. */
  void completes() {
    ready();
    String task = withoutDraft(page.url());
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Complete"))).click();
    page.waitForURL(url -> !withoutDraft(url).equals(task));
  }

  /** What is typed gets an address of its own once it is kept. */
  private static String withoutDraft(String url) {
    return url.replaceFirst("(/tasks/\\d+).*", "$1");
  }

  private void ready() {
    assertThat(page.locator("stile-form[ready]")).isVisible();
  }
}
