package io.stile.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.matchesPattern;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.stile.testkit.LogLines;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.task.TaskDecorator;
import org.springframework.test.web.servlet.MockMvc;

@ShellTest
class LogContextTest {

  @Autowired MockMvc web;
  @Autowired TaskDecorator sameLogContext;

  private final LogLines refusals = LogLines.of(ProblemAnswers.class, Level.INFO);

  @AfterEach
  void listenNoMore() {
    refusals.close();
  }

  @Test
  void namesTheCallTheUserAndTheRequestOfTheAddress() throws Exception {
    web.perform(get("/requests/SR-1000426/gone").with(user("front1").roles("EMPLOYEE")).header("X-Request-Id", "call-1"))
        .andExpect(status().isNotFound()).andExpect(header().string("X-Request-Id", "call-1"));

    assertThat(line("/requests/SR-1000426/gone")).containsEntry("correlation", "call-1").containsEntry("user", "front1")
        .containsEntry("request", "SR-1000426");
    assertThat(MDC.getCopyOfContextMap()).as("afterwards").isNullOrEmpty();
  }

  @Test
  void writesNoTokenOfALinkDown() throws Exception {
    web.perform(get("/sign-in/link/4Reka54hKZPjtGVbXL7izkYk49MCLLlj93Q8H9uaoTI/gone").with(user("front1").roles("EMPLOYEE")))
        .andExpect(status().isNotFound());

    assertThat(refusals.with("4Reka54")).isEmpty();
    assertThat(refusals.with("GET 404 /sign-in/link/…/gone")).hasSize(1);
  }

  @Test
  void namesTheUserAndTheRequestOfAProgram() throws Exception {
    web.perform(get("/api/v1/requests/SR-1000426").with(httpBasic("front1", "stile"))).andExpect(status().isNotFound());

    assertThat(line("/api/v1/requests/SR-1000426")).containsEntry("user", "front1").containsEntry("request", "SR-1000426");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "line\nbreak", "<script>", "{\"json\":1}",
      "longer-than-anybody-needs-to-find-a-call-again-in-a-log-of-many-lines"})
  void givesACallANameOfOursWhereTheCallersIsNotSane(String sent) throws Exception {
    web.perform(get("/nowhere").with(user("front1").roles("EMPLOYEE")).header("X-Request-Id", sent))
        .andExpect(header().string("X-Request-Id", matchesPattern("[0-9a-f-]{36}")));
  }

  @Test
  void goesOnInAnotherThreadAndIsGoneAfterwards() throws Exception {
    Map<String, String>[] seen = context();
    MDC.put("request", "SR-1000426");
    Runnable task = sameLogContext.decorate(() -> {
      seen[0] = MDC.getCopyOfContextMap();
      MDC.put("request", "SR-1000434");
    });
    MDC.clear();

    Thread other = new Thread(() -> {
      task.run();
      seen[1] = MDC.getCopyOfContextMap();
    });
    other.start();
    other.join();

    assertThat(seen[0]).containsEntry("request", "SR-1000426");
    assertThat(seen[1]).isNullOrEmpty();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String>[] context() {
    return new Map[2];
  }

  private Map<String, String> line(String text) {
    return refusals.with(text).stream().findFirst().map(ILoggingEvent::getMDCPropertyMap).orElseThrow();
  }
}
