package io.stile.work;

import io.stile.catalogue.LiveWork;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what is live of each model: requests by their type, and by the protocol on whose steps they have tasks. */
@Component
class LiveModels implements LiveWork {

  private final JdbcClient jdbc;
  private final Clock clock;

  LiveModels(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public Map<String, Live> byModel() {
    Map<String, Live> live = new HashMap<>();
    jdbc.sql("""
        select type, count(*), count(*) filter (where due_at <= :now) from request where state = 'OPEN' group by type
        union all
        select process, count(distinct request), count(distinct request) filter (where sort_at <= :now) from task
        where state in ('OPEN', 'CLAIMED') and process <> type group by process""").param("now", TaskTable.utc(clock.instant())).query(row -> {
          live.put(row.getString(1), new Live(row.getInt(2), row.getInt(3)));
        });
    return live;
  }
}
