package io.stile.consistency;

import io.stile.engine.StepId;
import io.stile.request.Clocks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An open or claimed task as its row has it.
 *
 * @param dueAt  when its target runs out; null if it has none
 * @param warnAt when its worker is warned; null if it has no target
 * @param late   whether it was found late
 * @param told whether its warning may be gone once its instant has come: it was given, or the
 *                 task waited at that instant, or was done
 * @param waitsSince since when it waits; null if it does not
 * @param clock name of the clock that measures it where it is
 */
record LiveTask(long id, StepId step, String request, String process, String stepKey, String name, Instant dueAt,
                Instant warnAt, boolean late, boolean told, Instant waitsSince, String clock) {

  private static final String ALL = """
      select t.*, t.late_at is not null as late, exists (
        select from journal j where j.request = t.request and j.kind in ('TASK_WARNED', 'TASK_WAITS', 'TASK_TAKEN_BACK', 'TASK_RETURNED',
            'RETURN_ANSWERED', 'RETURN_DECIDED', 'TASK_RENAMED')
          and j.details->>'task' = t.name) as told
      from task t where t.state in ('OPEN', 'CLAIMED') order by t.id desc""";

  /** All of them, the newest first. */
  static List<LiveTask> all(JdbcClient jdbc) {
    return jdbc.sql(ALL).query(LiveTask::read).list();
  }

  /** How a finding names it. */
  String label() {
    return "task %d “%s”".formatted(id, name);
  }

  /** Whether its late alarm stands: it has not gone off, and was not taken away because the task waits and was late already. */
  boolean hasLateAlarm() {
    return !late && (waitsSince == null || dueAt.isAfter(waitsSince));
  }

  /** Whether nobody can tell any more that its warning is missing. */
  boolean warningIsOver(Instant at) {
    return told && !warnAt.isAfter(at);
  }

  private static LiveTask read(ResultSet row, int index) throws SQLException {
    return new LiveTask(row.getLong("id"), new StepId(row.getString("step")), row.getString("request"),
        row.getString("process"), row.getString("step_key"), row.getString("name"), instant(row.getTimestamp("due_at")),
        instant(row.getTimestamp("warn_at")), row.getBoolean("late"), row.getBoolean("told"),
        instant(row.getTimestamp("waiting_since")),
        row.getObject("clock_of") == null ? Clocks.ofTask(row.getLong("id")) : Clocks.ofReturn(row.getLong("clock_of")));
  }

  private static Instant instant(Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
