package io.stile.gate;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.stile.engine.Models;
import io.stile.engine.camunda.HostileCourses;
import io.stile.testkit.Browsers;
import io.stile.testkit.Person;
import io.stile.testkit.StileTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** The audit of models as an administrator reads it. */
@StileTest
class ModelAuditBrowserTest {

  private static final String MODEL = "audited-with-a-rather-long-name-that-has-to-be-broken-somewhere";

  @RegisterExtension final Browsers browsers = new Browsers();
  @Autowired Models models;
  @Autowired RepositoryService repository;

  @AfterEach
  void leaveNothingBehind() {
    repository.createDeploymentQuery().deploymentName(MODEL).list().forEach(found -> repository.deleteDeployment(found.getId(), true));
  }

  @Test
  void everybodyCanReadIt() {
    String model = HostileCourses.loops().get("tasks").replace("'hostile'", "'" + MODEL + "'");
    models.publish(MODEL, Map.of("bpmn/" + MODEL + ".bpmn", model.getBytes(StandardCharsets.UTF_8)));
    Person administrator = browsers.signIn("admin").opens("/studio/audit");
    Page page = administrator.page();
    assertThat(page.locator("main")).containsText("A way leads round from here without ever waiting");
    administrator.screenshots("model-audit");
    administrator.expectsAccessible();
    administrator.expectsToFitAPhone();
  }
}
