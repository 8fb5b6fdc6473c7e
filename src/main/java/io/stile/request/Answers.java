package io.stile.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was answered on the forms of a request, step by step. The engine keeps only what its conditions read. */
@Component
public class Answers {

  private static final TypeReference<LinkedHashMap<String, Object>> FIELDS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Clock clock;

  Answers(JdbcClient jdbc, ObjectMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json.copy().enable(DeserializationFeature.USE_LONG_FOR_INTS)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    this.clock = clock;
  }

  /**
   * The answers to one form.
   *
   * @param id     names them
   * @param task   id of the task whose form it was, or null for the form that opened the request
   * @param step   label of the step, or of the request type for the start form
   * @param form   id of the form
   * @param by     sign-in name of who answered
   * @param fields every field of the form, null where nothing was entered
   * @param version counts the corrections
   */
  public record Answer(long id, Long task, String step, String form, Instant at, String by, Map<String, Object> fields,
                       int version) {}

  /**
   * Keeps the answers to a form, as of now.
   *
   * @param task id of the task whose form it is, or null for the form that opens a request
   */
  public void keep(String request, Long task, String step, String form, String by, Map<String, Object> fields) {
    jdbc.sql("insert into answer (request, task, step, form, at, employee, fields) values (?, ?, ?, ?, ?, ?, ?::jsonb)")
        .params(request, task, step, form, now(), by, write(fields)).update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  /** All answers of a request, oldest first, without those that were taken back. */
  public List<Answer> of(String request) {
    return jdbc.sql("select * from answer where request = ? and taken_back_at is null order by id").param(request)
        .query(this::answer).list();
  }

  /** Puts other answers in the place of those that were wrong; the journal has to keep what they were. */
  void correct(long id, Map<String, Object> fields) {
    jdbc.sql("update answer set fields = ?::jsonb, version = version + 1 where id = ?").params(write(fields), id).update();
  }

  /** The answers to the form of a task do not count any more. */
  public void takeBack(long task) {
    jdbc.sql("update answer set taken_back_at = ? where task = ? and taken_back_at is null").params(now(), task).update();
  }

  /** What was answered on the form of a task before it was taken back last; empty if it never was. */
  public Map<String, Object> takenBack(long task) {
    return jdbc.sql("select * from answer where task = ? and taken_back_at is not null order by id desc limit 1")
        .param(task).query(this::answer).optional().map(Answer::fields).orElse(Map.of());
  }

  /** What was answered last to each field of a request's forms. */
  public Map<String, Object> latest(String request) {
    Map<String, Object> latest = new LinkedHashMap<>();
    of(request).forEach(answer -> latest.putAll(answer.fields()));
    return latest;
  }

  /** The fields that each of some requests was asked, answered or left empty; without those that were taken back. */
  Map<String, Set<String>> asked(Collection<String> requests) {
    Map<String, Set<String>> asked = new HashMap<>();
    jdbc.sql("""
        select request, array_agg(distinct field) as fields from answer, jsonb_object_keys(fields) as field
        where request = any(?) and taken_back_at is null group by request""").param(requests.toArray(String[]::new))
        .query(row -> {
          asked.put(row.getString("request"), Set.of((String[]) row.getArray("fields").getArray()));
        });
    return asked;
  }

  private Answer answer(ResultSet row, int index) throws SQLException {
    try {
      return new Answer(row.getLong("id"), row.getObject("task", Long.class), row.getString("step"), row.getString("form"), row.getTimestamp("at").toInstant(),
          row.getString("employee"), json.readValue(row.getString("fields"), FIELDS),
          row.getInt("version"));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private String write(Map<String, Object> fields) {
    try {
      return json.writeValueAsString(fields);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
