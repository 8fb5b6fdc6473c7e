package io.stile.consistency;

import io.stile.engine.Inventory.RunningProcess;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Compares the requests, and what watches over them, with the processes of the engine. */
@Component
@Order(1)
class ProcessChecks implements Checks {

  @Override
  public List<Check> checks() {
    return List.of(
        new LookCheck("requests-run", "Each open request runs as one process of its type, on its own version of the model,"
            + " or as the one that carries what is open again, or as none if only promises are left of it; nothing runs for one that has"
            + " ended, or for none.",
            ProcessChecks::requests),
        new ProtocolCheck("promises-watched", "Each open promise is watched by one process, and no other promise is.",
            "promise", "promise", "select id::text, request from promise where state = 'OPEN'"),
        new LookCheck("ladders-climbed", "Each escalation is about a task that is late, not done, and does not wait.",
            ProcessChecks::ladders));
  }

  private record Asked(String type, String model, boolean open, boolean promises, boolean reopened) {

    /** One that was opened again runs on the newest version of what carries it then. */
    String carrier() {
      return reopened ? "reopened" : type;
    }
  }

  private static long requests(Snapshot snapshot, Findings found) {
    Map<String, Asked> asked = asked(snapshot);
    Map<String, Integer> running = new HashMap<>();
    for (RunningProcess process : snapshot.processes()) {
      Asked request = asked.get(process.caseKey());
      String about = "process " + process.process();
      if (request == null) {
        found.add(null, about, "a request", "'%s'".formatted(process.caseKey()));
      } else if (!request.open()) {
        found.add(process.caseKey(), about, "no process, because the request has ended", "a running one");
      } else if (process.process().equals(request.carrier())) {
        running.merge(process.caseKey(), 1, Integer::sum);
        found.compare(process.caseKey(), about, "version " + (request.reopened() ? process.model() : request.model()),
            "version " + process.model());
      } else if (process.process().equals("reopened") || process.process().equals(request.type())) {
        found.add(process.caseKey(), about, "no process, because " + request.carrier() + " carries it", "a running one");
      }
    }
    asked.forEach((number, request) -> {
      int count = running.getOrDefault(number, 0);
      if (request.open() && count != (request.promises() ? 0 : 1)) {
        found.add(number, "process " + request.carrier(), request.promises() ? "none" : "one", count == 0 ? "none" : count);
      }
    });
    return asked.size();
  }

  private static Map<String, Asked> asked(Snapshot snapshot) {
    Map<String, Asked> asked = new HashMap<>();
    snapshot.jdbc().sql("""
        select r.number, r.type, r.model, r.state = 'OPEN' as open, r.work_ended_at is not null as promises,
          exists (select from reopening o where o.request = r.number and o.ended_at is null) as reopened
        from request r""").query(row -> {
      asked.put(row.getString("number"), new Asked(row.getString("type"), row.getString("model"), row.getBoolean("open"),
          row.getBoolean("promises"), row.getBoolean("reopened")));
    });
    return asked;
  }

  private static long ladders(Snapshot snapshot, Findings found) {
    List<RunningProcess> ladders = snapshot.processes().stream().filter(process -> process.process().equals("escalation"))
        .toList();
    Map<String, String> late = new HashMap<>();
    snapshot.jdbc().sql("""
        select step, request from task where step = any(?) and state in ('OPEN', 'CLAIMED') and late_at is not null
          and waiting_for is null""")
        .param(ladders.stream().map(RunningProcess::subject).filter(Objects::nonNull).toArray(String[]::new))
        .query(row -> {
          late.put(row.getString("step"), row.getString("request"));
        });
    ladders.forEach(ladder -> found.compare(ladder.caseKey(), "escalation about step " + ladder.subject(),
        "a late task of " + ladder.caseKey(),
        late.containsKey(ladder.subject()) ? "a late task of " + late.get(ladder.subject()) : "no late task"));
    return ladders.size();
  }
}
