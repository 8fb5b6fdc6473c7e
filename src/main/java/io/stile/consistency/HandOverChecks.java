package io.stile.consistency;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Compares the hand-overs with the requests that they are about and with the processes of the engine. */
@Component
@Order(6)
class HandOverChecks implements Checks {

  @Override
  public List<Check> checks() {
    return List.of(
        new LookCheck("hand-overs-run", "Each open hand-over has one process, and no other hand-over has.", HandOverChecks::processes),
        new SqlCheck("hand-overs-of-owners", "What is offered is open, and owned by whoever offers it or is offered it for.",
            "hand_over where state = 'OPEN'", """
            select h.request, 'hand-over ' || h.id as about, 'an open request of ' || h.giver as expected,
              lower(r.state) || ', owned by ' || r.owner as found
            from hand_over h join request r on r.number = h.request
            where h.state = 'OPEN' and (r.state <> 'OPEN' or r.owner <> h.giver)"""));
  }

  private static long processes(Snapshot snapshot, Findings found) {
    Map<String, Integer> running = new HashMap<>();
    Map<String, String> requests = new HashMap<>();
    snapshot.processes().stream().filter(process -> process.process().equals("hand-over")).forEach(process -> {
      running.merge(String.valueOf(process.subject()), 1, Integer::sum);
      requests.put(String.valueOf(process.subject()), process.caseKey());
    });
    long[] open = {0};
    snapshot.jdbc().sql("select id::text, request from hand_over where state = 'OPEN'").query(row -> {
      open[0]++;
      String id = row.getString("id");
      found.compare(row.getString("request"), "hand-over " + id, "1 process of " + row.getString("request"),
          "%d process of %s".formatted(running.getOrDefault(id, 0), requests.getOrDefault(id, "no request")));
      running.remove(id);
    });
    running.forEach((id, count) -> found.add(requests.get(id), "hand-over " + id, "no process, because it is not open", count + " process"));
    return open[0];
  }
}
