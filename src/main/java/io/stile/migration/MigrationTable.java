package io.stile.migration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stile.engine.Migrations.Route;
import io.stile.engine.ModelVersion;
import io.stile.migration.MigrationItem.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the migrations. */
@Repository
class MigrationTable {

  private static final TypeReference<Map<String, Map<String, String>>> ROUTES = new TypeReference<>() {};

  private static final TypeReference<LinkedHashMap<String, Object>> VALUES = new TypeReference<>() {};

  private static final String COUNTED = """
      select m.*, c.moved, c.stayed, c.pending from migration m cross join lateral (
        select count(*) filter (where outcome = 'MOVED') as moved, count(*) filter (where outcome = 'STAYED') as stayed,
          count(*) filter (where outcome = 'PENDING') as pending
        from migration_item where migration = m.id) c\s""";

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  MigrationTable(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json.copy().enable(DeserializationFeature.USE_LONG_FOR_INTS);
  }

  /** The id of a new one; fails with a duplicate key if one of the model has not ended. */
  long insert(MigrationPlan plan, String by, Instant at) {
    return jdbc.sql("""
        insert into migration (model, target, target_number, new_targets, routes, given, state, started_by, started_at)
        values (?, ?, ?, ?, ?::jsonb, ?::jsonb, 'RUNNING', ?, ?) returning id""")
        .params(plan.model(), plan.target().id(), plan.number(), plan.newTargets(), write(routes(plan)), write(plan.given()), by, utc(at))
        .query(Long.class).single();
  }

  private static Map<String, Map<String, String>> routes(MigrationPlan plan) {
    return plan.legs().stream().collect(Collectors.toMap(leg -> leg.from().id(), leg -> leg.route(plan.target()).places()));
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private <T> T read(String text, TypeReference<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  void insertItems(long migration, ModelVersion from, int number, List<String> requests) {
    jdbc.sql("""
        insert into migration_item (migration, request, from_model, from_number, outcome)
        select ?, number, ?, ?, 'PENDING' from unnest(?::text[]) as number""")
        .params(migration, from.id(), number, requests.toArray(String[]::new)).update();
  }

  Optional<Migration> byId(long id) {
    return jdbc.sql(COUNTED + "where m.id = ?").param(id).query(this::migration).optional();
  }

  /** Those of a model, the newest first. */
  List<Migration> ofModel(String model) {
    return jdbc.sql(COUNTED + "where m.model = ? order by m.id desc limit 50").param(model).query(this::migration).list();
  }

  Optional<Migration> goingOn(String model) {
    return jdbc.sql(COUNTED + "where m.model = ? and m.state <> 'DONE'").param(model).query(this::migration).optional();
  }

  /** Whether it was in that state until now. */
  boolean change(long id, Migration.State from, Migration.State to) {
    return jdbc.sql("update migration set state = ? where id = ? and state = ?").params(to.name(), id, from.name()).update() == 1;
  }

  List<MigrationItem> items(long migration, Outcome outcome, int limit) {
    return jdbc.sql("select * from migration_item where migration = ? and outcome = ? order by at desc, request limit ?")
        .params(migration, outcome.name(), limit).query(MigrationTable::item).list();
  }

  /** A request that has not had its turn in a migration that runs, and whose turn nobody else takes; held until the transaction ends. */
  Optional<MigrationItem> hold() {
    return jdbc.sql("""
        select i.* from migration_item i join migration m on m.id = i.migration
        where i.outcome = 'PENDING' and m.state = 'RUNNING' order by m.id, i.request limit 1 for update of i skip locked""")
        .query(MigrationTable::item).optional();
  }

  /** Says what became of a request, unless that is known already. */
  boolean settle(MigrationItem item, Outcome outcome, String reason, Instant at) {
    return jdbc.sql("""
        update migration_item set outcome = ?, reason = ?, at = ? where migration = ? and request = ? and outcome = 'PENDING'""")
        .params(outcome.name(), reason, utc(at), item.migration(), item.request()).update() == 1;
  }

  /** Ends those in which every request has had its turn. */
  List<Long> endDone(Instant at) {
    return jdbc.sql("""
        update migration m set state = 'DONE', ended_at = ? where state = 'RUNNING'
          and not exists (select from migration_item i where i.migration = m.id and i.outcome = 'PENDING') returning id""")
        .param(utc(at)).query(Long.class).list();
  }

  /** The way of a request from the version on which it was. */
  Route route(MigrationItem item, ModelVersion target) {
    String routes = jdbc.sql("select routes from migration where id = ?").param(item.migration()).query(String.class).single();
    return new Route(item.from(), target, read(routes, ROUTES).getOrDefault(item.from().id(), Map.of()));
  }

  private Migration migration(ResultSet row, int index) throws SQLException {
    return new Migration(row.getLong("id"), row.getString("model"), new ModelVersion(row.getString("target")),
        row.getInt("target_number"), row.getBoolean("new_targets"), read(row.getString("given"), VALUES), Migration.State.valueOf(row.getString("state")),
        row.getString("started_by"), instant(row, "started_at"), instant(row, "ended_at"), row.getInt("moved"),
        row.getInt("stayed"), row.getInt("pending"));
  }

  private static MigrationItem item(ResultSet row, int index) throws SQLException {
    return new MigrationItem(row.getLong("migration"), row.getString("request"), new ModelVersion(row.getString("from_model")),
        row.getInt("from_number"), Outcome.valueOf(row.getString("outcome")), row.getString("reason"), instant(row, "at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
