package io.stile.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The append-only history of the requests. Written in the transaction of what it tells. */
@Component
public class Journal {

  private static final TypeReference<LinkedHashMap<String, String>> DETAILS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Clock clock;

  Journal(JdbcClient jdbc, ObjectMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Adds what happened now.
   *
   * @param actor   sign-in name of who did it, or null if the platform did
   * @param details what belongs to it; null values are left out
   */
  public void add(String request, JournalKind kind, String actor, Map<String, String> details) {
    jdbc.sql("insert into journal (request, at, kind, actor, details) values (?, ?, ?, ?, ?::jsonb)")
        .params(request, clock.instant().atOffset(ZoneOffset.UTC), kind.name(), actor, write(details)).update();
  }

  /** The whole story of a request, oldest first. */
  public List<JournalEntry> of(String request) {
    return jdbc.sql("select * from journal where request = ? order by id").param(request).query(this::entry).list();
  }

  private JournalEntry entry(ResultSet row, int index) throws SQLException {
    return new JournalEntry(row.getLong("id"), row.getString("request"), row.getTimestamp("at").toInstant(),
        JournalKind.valueOf(row.getString("kind")), row.getString("actor"), read(row.getString("details")));
  }

  private String write(Map<String, String> details) {
    Map<String, String> present = new LinkedHashMap<>();
    details.forEach((name, value) -> {
      if (value != null) {
        present.put(name, value);
      }
    });
    try {
      return json.writeValueAsString(present);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Map<String, String> read(String details) {
    try {
      return json.readValue(details, DETAILS);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
