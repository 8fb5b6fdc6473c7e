package io.stile.consistency;

import java.util.HashMap;
import java.util.Map;

/**
 * A check that what a protocol is about has its process as long as it is open, and no longer.
 *
 * @param process id of the protocol's process
 * @param what    what it is about, in a word
 * @param open    selects {@code id} and {@code request} of what is open
 */
record ProtocolCheck(String name, String expects, String process, String what, String open) implements Check {

  @Override
  public long run(Snapshot snapshot, Findings found) {
    Map<String, Integer> running = new HashMap<>();
    Map<String, String> requests = new HashMap<>();
    snapshot.processes().stream().filter(one -> one.process().equals(process)).forEach(one -> {
      running.merge(String.valueOf(one.subject()), 1, Integer::sum);
      requests.put(String.valueOf(one.subject()), one.caseKey());
    });
    long[] count = {0};
    snapshot.jdbc().sql(open).query(row -> {
      count[0]++;
      String id = row.getString("id");
      found.compare(row.getString("request"), what + " " + id, "1 process of " + row.getString("request"),
          "%d process of %s".formatted(running.getOrDefault(id, 0), requests.getOrDefault(id, "no request")));
      running.remove(id);
    });
    running.forEach((id, processes) -> found.add(requests.get(id), what + " " + id, "no process, because it is not open",
        processes + " process"));
    return count[0];
  }
}
