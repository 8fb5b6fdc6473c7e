package io.stile.consistency.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.stile.request.Request;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import org.hamcrest.Matchers;
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
class ConsistencyPageTest {

  private static final UserRequestPostProcessor ADMINISTRATOR = user("admin").roles("EMPLOYEE", "ADMINISTRATOR");
  private static final UserRequestPostProcessor EMPLOYEE = user("front1").roles("EMPLOYEE");

  @Autowired WebApplicationContext application;
  @Autowired Requesting people;
  @Autowired JdbcClient jdbc;

  private MockMvc pages;

  @BeforeEach
  void reachThePages() {
    pages = MockMvcBuilders.webAppContextSetup(application).apply(springSecurity()).build();
  }

  @Test
  void isForAdministratorsOnly() throws Exception {
    pages.perform(get("/admin/consistency").with(EMPLOYEE)).andExpect(status().isForbidden());
    pages.perform(post("/admin/consistency").with(EMPLOYEE).with(csrf())).andExpect(status().isForbidden());
    pages.perform(get("/api/v1/admin/consistency").with(EMPLOYEE)).andExpect(status().isForbidden());
  }

  @Test
  void checksOnlyWhenAskedTo() throws Exception {
    pages.perform(get("/admin/consistency").with(ADMINISTRATOR)).andExpect(status().isOk())
        .andExpect(content().string(allOf(containsString("Run the check"), not(containsString("What was checked")))));
  }

  @Test
  void showsWhatDoesNotAgreeAndWhereToLook() throws Exception {
    Request request = people.phoneSwap();
    jdbc.sql("update request set model = '<old>' where number = ?").param(request.number().value()).update();

    pages.perform(post("/admin/consistency").with(ADMINISTRATOR).with(csrf())).andExpect(status().isOk())
        .andExpect(content().string(allOf(containsString("What does not agree"), containsString("version &lt;old&gt;"),
            containsString("/requests/" + request.number().value()), containsString("requests-run"))));
  }

  @Test
  void tellsProgramsTheSame() throws Exception {
    Request request = people.phoneSwap();
    jdbc.sql("update request set model = 'old' where number = ?").param(request.number().value()).update();

    pages.perform(get("/api/v1/admin/consistency").with(ADMINISTRATOR)).andExpect(status().isOk())
        .andExpect(jsonPath("$.consistent").value(false))
        .andExpect(jsonPath("$.checks[?(@.name == 'requests-run')].findings").value(Matchers.everyItem(Matchers.greaterThan(0))))
        .andExpect(jsonPath("$.findings[*].expected").value(Matchers.hasItem("version old")));
  }
}
