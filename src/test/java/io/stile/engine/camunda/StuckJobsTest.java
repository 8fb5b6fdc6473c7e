package io.stile.engine.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.stile.audit.Audit;
import io.stile.audit.AuditFilter;
import io.stile.engine.StuckJob;
import io.stile.engine.StuckJobs;
import io.stile.request.Request;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.web.Badges;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.WebApplicationContext;

@StileTest
@Transactional
class StuckJobsTest {

  private static final UserRequestPostProcessor ADMINISTRATOR = user("admin").roles("EMPLOYEE", "ADMINISTRATOR");

  @Autowired StuckJobs jobs;
  @Autowired ManagementService management;
  @Autowired RuntimeService runtime;
  @Autowired Requesting people;
  @Autowired Audit audit;
  @Autowired List<Badges> badges;
  @Autowired JdbcClient jdbc;
  @Autowired WebApplicationContext application;

  private MockMvc pages;
  private Request request;
  private String id;

  @BeforeEach
  void letATimerGetStuck() {
    pages = MockMvcBuilders.webAppContextSetup(application).apply(springSecurity()).build();
    request = people.phoneSwap();
    String instance = runtime.createProcessInstanceQuery().processInstanceBusinessKey(request.number().value())
        .processDefinitionKey("phone-swap").singleResult().getId();
    Job timer = management.createJobQuery().processInstanceId(instance).timers().list().get(0);
    id = timer.getId();
    jdbc.sql("update act_ru_job set retries_ = 0, exception_msg_ = ? where id_ = ?").params("The <printer> is on fire\nand more", id).update();
  }

  @Test
  void saysWhichRequestAndWhy() {
    assertThat(jobs.count()).isPositive();
    assertThat(jobs.byId(id)).hasValueSatisfying(job -> {
      assertThat(job.caseKey().value()).isEqualTo(request.number().value());
      assertThat(job.process()).isEqualTo("phone-swap");
      assertThat(job.name()).isNotBlank();
      assertThat(job.error()).isEqualTo("The <printer> is on fire");
    });
    assertThat(jobs.list(100)).extracting(StuckJob::id).contains(id);
  }

  @Test
  void triesAgainOnce() {
    assertThat(jobs.tryAgain(id)).isTrue();
    assertThat(management.createJobQuery().jobId(id).singleResult().getRetries()).isEqualTo(5);
    assertThat(jobs.tryAgain(id)).as("it is not stuck any more").isFalse();
    assertThat(jobs.tryAgain("no such job")).isFalse();
  }

  @Test
  void anAdministratorSeesItOnThePageAndInTheMenuAndTriesAgain() throws Exception {
    String page = page();
    assertThat(page).contains(request.number().value(), "The &lt;printer&gt; is on fire", "Phone swap");
    assertThat(badges.stream().flatMap(source -> source.badgesFor("admin").stream()))
        .anyMatch(badge -> badge.href().equals("/admin/jobs") && badge.count() > 0 && badge.hot());
    assertThat(badges.stream().flatMap(source -> source.badgesFor("front1").stream())).noneMatch(badge -> badge.href().equals("/admin/jobs"));

    pages.perform(post("/admin/jobs/{id}/again", id).with(ADMINISTRATOR).with(csrf())).andExpect(redirectedUrl("/admin/jobs"));

    assertThat(jobs.byId(id)).isEmpty();
    assertThat(audit.entries(AuditFilter.NONE, null, 1)).singleElement().satisfies(entry -> {
      assertThat(entry.act()).isEqualTo("tried again");
      assertThat(entry.actor()).isEqualTo("admin");
      assertThat(entry.subject().name()).contains(request.number().value());
    });
    pages.perform(post("/admin/jobs/{id}/again", id).with(ADMINISTRATOR).with(csrf())).andExpect(status().isNotFound());
  }

  @Test
  void triesAllAgain() throws Exception {
    pages.perform(post("/admin/jobs/again").with(ADMINISTRATOR).with(csrf())).andExpect(redirectedUrl("/admin/jobs"));
    assertThat(jobs.count()).isZero();
    assertThat(page()).contains("Nothing is stuck");
  }

  @Test
  void isForAdministratorsOnly() throws Exception {
    UserRequestPostProcessor lead = user("logistics.lead").roles("EMPLOYEE", "LEAD");
    pages.perform(get("/admin/jobs").with(lead)).andExpect(status().isForbidden());
    pages.perform(post("/admin/jobs/again").with(lead).with(csrf())).andExpect(status().isForbidden());
    pages.perform(post("/admin/jobs/{id}/again", id).with(lead).with(csrf())).andExpect(status().isForbidden());
  }

  private String page() throws Exception {
    return pages.perform(get("/admin/jobs").with(ADMINISTRATOR)).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
  }
}
