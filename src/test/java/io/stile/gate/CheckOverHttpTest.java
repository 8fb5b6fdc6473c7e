package io.stile.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stile.engine.Models;
import io.stile.testkit.StileTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

/** Programs have a file checked: whatever it is, whatever they say that it is. */
@StileTest
class CheckOverHttpTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path DIAGRAM = Path.of("bpmn/phone-swap.bpmn");

  @LocalServerPort
  int port;
  @Autowired
  Models models;

  private final HttpClient http = HttpClient.newHttpClient();

  private HttpResponse<String> send(String employee, String kind, String type, byte[] body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/studio/check" + kind))
        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString((employee + ":stile").getBytes()))
        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (type != null) {
      request.header("Content-Type", type);
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private JsonNode check(String kind, byte[] body) {
    HttpResponse<String> answer = send("owner.phone-swap", "?kind=" + kind, "application/xml", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    try {
      return JSON.readTree(answer.body());
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  @ParameterizedTest
  @CsvSource({"bpmn,bpmn/phone-swap.bpmn", "dmn,bpmn/phone-swap-eligibility.dmn", "form,forms/phone-swap/start.form"})
  void acceptsWhatIsShipped(String kind, String file) throws IOException {
    assertThat(check(kind, Files.readAllBytes(Path.of(file))).toString()).isEqualTo("{\"accepted\":true,\"findings\":[]}");
  }

  @Test
  void namesElementPlaceRuleAndWhatToDoInsteadAndChangesNothing() throws IOException {
    int before = models.newest("phone-swap").orElseThrow().number();
    String broken = Files.readString(DIAGRAM).replace("camunda:candidateGroups=\"logistics\"", "camunda:candidateGroups=\"moonbase\"")
        .replace("name=\"warnAt\" value=\"75\"", "name=\"warnAt\" value=\"soon\"");
    JsonNode answer = check("bpmn", broken.getBytes());
    assertThat(answer.at("/accepted").asBoolean()).isFalse();
    assertThat(answer.at("/findings").size()).as("all at once").isGreaterThan(5);
    JsonNode group = answer.at("/findings").findParents("place").stream().filter(each -> each.at("/place").asText().equals("candidateGroups")).findFirst().orElseThrow();
    assertThat(group.at("/element").asText()).isEqualTo("UserTask_ReserveHandset");
    assertThat(group.at("/rule").asText()).isEqualTo("step-is-somebodys");
    assertThat(group.at("/severity").asText()).isEqualTo("safety");
    assertThat(group.at("/message").asText()).contains("“moonbase”").contains("Choose one of");
    assertThat(models.newest("phone-swap").orElseThrow().number()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=x", "application/json", "text/plain; charset=utf-16",
      "image/png", "x"})
  void readsTheBodyAsItIsWhateverItsSenderCallsIt(String type) throws IOException {
    HttpResponse<String> answer = send("admin", "?kind=bpmn", type, Files.readAllBytes(DIAGRAM));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).startsWith("{\"accepted\":true");
  }

  @Test
  void answersWhateverComes() {
    byte[] noise = new byte[300_000];
    new Random(7).nextBytes(noise);
    byte[] large = new byte[5_000_000];
    Arrays.fill(large, (byte) '<');
    for (String kind : new String[] {"bpmn", "dmn", "form"}) {
      for (byte[] body : new byte[][] {new byte[0], noise, large, "{".repeat(500_000).getBytes(), "<a>".repeat(300_000).getBytes()}) {
        long begun = System.nanoTime();
        assertThat(check(kind, body).at("/accepted").asBoolean()).isFalse();
        assertThat((System.nanoTime() - begun) / 1_000_000).as("milliseconds for %d bytes of %s", body.length, kind).isLessThan(2_000);
      }
    }
  }

  @Test
  void whatIsReadBeforeAnybodyWaitsComesWithTheProgram() {
    assertThat(TimedChecks.FIRST).containsOnlyKeys(Kind.values()).allSatisfy((kind, file) -> assertThat(new ClassPathResource(file).exists()).as(file).isTrue());
  }

  @Test
  void isForProcessOwnersAndAdministrators() throws IOException {
    byte[] diagram = Files.readAllBytes(DIAGRAM);
    assertThat(send("front1", "?kind=bpmn", null, diagram).statusCode()).isEqualTo(403);
    assertThat(send("nobody", "?kind=bpmn", null, diagram).statusCode()).isEqualTo(401);
    assertThat(send("admin", "", null, diagram).body()).contains("\"field\":\"kind\"");
    assertThat(send("admin", "?kind=cmmn", null, diagram).body()).contains("Expected bpmn, dmn or form, not 'cmmn'.");
    assertThat(send("admin", "", null, diagram).statusCode()).isEqualTo(400);
  }
}
