package io.stile.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stile.engine.Sequel;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the completions of tasks led to. */
@Repository
class SequelTable {

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  SequelTable(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Keeps it in place of what an earlier completion of the task led to. */
  void keep(long task, Sequel sequel) {
    try {
      jdbc.sql("insert into sequel (task, led_to) values (?, ?::jsonb) on conflict (task) do update set led_to = excluded.led_to")
          .params(task, json.writeValueAsString(sequel)).update();
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What waits under another name now is found by it. */
  void rename(String request, Map<String, String> renamed) {
    renamed.forEach((old, now) -> jdbc.sql("""
        update sequel set led_to = replace(led_to::text, ?, ?)::jsonb
        where task in (select id from task where request = ?)""").params(old, now, request).update());
  }

  Optional<Sequel> of(long task) {
    return jdbc.sql("select led_to from sequel where task = ?").param(task).query(String.class).optional().map(this::read);
  }

  private Sequel read(String sequel) {
    try {
      return json.readValue(sequel, Sequel.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
