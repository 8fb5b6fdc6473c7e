package io.stile.demonstration.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.stile.testkit.StileTest;
import io.stile.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@StileTest
class DemonstrationClockPageTest {

  private static final UserRequestPostProcessor ADMINISTRATOR = user("admin").roles("EMPLOYEE", "ADMINISTRATOR");
  private static final UserRequestPostProcessor EMPLOYEE = user("front1").roles("EMPLOYEE", "FRONT_OFFICE");

  @Autowired WebApplicationContext context;
  @Autowired TestClock clock;

  private MockMvc mvc;

  @BeforeEach
  void reachThePages() {
    mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
  }

  @Test
  void movesTheClockAndSaysWhatHappened() throws Exception {
    Instant before = clock.now();

    advance("PT2M").andExpect(redirectedUrl("/demo/clock")).andExpect(flash().attribute("message", startsWith("It is now ")));

    assertThat(clock.now()).isEqualTo(before.plus(Duration.ofMinutes(2)));
    mvc.perform(get("/demo/clock").with(ADMINISTRATOR)).andExpect(status().isOk())
        .andExpect(content().string(allOf(containsString("ahead of the real time"), containsString("+ 4 hours"))));
  }

  @ParameterizedTest
  @CsvSource({"4 hours, is no duration", "PT0S, expected more than PT0S", "-PT1H, expected more than PT0S",
      "P32D, at most PT744H", "PT999999999999999999H, is no duration", "<i>x</i>, is no duration", "'', is no duration"})
  void saysAtTheFieldWhatIsWrongAndKeepsIt(String typed, String wrong) throws Exception {
    Instant before = clock.now();

    advance(typed).andExpect(status().isUnprocessableEntity()).andExpect(content().string(allOf(
        containsString(wrong), containsString("value=\"" + typed.replace("<", "&lt;").replace(">", "&gt;") + "\""),
        containsString("aria-invalid=\"true\""))));

    assertThat(clock.now()).isEqualTo(before);
  }

  @Test
  void isForAdministratorsOnly() throws Exception {
    mvc.perform(get("/demo/clock").with(EMPLOYEE)).andExpect(status().isForbidden());
    mvc.perform(post("/demo/clock").param("advance", "PT1H").with(EMPLOYEE).with(csrf())).andExpect(status().isForbidden());
    mvc.perform(get("/models").with(EMPLOYEE)).andExpect(content().string(not(containsString("Demo clock"))));
    mvc.perform(get("/models").with(ADMINISTRATOR)).andExpect(content().string(containsString("Demo clock")));
  }

  private ResultActions advance(String typed) throws Exception {
    return mvc.perform(post("/demo/clock").param("advance", typed).with(ADMINISTRATOR).with(csrf()));
  }
}
