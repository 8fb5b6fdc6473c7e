package io.stile.work;

import io.stile.organisation.Calendars;
import io.stile.organisation.Department;
import io.stile.organisation.QueueFigures;
import io.stile.sla.WorkingCalendar;
import io.stile.work.Queues.Count;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reckons how fast work is taken out of queues, in open time of the department, from what its members took lately. */
@Component
class PickUps implements QueueFigures {

  /** With fewer, half of them says nothing about the next one. */
  private static final int FEWEST = 5;
  /** The latest are enough for a median, and keep the look short where a department takes thousands a day. */
  private static final int MOST = 200;

  private final JdbcClient jdbc;
  private final Queues queues;
  private final Calendars calendars;

  PickUps(JdbcClient jdbc, Queues queues, Calendars calendars) {
    this.jdbc = jdbc;
    this.queues = queues;
    this.calendars = calendars;
  }

  @Override
  public Map<String, QueueFigure> of(Collection<Department> departments, Instant at) {
    List<String> keys = departments.stream().map(Department::key).toList();
    Map<String, Integer> unclaimed = queues.unclaimedIn(keys);
    Map<String, Count> counts = queues.countsOf(keys);
    Map<String, List<PickUp>> taken = taken(keys, at);
    Map<String, QueueFigure> figures = new HashMap<>();
    departments.forEach(department -> {
      List<PickUp> lately = taken.getOrDefault(department.key(), List.of());
      figures.put(department.key(), new QueueFigure(unclaimed.getOrDefault(department.key(), 0),
          counts.getOrDefault(department.key(), Count.NONE).late(), lately.size(),
          usual(lately, calendars.byKey(department.calendar()))));
    });
    return figures;
  }

  private record PickUp(String department, Instant began, Instant taken) {}

  private Map<String, List<PickUp>> taken(Collection<String> keys, Instant at) {
    return jdbc.sql("""
        select d.key, t.created_at, t.picked_up_at from unnest(?::text[]) as d(key) cross join lateral (
          select created_at, picked_up_at from task
          where department = d.key and picked_up_at is not null and picked_up_at > ? and picked_up_at <= ?
          order by picked_up_at desc limit ?) t""")
        .params(keys.toArray(String[]::new), TaskTable.utc(at.minus(Duration.ofDays(DAYS))), TaskTable.utc(at), MOST)
        .query((row, index) -> new PickUp(row.getString(1), row.getTimestamp(2).toInstant(), row.getTimestamp(3).toInstant()))
        .list().stream().collect(Collectors.groupingBy(PickUp::department));
  }

  private static Duration usual(List<PickUp> taken, WorkingCalendar calendar) {
    return taken.size() < FEWEST ? null
        : taken.stream().map(each -> calendar.openTime(each.began(), each.taken())).sorted().toList().get(taken.size() / 2);
  }
}
