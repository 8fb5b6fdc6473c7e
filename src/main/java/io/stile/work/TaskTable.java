package io.stile.work;

import io.stile.engine.ModelStep;
import io.stile.engine.ModelVersion;
import io.stile.engine.StepId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the work list. */
@Repository
class TaskTable {

  /** Where tasks without a target stand in every list: behind all others. */
  static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

  /** How far behind its review date a task that waits stands: behind everything that can be done, before what has no target. */
  static final Duration BEHIND_ALL_WORK = Duration.ofDays(365 * 6_000);

  private final JdbcClient jdbc;

  TaskTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long insert(Task task) {
    return jdbc.sql("""
        insert into task (step, request, type, customer, model, process, step_key, name, form, department, role,
          assignee, state, subject, not_by, created_at, claimed_at, due_at, warn_at, sort_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
        .params(task.step().value(), task.request(), task.type(), task.customer(), task.model().id(), task.process(),
            task.stepKey(), task.name(), task.form(), task.department(), task.role(), task.assignee(),
            task.state().name(), task.subject(), task.notBy(), utc(task.createdAt()), utc(task.claimedAt()),
            utc(task.dueAt()), utc(task.warnAt()), utc(sortAt(task)))
        .query(Long.class).single();
  }

  /** Where a task stands in every list: lists go by this instant, and then by id. */
  static Instant sortAt(Task task) {
    return task.isWaiting() ? task.waiting().until().plus(BEHIND_ALL_WORK)
        : task.dueAt() == null ? END_OF_TIME : task.dueAt();
  }

  Optional<Task> byId(long id) {
    return jdbc.sql("select * from task where id = ?").param(id).query(TaskTable::task).optional();
  }

  /** Waits for whoever changes the task at this instant. */
  Optional<Task> lock(long id) {
    return jdbc.sql("select * from task where id = ? for no key update").param(id).query(TaskTable::task).optional();
  }

  Optional<Task> byStep(StepId step) {
    return jdbc.sql("select * from task where step = ?").param(step.value()).query(TaskTable::task).optional();
  }

  List<Task> ofRequest(String request) {
    return jdbc.sql("select * from task where request = ? order by id").param(request).query(TaskTable::task).list();
  }

  List<Task> ofAssignee(String employee) {
    return jdbc.sql("select * from task where assignee = ? and state = 'CLAIMED' order by sort_at, id").param(employee)
        .query(TaskTable::task).list();
  }

  int countOf(String employee) {
    return jdbc.sql("select count(*) from task where assignee = ? and state = 'CLAIMED'").param(employee).query(Integer.class).single();
  }

  List<Task> liveOf(Collection<String> requests) {
    return jdbc.sql("""
        select * from task where request = any(?) and state in ('OPEN', 'CLAIMED') order by sort_at, id""")
        .param(requests.toArray(String[]::new)).query(TaskTable::task).list();
  }

  /** Gives an open task to somebody; false if it was not open any more. */
  boolean claim(long id, String employee, Instant at) {
    return jdbc.sql("""
        update task set state = 'CLAIMED', assignee = ?, claimed_at = ?, picked_up_at = coalesce(picked_up_at, ?),
          version = version + 1
        where id = ? and state = 'OPEN'""").params(employee, utc(at), utc(at), id).update() == 1;
  }

  void release(long id) {
    jdbc.sql("update task set state = 'OPEN', assignee = null, claimed_at = null, version = version + 1 where id = ?")
        .param(id).update();
  }

  int assign(long id, String employee, Instant at) {
    return jdbc.sql("""
        update task set state = 'CLAIMED', assignee = ?, claimed_at = ?, version = version + 1
        where id = ? returning version""").params(employee, utc(at), id).query(Integer.class).single();
  }

  /**
   * Puts a task into a department's queue, or gives it to one employee for whom alone it is.
   *
   * @param employee null for the queue
   */
  int receive(long id, String department, String employee, Instant at) {
    return jdbc.sql("""
        update task set state = ?, department = ?, assignee = ?, claimed_at = ?, version = version + 1
        where id = ? returning version""")
        .params(employee == null ? "OPEN" : "CLAIMED", department, employee, utc(employee == null ? null : at), id)
        .query(Integer.class).single();
  }

  /** Has a live task lie with somebody else, due when it was. */
  int lay(long id, Receiver to, Instant at) {
    return jdbc.sql("""
        update task set state = ?, department = ?, role = ?, assignee = ?, claimed_at = ?, version = version + 1
        where id = ? returning version""")
        .params(to.assignee() == null ? "OPEN" : "CLAIMED", to.department(), to.role(), to.assignee(),
            utc(to.assignee() == null ? null : at), id).query(Integer.class).single();
  }

  /** How many of the tasks of a step of a version each has taken out of the queue of a department, by sign-in name. */
  Map<String, Integer> takenOf(ModelVersion model, String stepKey) {
    Map<String, Integer> taken = new TreeMap<>();
    jdbc.sql("""
        select assignee, count(*) as tasks from task
        where model = ? and step_key = ? and state = 'CLAIMED' and role is null group by assignee""").params(model.id(), stepKey)
        .query(row -> {
          taken.put(row.getString("assignee"), row.getInt("tasks"));
        });
    return taken;
  }

  /** The live steps of a protocol about something, locked; by id. */
  List<Task> liveAbout(String process, String subject) {
    return jdbc.sql("""
        select * from task where process = ? and subject = ? and state in ('OPEN', 'CLAIMED')
        order by id for no key update""").params(process, subject).query(TaskTable::task).list();
  }

  void end(StepId step, Task.State state, Instant at) {
    jdbc.sql("update task set state = ?, ended_at = ?, returned = null, version = version + 1 where step = ?")
        .params(state.name(), utc(at), step.value()).update();
  }

  /** Has a completed task wait again for whoever completed it; in the engine it has another name from now on. */
  void reopen(StepId completed, StepId again) {
    jdbc.sql("""
        update task set step = ?, state = 'CLAIMED', ended_at = null, version = version + 1
        where step = ? and state = 'DONE'""").params(again.value(), completed.value()).update();
  }

  /** Waits for whoever changes one of the tasks of a step, or of what is about one, at this instant; by id. */
  List<Task> lockAll(Collection<StepId> steps) {
    String[] names = steps.stream().map(StepId::value).toArray(String[]::new);
    return jdbc.sql("select * from task where step = any(?) or subject = any(?) order by id for no key update")
        .params(names, names).query(TaskTable::task).list();
  }

  /** The tasks of steps, and those that are about one. */
  List<Task> ofSteps(Collection<StepId> steps) {
    String[] names = steps.stream().map(StepId::value).toArray(String[]::new);
    return jdbc.sql("select * from task where step = any(?) or subject = any(?) order by id").params(names, names)
        .query(TaskTable::task).list();
  }

  /** Sets a task to wait; {@code dueAt} and {@code warnAt} are what holds if it goes on at its review date. */
  void await(long id, Waiting waiting, Instant dueAt, Instant warnAt) {
    jdbc.sql("""
        update task set waiting_for = ?, waiting_since = ?, waiting_until = ?, waiting_reason = ?, waiting_by = ?,
          due_at = ?, warn_at = ?, sort_at = ? where id = ?""")
        .params(waiting.whom().name(), utc(waiting.since()), utc(waiting.until()), waiting.reason(), waiting.by(),
            utc(dueAt), utc(warnAt), utc(waiting.until().plus(BEHIND_ALL_WORK)), id).update();
  }

  /** Has a task go on that waits. */
  void goOn(long id, Instant dueAt, Instant warnAt) {
    jdbc.sql("""
        update task set waiting_for = null, waiting_since = null, waiting_until = null, waiting_reason = null,
          waiting_by = null, due_at = ?, warn_at = ?, sort_at = ? where id = ?""")
        .params(utc(dueAt), utc(warnAt), utc(dueAt == null ? END_OF_TIME : dueAt), id).update();
  }

  /** Has a task be due at another instant. */
  void move(long id, Instant dueAt, Instant warnAt) {
    jdbc.sql("update task set due_at = ?, warn_at = ?, sort_at = ? where id = ?")
        .params(utc(dueAt), utc(warnAt), utc(dueAt), id).update();
  }

  List<Task> waitingOf(String request) {
    return jdbc.sql("select * from task where request = ? and waiting_for is not null order by id").param(request)
        .query(TaskTable::task).list();
  }

  void setCustomer(String request, long customer) {
    jdbc.sql("update task set customer = ? where request = ?").params(customer, request).update();
  }

  /** Has a live task belong to another request of the same customer. */
  void setRequest(long id, String request, String type) {
    jdbc.sql("update task set request = ?, type = ?, version = version + 1 where id = ?").params(request, type, id).update();
  }

  /** Puts a live task somewhere else, with the dates that hold there; nobody has it then, unless it is for one person. */
  void pass(long id, Passed to, Instant at) {
    jdbc.sql("""
        update task set state = ?, department = ?, role = ?, assignee = ?, claimed_at = ?, returned = ?, clock_of = ?,
          due_at = ?, warn_at = ?, late_at = ?, sort_at = ?, version = version + 1 where id = ?""")
        .params(to.assignee() == null ? "OPEN" : "CLAIMED", to.department(), to.role(), to.assignee(),
            utc(to.assignee() == null ? null : at), to.returned(), to.clockOf(), utc(to.dueAt()), utc(to.warnAt()),
            utc(to.lateAt()), utc(to.dueAt() == null ? END_OF_TIME : to.dueAt()), id).update();
  }

  /** Has a live task be a step of another version; where it lies and when it is due is said elsewhere. */
  void follow(long id, ModelVersion model, ModelStep step) {
    jdbc.sql("update task set model = ?, step_key = ?, name = ?, form = ?, not_by = ? where id = ?")
        .params(model.id(), step.key(), step.name(), step.form(), step.property("notBy").orElse(null), id).update();
  }

  /** Says what a step that was done is called in the version that its request follows now. */
  void rename(String request, String process, String stepKey, String movedKey) {
    jdbc.sql("""
        update task set moved_key = ? where request = ? and process = ? and state in ('DONE', 'CANCELLED')
          and coalesce(moved_key, step_key) = ?""").params(movedKey, request, process, stepKey).update();
  }

  void late(StepId step, Instant at) {
    jdbc.sql("update task set late_at = ? where step = ?").params(utc(at), step.value()).update();
  }

  /** Who completed a step of a request last, empty if nobody has. */
  Optional<String> workerOf(String request, String stepKey) {
    return jdbc.sql("""
        select assignee from task where request = ? and coalesce(moved_key, step_key) = ? and state = 'DONE'
        order by ended_at desc, id desc limit 1""").params(request, stepKey).query(String.class).optional();
  }

  static OffsetDateTime utc(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  static Task task(ResultSet row, int index) throws SQLException {
    return new Task(row.getLong("id"), new StepId(row.getString("step")), row.getString("request"),
        row.getString("type"), row.getLong("customer"), new ModelVersion(row.getString("model")),
        row.getString("process"), row.getString("step_key"), row.getString("name"), row.getString("form"),
        row.getString("department"), row.getString("role"), row.getString("assignee"),
        Task.State.valueOf(row.getString("state")), row.getString("subject"), row.getString("not_by"),
        instant(row, "created_at"), instant(row, "claimed_at"), instant(row, "ended_at"), instant(row, "due_at"),
        instant(row, "warn_at"), instant(row, "late_at"), waiting(row), row.getObject("returned", Long.class),
        row.getObject("clock_of", Long.class), row.getInt("version"), row.getString("moved_key"));
  }

  private static Waiting waiting(ResultSet row) throws SQLException {
    String whom = row.getString("waiting_for");
    return whom == null ? null : new Waiting(WaitsFor.valueOf(whom), instant(row, "waiting_since"),
        instant(row, "waiting_until"), row.getString("waiting_reason"), row.getString("waiting_by"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }
}
