package io.stile.organisation.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.stile.organisation.Calendars;
import io.stile.organisation.Organisation;
import io.stile.testkit.Browsers;
import io.stile.testkit.Person;
import io.stile.testkit.StileTest;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A company is set up and looked after in the browser. */
@StileTest
class AdministrationBrowserTest {

  @RegisterExtension
  final Browsers browsers = new Browsers();

  @Autowired Organisation organisation;
  @Autowired Calendars calendars;

  private Person administrator;

  @BeforeEach
  void signIn() {
    administrator = browsers.signIn("admin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/admin", "/admin/departments", "/admin/departments/logistics", "/admin/employees", "/admin/employees/billing1", "/admin/employees/front1/work",
      "/admin/absences", "/admin/shifts", "/admin/calendars", "/admin/calendars/finance", "/admin/calendars/new", "/admin/audit", "/admin/jobs",
      "/admin/sign-ins"})
  void eachPageIsAccessibleAndFitsAPhone(String path) {
    administrator.opens(path);
    administrator.screenshots("admin" + path.substring("/admin".length()).replace('/', '-'));
    administrator.expectsAccessible();
    administrator.expectsToFitAPhone();
  }

  @Test
  void setsUpCalendarDepartmentAndEmployeeWhoThenChoosesHisPassword() {
    Page page = administrator.opens("/admin/calendars/new").page();
    page.locator("#key").fill("orchard");
    page.locator("#name").fill("Orchard");
    page.locator("#zone").fill("Europe/Berlin");
    page.locator("#country").selectOption("de");
    assertThat(page.locator("#region").locator("option[value='de:by']")).hasCount(1);
    page.locator("#region").selectOption("de:by");
    page.locator("#monday").fill("8:00-12:00, 11:00-13:00");
    administrator.presses("Enter");
    assertThat(page.locator("main")).containsText("overlap: 08:00-12:00 and 11:00-13:00");
    administrator.screenshots("admin-calendar-refused");
    administrator.expectsAccessible();
    page.locator("#monday").fill("08:00-12:00, 13:00-17:00");
    administrator.presses("Enter");
    assertThat(page.locator(".messages")).containsText("The calendar Orchard is set up");

    administrator.opens("/admin/departments/new");
    page.locator("#key").fill("orchard");
    page.locator("#name").fill("Orchard");
    page.locator("#lead").fill("owner.phone-swap");
    page.locator("#calendar").selectOption("orchard");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Set up the department")).click();
    assertThat(page.locator(".messages")).containsText("The department Orchard is set up");

    administrator.opens("/admin/employees/new");
    page.locator("#name").fill("Pippa Russet");
    page.locator("#signIn").fill("pippa");
    page.locator("input[name=departments][value=orchard]").check();
    page.locator("input[name=roles][value=BACK_OFFICE]").check();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Take in")).click();
    String link = page.locator(".secret").textContent();
    administrator.screenshots("admin-employee-link");
    administrator.expectsAccessible();
    administrator.expectsToFitAPhone();

    page.context().clearCookies();
    administrator.opens(link);
    administrator.screenshots("first-sign-in");
    administrator.expectsAccessible();
    administrator.expectsToFitAPhone();
    page.fill("#password", "lantern-velvet-42-orchid");
    page.fill("#again", "lantern-velvet-42-orchid");
    administrator.presses("Enter");
    assertThat(page.locator("main")).containsText("Your password is set");
    page.fill("#signIn", "pippa");
    page.fill("#password", "lantern-velvet-42-orchid");
    administrator.presses("Enter");
    assertThat(page.locator(".me")).containsText("Pippa Russet");
    Assertions.assertThat(organisation.isMember("pippa", "orchard")).isTrue();
    Assertions.assertThat(calendars.keys()).contains("orchard");
  }

  @Test
  void isToldWhatStandsInTheWay() {
    Page page = administrator.opens("/admin/departments/logistics").page();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Give up the department")).click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("is named by the model Phone swap");
    administrator.screenshots("admin-department-ties");
    administrator.expectsAccessible();
    administrator.expectsToFitAPhone();
  }

  @Test
  void seesWhatHasToWaitAfterTooManyAttempts() {
    Page page = administrator.page();
    page.context().clearCookies();
    for (int failure = 0; failure < 6; failure++) {
      administrator.opens("/sign-in");
      page.fill("#signIn", "guessed.one");
      page.fill("#password", "wrong");
      administrator.presses("Enter");
      page.waitForURL(url -> url.contains("?"));
    }
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Too many attempts to sign in have failed. Try again in 15 seconds.");
    administrator.screenshots("sign-in-wait");
    administrator.expectsAccessible();
    Person again = browsers.signIn("admin").opens("/admin/sign-ins");
    assertThat(again.page().locator("main")).containsText("guessed.one from 127.0.0.1");
    again.screenshots("admin-sign-ins-blocked");
    again.expectsAccessible();
    again.expectsToFitAPhone();
    again.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lift: guessed.one from 127.0.0.1, pair")).click();
    assertThat(again.page().locator(".messages")).containsText("The count begins anew");
  }
}
