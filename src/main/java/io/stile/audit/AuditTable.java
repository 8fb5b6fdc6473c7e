package io.stile.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table audit; rows are only ever added. */
@Repository
class AuditTable {

  private static final TypeReference<List<Change>> CHANGES = new TypeReference<>() {
  };

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  AuditTable(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void insert(Instant at, String actor, String act, Subject subject, List<Change> changes) {
    jdbc.sql("""
        insert into audit (at, actor, act, subject_kind, subject_key, subject_name, changes)
        values (?, ?, ?, ?, ?, ?, ?::jsonb)""")
        .params(at.atOffset(ZoneOffset.UTC), actor, act, subject.kind(), subject.key(), subject.name(), written(changes)).update();
  }

  List<AuditEntry> entries(AuditFilter filter, Long before, int limit) {
    StringBuilder sql = new StringBuilder("select * from audit where true");
    List<Object> given = new ArrayList<>();
    narrow(sql, given, " and actor = ?", text(filter.actor()));
    narrow(sql, given, " and subject_kind = ?", text(filter.kind()));
    if (text(filter.subject()) != null) {
      narrow(sql, given, " and lower(subject_key || ' ' || subject_name) like '%' || like_literal(lower(?)) || '%'", text(filter.subject()));
    }
    narrow(sql, given, " and at >= ?", filter.from() == null ? null : filter.from().atOffset(ZoneOffset.UTC));
    narrow(sql, given, " and at < ?", filter.until() == null ? null : filter.until().atOffset(ZoneOffset.UTC));
    narrow(sql, given, " and id < ?", before);
    given.add(limit);
    return jdbc.sql(sql.append(" order by id desc limit ?").toString()).params(given).query(this::entry).list();
  }

  List<String> kinds() {
    return jdbc.sql("select distinct subject_kind from audit order by subject_kind").query(String.class).list();
  }

  private static void narrow(StringBuilder sql, List<Object> given, String condition, Object value) {
    if (value != null) {
      sql.append(condition);
      given.add(value);
    }
  }

  private static String text(String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }

  private AuditEntry entry(ResultSet row, int index) throws SQLException {
    return new AuditEntry(row.getLong("id"), row.getTimestamp("at").toInstant(), row.getString("actor"), row.getString("act"),
        new Subject(row.getString("subject_kind"), row.getString("subject_key"), row.getString("subject_name")),
        read(row.getString("changes")));
  }

  private String written(List<Change> changes) {
    try {
      return json.writeValueAsString(changes);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("texts can be written as JSON", impossible);
    }
  }

  private List<Change> read(String changes) {
    try {
      return json.readValue(changes, CHANGES);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("an entry of the audit log cannot be read: " + changes, impossible);
    }
  }
}
