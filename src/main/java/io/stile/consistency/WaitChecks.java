package io.stile.consistency;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Compares the tasks that wait with what watches their review dates. */
@Component
@Order(3)
class WaitChecks implements Checks {

  private static final String PROCESS = "waiting";

  @Override
  public List<Check> checks() {
    return List.of(
        new LookCheck("waits-watched", "The review date of each task that waits is watched by one process with an alarm at that"
            + " instant, and no other task is watched.", WaitChecks::watched),
        new SqlCheck("waits-planned", "The clock of each task that waits goes on at its review date.",
            "task where waiting_for is not null", """
            select t.request, format('clock of task %s', t.id) as about, format('goes on at %s', t.waiting_until) as expected,
              coalesce('goes on at ' || max(f.at)::text, 'does not stand still') as found
            from task t left join clock_fact f on f.request = t.request and f.clock = 'task:' || t.id and f.kind = 'RESUMED'
            where t.waiting_for is not null and t.due_at is not null
            group by t.id having max(f.at) is distinct from t.waiting_until order by t.id desc"""));
  }

  private static long watched(Snapshot snapshot, Findings found) {
    Map<String, Integer> watching = new HashMap<>();
    Map<String, String> requests = new HashMap<>();
    snapshot.processes().stream().filter(process -> process.process().equals(PROCESS)).forEach(process -> {
      watching.merge(String.valueOf(process.subject()), 1, Integer::sum);
      requests.put(String.valueOf(process.subject()), process.caseKey());
    });
    Map<String, Set<Instant>> alarms = alarms(snapshot);
    long[] waiting = {0};
    snapshot.jdbc().sql("select id::text, request, waiting_until from task where waiting_for is not null").query(row -> {
      waiting[0]++;
      String id = row.getString("id");
      Instant until = row.getTimestamp("waiting_until").toInstant();
      boolean alarmed = alarms.getOrDefault(row.getString("request"), Set.of()).contains(until);
      found.compare(row.getString("request"), "wait of task " + id, "1 process with an alarm at " + until,
          "%d process %s an alarm at %s".formatted(watching.getOrDefault(id, 0), alarmed ? "with" : "without", until));
      watching.remove(id);
    });
    watching.forEach((task, count) -> found.add(requests.get(task), "wait of task " + task,
        "no process, because it does not wait", count + " process"));
    return waiting[0];
  }

  private static Map<String, Set<Instant>> alarms(Snapshot snapshot) {
    Map<String, Set<Instant>> alarms = new HashMap<>();
    snapshot.alarms().stream().filter(alarm -> alarm.process().equals(PROCESS))
        .forEach(alarm -> alarms.computeIfAbsent(alarm.caseKey(), key -> new TreeSet<>()).add(alarm.due()));
    return alarms;
  }
}
