package io.stile.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class LastWorkTest {

  private static String back(String cookie) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setCookies(new Cookie("last-work", cookie));
    return new LastWork().back(request);
  }

  @ParameterizedTest
  @CsvSource({"/tasks/1007", "/queues/front-office", "/"})
  void goesBackToThePageOfWorkThatWasShownLast(String path) {
    assertThat(back(LastWork.cookie(path, true).getValue())).isEqualTo("redirect:" + path);
  }

  @ParameterizedTest
  @ValueSource(strings = {".evil", "/evil.example", "tasks.1/../admin", "requests.SR-1000426", "queues.Billing", ".tasks.1"})
  void goesNowhereElse(String cookie) {
    assertThat(back(cookie)).isEqualTo("redirect:/");
  }

  @Test
  void beginsWithMyWork() {
    assertThat(new LastWork().back(new MockHttpServletRequest())).isEqualTo("redirect:/");
  }
}
