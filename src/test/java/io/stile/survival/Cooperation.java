package io.stile.survival;

import com.fasterxml.jackson.databind.JsonNode;
import io.stile.api.ApiClient;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * People who work together on requests, through the API: every way in which a request goes from one to another, in any order.
 * What they were told is kept; that something is refused is no failure.
 */
final class Cooperation {

  private static final List<String> PEOPLE = List.of("front1", "front2", "front3", "billing1", "billing2", "logistics1", "front.lead",
      "billing.lead");
  private static final List<String> DEPARTMENTS = List.of("front-office", "billing", "logistics", "network-operations");

  private final ApiClient api;
  private final Queue<String> failures;
  private final Map<String, String> said;
  private final Map<Long, String> promised;
  private final Map<Long, String> asked;
  private final Map<String, Integer> done;

  Cooperation(ApiClient api) {
    this(api, new ConcurrentLinkedQueue<>(), new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), new ConcurrentHashMap<>(),
        new ConcurrentHashMap<>());
  }

  private Cooperation(ApiClient api, Queue<String> failures, Map<String, String> said, Map<Long, String> promised,
      Map<Long, String> asked, Map<String, Integer> done) {
    this.api = api;
    this.failures = failures;
    this.said = said;
    this.promised = promised;
    this.asked = asked;
    this.done = done;
  }

  /** The same people on another node; they remember what they were told. */
  Cooperation goingOnAt(ApiClient node) {
    return new Cooperation(node, failures, said, promised, asked, done);
  }

  /** Answers that say that we failed (5xx); there must be none. */
  Queue<String> failures() {
    return failures;
  }

  /** The words of each contact that is said to be logged, with its request. */
  Map<String, String> said() {
    return said;
  }

  /** The promises that are said to be made, with their request. */
  Map<Long, String> promised() {
    return promised;
  }

  /** The questions that are said to be asked, with their request. */
  Map<Long, String> asked() {
    return asked;
  }

  /** How often each thing was done. */
  Map<String, Integer> done() {
    return done;
  }

  /** Somebody does something with one of the requests. */
  void act(List<String> requests, Instant now, Random choice) {
    String number = any(requests, choice);
    switch (choice.nextInt(14)) {
      case 0 -> log(number, choice);
      case 1 -> promise(number, now, choice);
      case 2 -> settle(number, now, choice);
      case 3 -> ask(number, choice);
      case 4 -> answer(number, choice);
      case 5 -> offer(number, choice);
      case 6, 7 -> acceptOrDecline(number, choice);
      case 8 -> giveBack(number, choice);
      case 9 -> sendOn(number, choice);
      case 10 -> together(number, any(requests, choice), choice);
      case 11 -> goodwill(number, choice);
      case 12 -> passOn(number, choice);
      default -> obstacle(number, choice);
    }
  }

  private void log(String number, Random choice) {
    String words = UUID.randomUUID().toString();
    JsonNode request = api.get("front1", "/api/v1/requests/" + number).body();
    if (post("contact", any(PEOPLE, choice), "/api/v1/customers/" + request.at("/customer").asLong() + "/interactions",
        Map.of("channel", "phone", "direction", "in", "said", words, "request", number)).status() == 201) {
      said.put(words, number);
    }
  }

  private void promise(String number, Instant now, Random choice) {
    ApiClient.Answer answer = post("promise", any(PEOPLE, choice), "/api/v1/requests/" + number + "/promises",
        Map.of("what", "call back", "until", now.plus(Duration.ofHours(1 + choice.nextInt(40))).toString(), "phone", "+4930123456"));
    if (answer.status() == 201) {
      promised.put(answer.at("/id").asLong(), number);
    }
  }

  private void settle(String number, Instant now, Random choice) {
    for (JsonNode one : api.get("front1", "/api/v1/requests/" + number + "/promises").at("/items")) {
      if (one.at("/state").asText().equals("open") && promised.containsKey(one.at("/id").asLong())) {
        String path = "/api/v1/promises/" + one.at("/id").asLong();
        String who = choice.nextBoolean() ? one.at("/promiser").asText() : any(PEOPLE, choice);
        switch (choice.nextInt(4)) {
          case 0 -> post("kept", who, path + "/kept", Map.of("words", "Called, all is well"));
          case 1 -> post("renewed", who, path + "/renew",
              Map.of("until", now.plus(Duration.ofHours(50)).toString(), "reason", "The part is late"));
          case 2 -> post("broken", who, path + "/broken", Map.of("reason", "Nobody was there"));
          default -> post("attempt", who, path + "/attempts", Map.of());
        }
        return;
      }
    }
  }

  private void ask(String number, Random choice) {
    ApiClient.Answer answer = post("question", any(PEOPLE, choice), "/api/v1/requests/" + number + "/consults", choice.nextBoolean()
        ? Map.of("department", any(DEPARTMENTS, choice), "question", "Is it in stock?") : Map.of("employee", any(PEOPLE, choice), "question", "Do you know her?"));
    if (answer.status() == 201) {
      asked.put(answer.at("/id").asLong(), number);
    }
  }

  private void answer(String number, Random choice) {
    for (JsonNode one : api.get("front1", "/api/v1/requests/" + number + "/consults").at("/items")) {
      if (one.at("/state").asText().equals("open")) {
        post("answer", one.at("/employee").isTextual() ? one.at("/employee").asText() : any(PEOPLE, choice),
            "/api/v1/consults/" + one.at("/id").asLong() + "/answer", Map.of("answer", "Yes, it is."));
        return;
      }
    }
  }

  private void offer(String number, Random choice) {
    String owner = api.get("front1", "/api/v1/requests/" + number).text("/owner");
    post("offer", owner, "/api/v1/requests/" + number + "/hand-overs", choice.nextBoolean()
        ? Map.of("employee", any(PEOPLE, choice), "reason", "I am away") : Map.of("department", any(DEPARTMENTS, choice), "reason", "It is yours"));
  }

  private void acceptOrDecline(String number, Random choice) {
    for (JsonNode one : api.get("front1", "/api/v1/requests/" + number + "/hand-overs").at("/items")) {
      if (one.at("/state").asText().equals("open")) {
        String path = "/api/v1/hand-overs/" + one.at("/id").asLong();
        String who = choice.nextInt(4) == 0 ? any(PEOPLE, choice) : one.at("/receiver").asText("front1");
        if (choice.nextInt(3) == 0) {
          post("decline", who, path + "/decline", Map.of("reason", "No time", "employee", any(PEOPLE, choice)));
        } else {
          post("accept", who, path + "/accept", Map.of());
        }
        return;
      }
    }
  }

  private void giveBack(String number, Random choice) {
    for (JsonNode task : api.get("front1", "/api/v1/requests/" + number).at("/tasks")) {
      if (task.at("/department").isTextual() && choice.nextBoolean()) {
        String reason = api.get("front1", "/api/v1/return-reasons").at("/items/0/key").asText();
        post("return", worker(task), "/api/v1/tasks/" + task.at("/id").asLong() + "/return", Map.of("reason", reason, "words", "The number is missing"));
        return;
      }
    }
  }

  private void sendOn(String number, Random choice) {
    for (JsonNode task : api.get("front1", "/api/v1/requests/" + number).at("/tasks")) {
      post("sent on", choice.nextBoolean() ? worker(task) : any(PEOPLE, choice),
          "/api/v1/tasks/" + task.at("/id").asLong() + "/return/answer", Map.of("words", "It is 4711"));
    }
  }

  private static String worker(JsonNode task) {
    return task.at("/assignee").isTextual() ? task.at("/assignee").asText() : switch (task.at("/department").asText()) {
      case "logistics" -> "logistics1";
      case "billing" -> "billing1";
      case "network-operations" -> "network1";
      default -> "front2";
    };
  }

  private void together(String number, String other, Random choice) {
    String path = "/api/v1/requests/" + number;
    switch (choice.nextInt(4)) {
      case 0 -> post("merge", "front.lead", path + "/merge", Map.of("into", other, "confirmed", true, "reason", "The same matter"));
      case 1 -> post("link", any(PEOPLE, choice), path + "/link", Map.of("request", other, "kind", "related"));
      default -> post("reopen", any(PEOPLE, choice), path + "/reopen", Map.of("reason", "It does not work after all"));
    }
  }

  private void goodwill(String number, Random choice) {
    post("goodwill", any(PEOPLE, choice), "/api/v1/requests/" + number + "/goodwill",
        Map.of("amount", 100 + choice.nextInt(3_000), "currency", "EUR", "reason", "Waited too long"));
  }

  private void passOn(String number, Random choice) {
    Map<String, Object> to = new HashMap<>();
    to.put("department", any(DEPARTMENTS, choice));
    post("conversation", any(PEOPLE, choice), "/api/v1/requests/" + number + "/conversations", to);
  }

  private void obstacle(String number, Random choice) {
    if (choice.nextInt(5) == 0) {
      post("obstacle", any(PEOPLE, choice), "/api/v1/obstacles", Map.of("what", "The tool is down", "request", number));
    }
  }

  private ApiClient.Answer post(String what, String who, String path, Map<String, ?> body) {
    ApiClient.Answer answer = api.post(who, path, body);
    if (answer.status() >= 500) {
      failures.add(what + ": " + answer.body());
    }
    if (answer.status() < 300) {
      done.merge(what, 1, Integer::sum);
    }
    return answer;
  }

  private static <T> T any(List<T> of, Random choice) {
    return of.get(choice.nextInt(of.size()));
  }
}
