package io.stile.work;

import static io.stile.work.TaskTable.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the returns. Whoever changes one holds its request. */
@Repository
class ReturnTable {

  private static final String SELECT = "select t.*, r.label from task_return t join return_reason r on r.key = t.reason ";

  private final JdbcClient jdbc;

  ReturnTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** @param reason key of the reason, in place of its label */
  long insert(TaskReturn given, String reason) {
    return jdbc.sql("""
        insert into task_return (task, request, step, from_department, to_department, reason, words, returned_by, returned_at,
          home_department, home_role, home_late_at, voices_until, state)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
        .params(given.task(), given.request(), given.step(), given.fromDepartment(), given.toDepartment(), reason,
            given.words(), given.by(), utc(given.at()), given.homeDepartment(), given.homeRole(), utc(given.homeLateAt()),
            utc(given.voicesUntil()), given.state().name()).query(Long.class).single();
  }

  Optional<TaskReturn> byId(long id) {
    return jdbc.sql(SELECT + "where t.id = ?").param(id).query(ReturnTable::read).optional();
  }

  /** Those of a task, and those that led to it; oldest first. */
  List<TaskReturn> ofTask(long task) {
    return jdbc.sql(SELECT + "where t.task = ? or t.moved_to = ? order by t.id").params(task, task)
        .query(ReturnTable::read).list();
  }

  /** Those of several tasks that somebody is still to answer or to decide about. */
  List<TaskReturn> runningOf(Collection<Long> tasks) {
    return jdbc.sql(SELECT + "where t.task = any(?) and t.state in ('OPEN', 'DISPUTED') order by t.id")
        .param(tasks.toArray(Long[]::new)).query(ReturnTable::read).list();
  }

  /** Those of a step of a request in which the model was gone back. */
  List<TaskReturn> moved(String request, String step) {
    return jdbc.sql(SELECT + "where t.request = ? and t.step = ? and t.state = 'MOVED' order by t.id").params(request, step)
        .query(ReturnTable::read).list();
  }

  /** Those of a request that are to be decided. */
  List<TaskReturn> disputedOf(String request) {
    return jdbc.sql(SELECT + "where t.request = ? and t.state = 'DISPUTED' order by t.id").param(request)
        .query(ReturnTable::read).list();
  }

  void answered(long id, String answer, String by, Instant at) {
    jdbc.sql("update task_return set state = 'ANSWERED', answer = ?, ended_by = ?, ended_at = ? where id = ? and state = 'OPEN'")
        .params(answer, by, utc(at), id).update();
  }

  void decided(long id, String doer, String by, Instant at) {
    jdbc.sql("update task_return set state = 'DECIDED', doer = ?, ended_by = ?, ended_at = ? where id = ? and state = 'DISPUTED'")
        .params(doer, by, utc(at), id).update();
  }

  void moved(long id, Long to, Instant at) {
    jdbc.sql("update task_return set state = 'MOVED', moved_to = ?, ended_at = ? where id = ?").params(to, utc(at), id).update();
  }

  void ended(long id, Instant at) {
    jdbc.sql("update task_return set state = 'ENDED', ended_at = ? where id = ? and state in ('OPEN', 'DISPUTED')")
        .params(utc(at), id).update();
  }

  /** How often each step was returned between each two, the most often first. */
  List<ReturnCount> counts() {
    return jdbc.sql("""
        select t.type, r.step, min(t.name) as name, r.from_department as "from", r.to_department as "to", count(*)::int as returns
        from task_return r join task t on t.id = r.task
        group by t.type, r.step, r.from_department, r.to_department order by returns desc, t.type, r.step, 4, 5""")
        .query((row, index) -> new ReturnCount(row.getString("type"), row.getString("step"), row.getString("name"),
            row.getString("from"), row.getString("to"), row.getInt("returns"))).list();
  }

  private static TaskReturn read(ResultSet row, int index) throws SQLException {
    return new TaskReturn(row.getLong("id"), row.getLong("task"), row.getString("request"), row.getString("step"),
        row.getString("from_department"), row.getString("to_department"), row.getString("label"), row.getString("words"),
        row.getString("returned_by"), instant(row, "returned_at"), row.getString("home_department"),
        row.getString("home_role"), instant(row, "home_late_at"), instant(row, "voices_until"),
        TaskReturn.State.valueOf(row.getString("state")), row.getString("answer"), row.getString("ended_by"),
        instant(row, "ended_at"), row.getString("doer"), row.getObject("moved_to", Long.class));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }
}
