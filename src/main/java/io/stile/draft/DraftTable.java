package io.stile.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the drafts. */
@Repository
class DraftTable {

  private static final TypeReference<LinkedHashMap<String, Object>> FIELDS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  DraftTable(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json.copy().enable(DeserializationFeature.USE_LONG_FOR_INTS)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  }

  /** Where a draft stands: what a save has to know of it. */
  record Standing(String employee, String page, int count, int version, Instant changedAt, boolean ended) {}

  /** Makes a draft unless there is one of that id, of whomever; false if there is. */
  boolean insert(DraftSave save, String employee, Instant at) {
    DraftOf of = save.of();
    return jdbc.sql("""
        insert into draft (id, employee, form, customer, type, request, task, typed, page, count, version, began_at, changed_at)
        values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, 1, ?, ?) on conflict (id) do nothing""")
        .params(save.draft(), employee, of.form().name(), of.customer(), of.type(), of.request(), of.task(),
            text(save.typed()), save.page(), save.count(), utc(at), utc(at)).update() == 1;
  }

  /** Waits for whoever changes the draft at this instant. */
  Optional<Standing> lock(UUID id) {
    return jdbc.sql("select * from draft where id = ? for update").param(id).query((row, index) -> new Standing(
        row.getString("employee"), row.getString("page"), row.getInt("count"), row.getInt("version"),
        row.getTimestamp("changed_at").toInstant(), row.getTimestamp("ended_at") != null)).optional();
  }

  int update(DraftSave save, Instant at) {
    return jdbc.sql("""
        update draft set typed = ?::jsonb, page = ?, count = ?, version = version + 1, changed_at = ?
        where id = ? returning version""")
        .params(text(save.typed()), save.page(), save.count(), utc(at), save.draft()).query(Integer.class).single();
  }

  /** Ends a draft of an employee's, also one that has not been kept yet: a save that is still on its way comes too late. */
  boolean end(UUID id, String employee, Instant at) {
    return jdbc.sql("""
        insert into draft (id, employee, version, began_at, changed_at, ended_at) values (?, ?, 0, ?, ?, ?)
        on conflict (id) do update set ended_at = excluded.ended_at, typed = null
        where draft.employee = excluded.employee and draft.ended_at is null""")
        .params(id, employee, utc(at), utc(at), utc(at)).update() == 1;
  }

  Optional<Draft> byId(UUID id, String employee) {
    return jdbc.sql("select * from draft where id = ? and employee = ? and ended_at is null").params(id, employee)
        .query(this::draft).optional();
  }

  List<Draft> of(String employee, int limit) {
    return jdbc.sql("select * from draft where employee = ? and ended_at is null order by changed_at desc, id limit ?")
        .params(employee, limit).query(this::draft).list();
  }

  List<Draft> ofTask(String employee, long task) {
    return jdbc.sql("""
        select * from draft where employee = ? and task = ? and ended_at is null order by changed_at desc, id""")
        .params(employee, task).query(this::draft).list();
  }

  int count(String employee) {
    return jdbc.sql("select count(*) from draft where employee = ? and ended_at is null").param(employee)
        .query(Integer.class).single();
  }

  /** Removes what was changed last before an instant, and what ended before another one; answers how much that was. */
  int remove(Instant changedBefore, Instant endedBefore) {
    return jdbc.sql("delete from draft where ended_at is null and changed_at < ? or ended_at < ?")
        .params(utc(changedBefore), utc(endedBefore)).update();
  }

  String text(Map<String, Object> typed) {
    try {
      return json.writeValueAsString(typed);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Draft draft(ResultSet row, int index) throws SQLException {
    DraftOf of = new DraftOf(DraftOf.Form.valueOf(row.getString("form")), row.getObject("customer", Long.class),
        row.getString("type"), row.getString("request"), row.getObject("task", Long.class));
    return new Draft(row.getObject("id", UUID.class), row.getString("employee"), of, fields(row.getString("typed")),
        row.getInt("version"), row.getTimestamp("began_at").toInstant(), row.getTimestamp("changed_at").toInstant());
  }

  private Map<String, Object> fields(String typed) {
    try {
      return json.readValue(typed, FIELDS);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
