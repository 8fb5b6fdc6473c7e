package io.stile.survival;

import com.fasterxml.jackson.databind.JsonNode;
import io.stile.api.ApiClient;
import io.stile.testkit.Node;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * People at work, through the API of one node: they open requests, claim, complete and withdraw, and time moves on. Each stops at
 * the first call that gets no answer, because the node is gone.
 */
final class Load {

  private static final int PEOPLE = 6;
  private static final Map<String, String> WORKERS = Map.of("front-office", "front2", "logistics", "logistics1", "billing",
      "billing1", "network-operations", "network1", "finance", "finance1", "quality", "quality1");

  private final ApiClient api;
  private final Ledger ledger;
  private final List<Long> customers;
  private final List<Thread> threads = new ArrayList<>();

  private Load(Node node, Ledger ledger, List<Long> customers) {
    this.api = new ApiClient(node.port());
    this.ledger = ledger;
    this.customers = customers;
  }

  /** @param seed decides what each of them does */
  static Load on(Node node, Ledger ledger, List<Long> customers, long seed) {
    Load load = new Load(node, ledger, customers);
    for (int person = 0; person < PEOPLE; person++) {
      Random choice = new Random(seed * PEOPLE + person);
      load.begin(() -> load.act(choice), "person " + person);
    }
    load.begin(() -> load.answered(load.api.post("admin", "/api/v1/demo/clock", Map.of("advance", "PT10M"))), "time");
    return load;
  }

  private void begin(Runnable action, String name) {
    Thread thread = new Thread(() -> {
      try {
        while (!Thread.currentThread().isInterrupted()) {
          action.run();
        }
      } catch (UncheckedIOException | IllegalStateException gone) {
        return;
      }
    }, name);
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  /** Waits until everybody has noticed that the node is gone. */
  void awaitEnd() throws InterruptedException {
    for (Thread thread : threads) {
      thread.join(10_000);
      thread.interrupt();
      thread.join(60_000);
    }
  }

  private void act(Random choice) {
    int dice = choice.nextInt(20);
    if (dice < 5) {
      open(choice);
    } else if (dice == 5) {
      withdraw(choice);
    } else {
      work(choice);
    }
  }

  private void open(Random choice) {
    String key = UUID.randomUUID().toString();
    boolean swap = choice.nextBoolean();
    Map<String, Object> data = swap ? Map.of("wantedDevice", "aurora-5", "delivery", "ship")
        : Map.of("amountCents", choice.nextInt(50) * 100 + 100, "disputedFor", "not-ordered");
    Ledger.Opening opening = new Ledger.Opening("front1", Map.of("type", swap ? "phone-swap" : "billing-dispute",
        "customer", any(customers, choice), "channel", "phone", "told", key, "data", data));
    ledger.openings().put(key, opening);
    ApiClient.Answer answer = answered(api.post(opening.employee(), "/api/v1/requests", opening.body(), key));
    if (answer.status() == 201) {
      ledger.opened().put(key, answer.text("/number"));
    } else {
      ledger.failures().add(answer.body().toString());
    }
  }

  private void withdraw(Random choice) {
    List<String> numbers = List.copyOf(ledger.opened().values());
    if (!numbers.isEmpty()) {
      String number = any(numbers, choice);
      ApiClient.Answer answer = answered(api.post("front1", "/api/v1/requests/" + number + "/withdraw",
          Map.of("reason", "Has another phone now.")));
      if (answer.status() == 200) {
        ledger.withdrawn().add(number);
      }
    }
  }

  private void work(Random choice) {
    List<String> departments = List.copyOf(WORKERS.keySet());
    String filter = choice.nextInt(4) == 0 ? "assignee=front1" : "queue=" + any(departments, choice);
    JsonNode tasks = answered(api.get("front1", "/api/v1/tasks?limit=20&" + filter)).at("/items");
    if (!tasks.isEmpty()) {
      work(tasks.get(choice.nextInt(tasks.size())));
    }
  }

  private void work(JsonNode task) {
    long id = task.at("/id").asLong();
    String worker = task.at("/assignee").isNull() ? WORKERS.get(task.at("/department").asText()) : task.at("/assignee").asText();
    if (task.at("/state").asText().equals("open")
        && answered(api.post(worker, "/api/v1/tasks/" + id + "/claim", Map.of())).status() == 200) {
      ledger.claimed().put(id, worker);
    }
    JsonNode form = answered(api.get(worker, "/api/v1/tasks/" + id)).at("/form");
    if (answered(api.post(worker, "/api/v1/tasks/" + id + "/complete", Map.of("data", required(form)))).status() == 200) {
      ledger.completed().put(id, worker);
    }
  }

  /** The first option or the least number for each field that is required and always shown. */
  private static Map<String, Object> required(JsonNode form) {
    Map<String, Object> answers = new HashMap<>();
    form.at("/components").forEach(field -> {
      if (field.at("/validate/required").asBoolean() && field.at("/conditional").isMissingNode()) {
        answers.put(field.at("/key").asText(), switch (field.at("/type").asText()) {
          case "number" -> field.at("/validate/min").asInt();
          case "textarea", "textfield" -> "As agreed.";
          case "datetime" -> "2027-06-01T10:00:00+02:00";
          default -> field.at("/values/0/value").asText();
        });
      }
    });
    return answers;
  }

  private ApiClient.Answer answered(ApiClient.Answer answer) {
    if (answer.status() >= 500) {
      ledger.failures().add(answer.body().toString());
    }
    return answer;
  }

  private static <T> T any(List<T> of, Random choice) {
    return of.get(choice.nextInt(of.size()));
  }
}
