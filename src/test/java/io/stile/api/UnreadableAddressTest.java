package io.stile.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.testkit.StileTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Addresses and methods that no handler ever sees. */
@StileTest
class UnreadableAddressTest {

  @LocalServerPort
  int port;

  private RawHttp http;

  @BeforeEach
  void connect() {
    http = new RawHttp(port);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/customers/%zz", "/api/v1/customers/%", "/api/v1/customers/%00", "/api/v1/requests/%C3%28",
      "/api/v1/request-types/a%2Fb", "/api/v1/request-types/%5c", "/api/v1/requests//journal", "/api/v1/customers;x=1", "/api/v1/customers\\", "/api/v1/requests/{number}", "/api/v1/customers?q={x}",
      "/api/v1/customers?q=<x>", "/api/v1/customers?q=Müller"})
  void tellsAProgramThatItsAddressCannotBeRead(String address) {
    assertThat(http.send("GET", address)).startsWith("HTTP/1.1 400").contains("Content-Type: application/problem+json")
        .contains("\"type\":\"urn:stile:problem:bad-request\"").contains("percent");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/customers/%zz", "/customers/%00", "/requests/%E2%82", "/%", "/requests//x", "/customers?q=Müller"})
  void showsAPersonOurOwnPage(String address) {
    assertThat(http.send("GET", address)).startsWith("HTTP/1.1 400").contains("Content-Type: text/html")
        .contains("Not understood").contains("/assets/").doesNotContain("HTTP Status");
  }

  @ParameterizedTest
  @ValueSource(strings = {"FOO", "TRACE"})
  void tellsAProgramThatItsMethodIsNone(String method) {
    assertThat(http.send(method, "/api/v1/customers")).startsWith("HTTP/1.1 4").contains("Content-Type: application/problem+json")
        .contains("\"type\":\"urn:stile:problem:");
  }

  @Test
  void tellsAProgramThatItsMessageCannotBeRead() {
    String chunks = http.send("POST", "/api/v1/requests", "Content-Type: application/json", "Transfer-Encoding: chunked", "", "zz", "{}", "0", "");
    assertThat(http.send("POST", "/api/v1/requests?x={", "Content-Length: 0")).startsWith("HTTP/1.1 400").contains("urn:stile:problem:bad-request");
    assertThat(http.send("GET", "/api/v1/requests", "X-Long: " + "x".repeat(20_000))).startsWith("HTTP/1.1 400").contains("urn:stile:problem:bad-request");
    assertThat(http.send("GET", "/api/v1/requests", "no header")).startsWith("HTTP/1.1 400").contains("urn:stile:problem:bad-request");
    assertThat(chunks).startsWith("HTTP/1.1 400").contains("urn:stile:problem:bad-request");
  }

  @Test
  void givesAwayNothingOfTheServer() {
    assertThat(http.send("GET", "/api/v1/customers/%zz")).doesNotContainIgnoringCase("tomcat").doesNotContain("Exception");
  }
}
