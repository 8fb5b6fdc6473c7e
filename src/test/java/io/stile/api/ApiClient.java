package io.stile.api;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** A program that speaks with Stile over HTTP, as one employee at a time. */
public final class ApiClient {

  /** ASCII only, so that half of a character is sent as it is. */
  private static final ObjectMapper JSON = new ObjectMapper()
      .enable(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature());

  private final HttpClient http = HttpClient.newHttpClient();
  private final String root;

  /** @param port where Stile listens on this machine */
  public ApiClient(int port) {
    this.root = "http://127.0.0.1:" + port;
  }

  /** What came back. */
  public record Answer(int status, HttpHeaders headers, JsonNode body) {

    public String contentType() {
      return header("Content-Type");
    }

    /** Empty if it is missing. */
    public String header(String name) {
      return headers.firstValue(name).orElse("");
    }

    public JsonNode at(String pointer) {
      return body.at(pointer);
    }

    public String text(String pointer) {
      return body.at(pointer).asText();
    }
  }

  public Answer get(String employee, String path) {
    return send(employee, to(path).GET());
  }

  public Answer post(String employee, String path, Map<String, ?> body) {
    return post(employee, path, body, null);
  }

  /** @param key the Idempotency-Key, or null for none */
  public Answer post(String employee, String path, Map<String, ?> body, String key) {
    try {
      HttpRequest.Builder request = to(path)
          .header("Content-Type", "application/json")
          .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
      if (key != null) {
        request.header("Idempotency-Key", key);
      }
      return send(employee, request);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** @param ifMatch tags of what was read */
  Answer postIfMatch(String employee, String path, String ifMatch, Map<String, ?> body) {
    try {
      return send(employee, to(path).header("Content-Type", "application/json").header("If-Match", ifMatch)
          .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** A body of any kind, as it is. */
  Answer postText(String employee, String path, String contentType, String body) {
    return send(employee, to(path).header("Content-Type", contentType)
        .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** @param key the Idempotency-Key, or null for none */
  Answer postBytes(String employee, String path, String contentType, byte[] body, String key) {
    HttpRequest.Builder request = to(path).header("Content-Type", contentType).POST(HttpRequest.BodyPublishers.ofByteArray(body));
    return send(employee, key == null ? request : request.header("Idempotency-Key", key));
  }

  /** What is there as it is, which has to be. */
  byte[] bytes(String employee, String path) {
    return exchanged(employee, to(path).GET(), HttpResponse.BodyHandlers.ofByteArray()).body();
  }

  Answer put(String employee, String path, Map<String, ?> body) {
    try {
      return send(employee, to(path).header("Content-Type", "application/json")
          .PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(root + path)).timeout(Duration.ofMinutes(1));
  }

  private Answer send(String employee, HttpRequest.Builder request) {
    HttpResponse<String> answer = exchanged(employee, request, HttpResponse.BodyHandlers.ofString());
    try {
      return new Answer(answer.statusCode(), answer.headers(), JSON.readTree(answer.body()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private <T> HttpResponse<T> exchanged(String employee, HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
    if (employee != null) {
      String credential = Base64.getEncoder().encodeToString((employee + ":stile").getBytes(StandardCharsets.UTF_8));
      request.header("Authorization", "Basic " + credential);
    }
    try {
      return http.send(request.build(), handler);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
