package io.stile.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The lists of work: queues of departments, tasks of people. Read from our own table by its own indexes, never by the
 * engine's task query; pages go by key, not by offset.
 */
@Repository
public class Queues {

  private static final int MAX_LIMIT = 200;
  private static final String ITEM = """
      select t.*, c.name as customer_name, r.type_name, r.owner
      from task t join customer c on c.id = t.customer join request r on r.number = t.request
      """;

  /** What waits stands behind all that can be done by its place in the list, so the index of the queue alone has the answer. */
  private static final String WAITS = "(t.sort_at >= '%s' and t.sort_at < '%s')"
      .formatted(Instant.EPOCH.plus(TaskTable.BEHIND_ALL_WORK), TaskTable.END_OF_TIME);
  private static final String COUNT = """
      select count(*) filter (where not %1$s) as live, count(*) filter (where t.sort_at <= ?) as late,
        count(*) filter (where %1$s) as waiting
      """.formatted(WAITS);

  private final JdbcClient jdbc;
  private final Clock clock;

  Queues(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * The tasks that a filter leaves, the one due first first; behind them those that wait, the one reviewed first first.
   *
   * @param cursor where the page begins: the {@code next} of the page before, or null
   * @param limit  1 to 200
   */
  public Page<QueueItem> page(QueueFilter filter, String cursor, int limit) {
    int wanted = Math.max(1, Math.min(limit, MAX_LIMIT));
    List<Object> parameters = new ArrayList<>();
    String where = where(filter, Cursor.parse(cursor), parameters);
    parameters.add(wanted + 1);
    List<QueueItem> read = jdbc.sql(ITEM + where + " order by t.sort_at, t.id limit ?").params(parameters)
        .query((row, index) -> new QueueItem(TaskTable.task(row, index), row.getString("customer_name"),
            row.getString("type_name"), row.getString("owner"))).list();
    return Page.of(read, wanted, item -> new Cursor(TaskTable.sortAt(item.task()), item.task().id()));
  }

  private String where(QueueFilter filter, Cursor cursor, List<Object> parameters) {
    StringBuilder where = new StringBuilder(states(filter));
    narrow(where, parameters, " and t.department = ?", filter.department());
    narrow(where, parameters, " and t.assignee = ?", filter.assignee());
    narrow(where, parameters, " and t.type = ?", filter.type());
    narrow(where, parameters, " and c.name_folded like '%' || like_literal(folded(?)) || '%'", filter.customer());
    if (filter.lateOnly()) {
      narrow(where, parameters, " and t.sort_at <= ?", TaskTable.utc(clock.instant()));
    }
    if (filter.waiting() != null) {
      where.append(filter.waiting() ? " and " : " and not ").append(WAITS);
    }
    if (cursor != null) {
      where.append(" and (t.sort_at, t.id) > (?, ?)");
      parameters.add(TaskTable.utc(cursor.sortAt()));
      parameters.add(cursor.id());
    }
    return where.toString();
  }

  /** The states stand in the text, so that the planner sees which of the partial indexes serves. */
  private static String states(QueueFilter filter) {
    if (filter.state() != null) {
      return "where t.state = '%s'".formatted(filter.state());
    }
    return filter.unclaimed() ? "where t.state = 'OPEN'"
        : filter.assignee() != null ? "where t.state = 'CLAIMED'" : "where t.state in ('OPEN', 'CLAIMED')";
  }

  private static void narrow(StringBuilder where, List<Object> parameters, String condition, Object value) {
    if (value != null && !value.toString().isBlank()) {
      where.append(condition);
      parameters.add(value);
    }
  }

  /** How many tasks a filter leaves that somebody can do, how many of them are late, and how many wait. */
  public Count count(QueueFilter filter) {
    List<Object> parameters = new ArrayList<>();
    parameters.add(TaskTable.utc(clock.instant()));
    String where = where(filter, null, parameters);
    // Without the customers, whom only a filter by name needs, the index of the queue alone has the answer.
    String customers = where.contains("c.name_folded") ? "join customer c on c.id = t.customer " : "";
    return jdbc.sql(COUNT + "from task t " + customers + where).params(parameters)
        .query((row, index) -> count(row)).single();
  }

  /** What lies in the queue of each of these departments; a department with nothing to do is missing. */
  public Map<String, Count> countsOf(Collection<String> departments) {
    Map<String, Count> counts = new HashMap<>();
    jdbc.sql("select t.department, " + COUNT.substring("select ".length())
            + "from task t where t.department = any(?) and t.state in ('OPEN', 'CLAIMED') group by t.department")
        .params(TaskTable.utc(clock.instant()), departments.toArray(String[]::new))
        .query(row -> {
          counts.put(row.getString("department"), count(row));
        });
    return counts;
  }

  /** How many tasks nobody has taken yet out of each of these queues, without those that wait; a queue without any is missing. */
  Map<String, Integer> unclaimedIn(Collection<String> departments) {
    Map<String, Integer> counts = new HashMap<>();
    jdbc.sql("select t.department, count(*) from task t where t.department = any(?) and t.state = 'OPEN' and not %s group by 1"
        .formatted(WAITS)).param(departments.toArray(String[]::new)).query(row -> {
          counts.put(row.getString(1), row.getInt(2));
        });
    return counts;
  }

  /** What lies in each queue, in one look; a department with nothing to do is missing. */
  public List<QueueStanding> standings() {
    return jdbc.sql("""
        select coalesce(department, 'none') as department,
               count(*) filter (where state = 'OPEN' and waiting_for is null) as open,
               count(*) filter (where state = 'CLAIMED' and waiting_for is null) as claimed,
               count(*) filter (where sort_at <= ?) as late,
               count(*) filter (where waiting_for is not null) as waiting
        from task where state in ('OPEN', 'CLAIMED') group by 1""").param(TaskTable.utc(clock.instant()))
        .query(QueueStanding.class).list();
  }

  private static Count count(ResultSet row) throws SQLException {
    return new Count(row.getInt("live"), row.getInt("late"), row.getInt("waiting"));
  }

  /**
   * Numbers of tasks.
   *
   * @param live    those that somebody can do now
   * @param late    how many of these are late
   * @param waiting those that wait for the customer or for a third party, and count as nothing to do
   */
  public record Count(int live, int late, int waiting) {

    /** Nothing to do. */
    public static final Count NONE = new Count(0, 0, 0);

    /** All of them. */
    public int all() {
      return live + waiting;
    }
  }

  /** The open task of an employee's departments that is due first and that nobody else is claiming at this instant. */
  Optional<Long> nextFor(String employee) {
    return jdbc.sql("""
        select t.id from task t
        where t.state = 'OPEN' and t.waiting_for is null and t.department in (select department from membership where employee = ?)
          and (t.not_by is null or not exists (select 1 from task d
            where d.request = t.request and d.step_key = t.not_by and d.state = 'DONE' and d.assignee = ?))
        order by t.sort_at, t.id limit 1 for update skip locked""").params(employee, employee).query(Long.class)
        .optional();
  }

  /** How many requests stand on each step of a process, and how many of them are late. */
  public List<StepCount> onStepsOf(String process) {
    return jdbc.sql("""
        select step_key, count(*) as live, count(*) filter (where sort_at <= ?) as late from task
        where process = ? and state in ('OPEN', 'CLAIMED') group by step_key order by step_key""")
        .params(TaskTable.utc(clock.instant()), process)
        .query((row, index) -> new StepCount(row.getString("step_key"), row.getInt("live"), row.getInt("late"))).list();
  }

  /** What stands on one step of a process. */
  public record StepCount(String step, int live, int late) {}
}
