package io.stile.consult;

import io.stile.work.StepTarget.Target;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the questions, and of the words that were added to them. */
@Repository
class ConsultTable {

  private final JdbcClient jdbc;

  ConsultTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long insert(NewConsult asked, String question, Instant due, Instant at) {
    return jdbc.sql("""
        insert into consult (request, task, asker, department, employee, question, blocking, asked_at, due_at, state)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN') returning id""")
        .params(asked.request(), asked.task(), asked.by(), asked.target().department(), asked.target().employee(),
            question, asked.blocking(), utc(at), utc(due)).query(Long.class).single();
  }

  Optional<Consult> byId(long id) {
    return jdbc.sql("select * from consult where id = ?").param(id).query(ConsultTable::consult).optional();
  }

  List<Consult> ofRequest(String request) {
    return jdbc.sql("select * from consult where request = ? order by id").param(request).query(ConsultTable::consult)
        .list();
  }

  List<Consult> openOfTask(long task) {
    return jdbc.sql("select * from consult where task = ? and state = 'OPEN' order by id").param(task)
        .query(ConsultTable::consult).list();
  }

  /** The open questions of open requests, and those whose answers nobody has taken note of. */
  List<Consult> marking(Collection<String> requests) {
    return jdbc.sql("""
        select c.* from consult c join request r on r.number = c.request
        where c.request = any(?) and r.state = 'OPEN'
          and (c.state = 'OPEN' or (c.state = 'ANSWERED' and c.seen_at is null)) order by c.id""")
        .param(requests.toArray(String[]::new)).query(ConsultTable::consult).list();
  }

  /** False if it was not open any more. */
  boolean answer(long id, String answer, String by, Instant at) {
    return jdbc.sql("""
        update consult set state = 'ANSWERED', answer = ?, answered_by = ?, ended_at = ?
        where id = ? and state = 'OPEN'""").params(answer, by, utc(at), id).update() == 1;
  }

  /** Ends it without an answer; false if it was not open any more. */
  boolean end(long id, Consult.State state, String why, Instant at) {
    return jdbc.sql("update consult set state = ?, ended_why = ?, ended_at = ? where id = ? and state = 'OPEN'")
        .params(state.name(), why, utc(at), id).update() == 1;
  }

  void setTarget(long id, Target target) {
    jdbc.sql("update consult set department = ?, employee = ? where id = ?")
        .params(target.department(), target.employee(), id).update();
  }

  void setDue(long id, Instant due) {
    jdbc.sql("update consult set due_at = ? where id = ?").params(utc(due), id).update();
  }

  /** Which of these answers of a request had not been taken note of until now. */
  List<Consult> see(String request, Collection<Long> ids, String by, Instant at) {
    return jdbc.sql("""
        update consult set seen_at = ?, seen_by = ?
        where request = ? and id = any(?) and state = 'ANSWERED' and seen_at is null returning *""")
        .params(utc(at), by, request, ids.toArray(Long[]::new)).query(ConsultTable::consult).list();
  }

  void add(ConsultWord word) {
    Target to = word.handedTo();
    jdbc.sql("insert into consult_word (consult, at, said_by, words, department, employee) values (?, ?, ?, ?, ?, ?)")
        .params(word.consult(), utc(word.at()), word.by(), word.words(), to == null ? null : to.department(),
            to == null ? null : to.employee()).update();
  }

  List<ConsultWord> words(Collection<Long> consults) {
    return jdbc.sql("select * from consult_word where consult = any(?) order by id")
        .param(consults.toArray(Long[]::new)).query((row, index) -> new ConsultWord(row.getLong("consult"),
            instant(row, "at"), row.getString("said_by"), row.getString("words"), target(row))).list();
  }

  private static Consult consult(ResultSet row, int index) throws SQLException {
    return new Consult(row.getLong("id"), row.getString("request"), row.getObject("task", Long.class),
        row.getString("asker"), target(row), row.getString("question"), row.getBoolean("blocking"),
        instant(row, "asked_at"), instant(row, "due_at"), Consult.State.valueOf(row.getString("state")),
        row.getString("answer"), row.getString("answered_by"), instant(row, "ended_at"), row.getString("ended_why"),
        instant(row, "seen_at"));
  }

  private static Target target(ResultSet row) throws SQLException {
    String department = row.getString("department");
    String employee = row.getString("employee");
    return department == null && employee == null ? null : new Target(department, employee);
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }
}
