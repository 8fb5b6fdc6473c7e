package io.stile.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.testkit.StileTest;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a browser is told about a form that is not taken, through the whole server. */
@StileTest
class StaleFormTest {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  @LocalServerPort
  int port;

  private final HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private String token;

  @BeforeEach
  void signIn() throws IOException, InterruptedException {
    token = tokenOf(get("/sign-in"));
    post("/sign-in", "application/x-www-form-urlencoded", "signIn=front1&password=stile&_csrf=" + encoded(token));
    token = tokenOf(get("/intake"));
  }

  @Test
  void saysThatThePageIsTooOldAndNotThatARoleIsMissing() throws IOException, InterruptedException {
    HttpResponse<String> refused = post("/notices/read", "application/x-www-form-urlencoded", "_csrf=gone");

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("This page was open for too long").doesNotContain("roles");
  }

  @Test
  void saysThatAFormIsTooLargeAndNotThatThePageIsTooOld() throws IOException, InterruptedException {
    HttpResponse<String> refused = post("/notices/read", "application/x-www-form-urlencoded",
        "_csrf=" + encoded(token) + "&text=" + "x".repeat(3_000_000));

    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(refused.body()).contains("Too large").contains("what you typed is still there");
  }

  @Test
  void saysThatAFileIsTooLargeAndNotThatThePageIsTooOld() throws IOException, InterruptedException {
    HttpResponse<String> refused = post("/notices/read", "multipart/form-data; boundary=b", part("_csrf", token)
        + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x.bpmn\"\r\n\r\n" + "x".repeat(9_000_000) + "\r\n--b--\r\n");

    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(refused.body()).contains("Too large").contains("nothing was changed");
  }

  @Test
  void saysThatThePartsOfAFormCannotBeRead() throws IOException, InterruptedException {
    HttpResponse<String> refused = post("/notices/read", "multipart/form-data", "x");

    assertThat(refused.statusCode()).isBetween(400, 499);
    assertThat(refused.body()).doesNotContain("Our mistake");
  }

  private static String part(String name, String value) {
    return "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(name, value);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return browser.send(HttpRequest.newBuilder(address(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
    return browser.send(HttpRequest.newBuilder(address(path)).header("Content-Type", type).POST(BodyPublishers.ofString(body)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String tokenOf(HttpResponse<String> page) {
    Matcher found = TOKEN.matcher(page.body());
    assertThat(found.find()).as("a token in %s", page.uri()).isTrue();
    return found.group(1);
  }
}
