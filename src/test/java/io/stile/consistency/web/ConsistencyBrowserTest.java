package io.stile.consistency.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.stile.request.Request;
import io.stile.testkit.Browsers;
import io.stile.testkit.Person;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@StileTest
class ConsistencyBrowserTest {

  @RegisterExtension
  final Browsers browsers = new Browsers();

  @Autowired Requesting people;
  @Autowired JdbcClient jdbc;

  @Test
  void anAdministratorFindsTheCheckRunsItAndIsLedToWhatDoesNotAgree() {
    Request request = people.phoneSwap();
    String model = request.model().id();
    setModel(request, "phone-swap:0:a-version-with-a-long-name-that-nobody-has-published");
    try {
      Person admin = browsers.signIn("admin").opens("/admin");
      Page page = admin.page();
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Consistency")).click();
      admin.expectsAccessible();

      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Run the check")).click();

      assertThat(page.locator(".alert.late")).containsText("not agree");
      assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(request.number().value()))).isVisible();
      admin.screenshots("consistency");
      admin.expectsAccessible();
      admin.expectsToFitAPhone();
    } finally {
      setModel(request, model);
    }
  }

  private void setModel(Request request, String model) {
    jdbc.sql("update request set model = ? where number = ?").params(model, request.number().value()).update();
  }
}
