package io.stile.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

@ShellTest
@Import(AdminPageTest.Entries.class)
class AdminPageTest {

  @Autowired MockMvc web;

  @TestConfiguration
  static class Entries {

    @Bean
    AdminEntry second() {
      return new AdminEntry("Zebras & <others>", "/admin/zebras", "users", "Who grazes where.", 20);
    }

    @Bean
    AdminEntry first() {
      return new AdminEntry("Logistics", "/queues/logistics", "users", "What waits.", 10);
    }

    @Bean
    AdminEntry last() {
      return new AdminEntry("Pipes", "/admin/pipes", "users", "What is stuck.", AdminEntry.RUNNING);
    }
  }

  @Test
  void showsTheCardsOfTheModulesInTheirOrderWithWhatWaitsThere() throws Exception {
    String page = page("admin");
    assertThat(page.substring(page.indexOf("<main"))).containsSubsequence("The company", "Logistics", "chip num late", "12",
        "Zebras &amp; &lt;others&gt;", "Who grazes where.", "The running service", "Pipes");
  }

  @Test
  void isForAdministratorsOnly() throws Exception {
    web.perform(get("/admin").with(user("front1").roles("EMPLOYEE"))).andExpect(status().isForbidden());
  }

  @Test
  void isInTheMenuOfAdministratorsOnly() throws Exception {
    assertThat(page("admin")).contains("href=\"/admin\"");
    assertThat(web.perform(get("/").with(user("front1").roles("EMPLOYEE"))).andReturn().getResponse().getContentAsString())
        .doesNotContain("href=\"/admin\"");
  }

  private String page(String signIn) throws Exception {
    return web.perform(get("/admin").with(user(signIn).roles("EMPLOYEE", "ADMINISTRATOR"))).andExpect(status().isOk())
        .andReturn().getResponse().getContentAsString();
  }
}
