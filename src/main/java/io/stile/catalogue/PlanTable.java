package io.stile.catalogue;

import io.stile.catalogue.PlannedPublication.State;
import io.stile.catalogue.Publication.Source;
import io.stile.engine.ModelVersion;
import io.stile.gate.Bundle;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of publications that wait. */
@Repository
class PlanTable {

  private static final String OPEN = "state in ('WAITING', 'PLANNED')";

  private final JdbcClient jdbc;

  PlanTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long insert(NewPublication wanted, boolean approval, Instant publishAt, Instant now) {
    long id = jdbc.sql("""
        insert into planned_publication (model, source, note, author, drawn_by, based_on, digest, asked_at, publish_at, approval, state)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
        .params(wanted.model(), wanted.source().name(), wanted.note(), wanted.author(), wanted.drawnBy().toArray(String[]::new),
            wanted.basedOn() == null ? null : wanted.basedOn().id(), wanted.bundle().digest(), utc(now), utc(publishAt), approval,
            (approval ? State.WAITING : State.PLANNED).name()).query(Long.class).single();
    wanted.bundle().files().forEach((path, content) ->
        jdbc.sql("insert into planned_publication_file (plan, path, content) values (?, ?, ?)").params(id, path, content).update());
    return id;
  }

  Bundle bundle(PlannedPublication plan) {
    Map<String, byte[]> files = new TreeMap<>();
    jdbc.sql("select path, content from planned_publication_file where plan = ?").param(plan.id()).query(row -> {
      files.put(row.getString("path"), row.getBytes("content"));
    });
    return new Bundle(plan.model(), files);
  }

  void approve(long id, String by, Instant at, State next) {
    jdbc.sql("update planned_publication set approver = ?, approved_at = ?, state = ?, ended_at = ? where id = ?")
        .params(by, utc(at), next.name(), next == State.PUBLISHED ? utc(at) : null, id).update();
  }

  void end(long id, State state, String by, String outcome, Instant at) {
    jdbc.sql("update planned_publication set state = ?, ended_by = ?, outcome = ?, ended_at = ? where id = ?")
        .params(state.name(), by, outcome, utc(at), id).update();
  }

  /** Waits for whoever decides it at this instant. */
  Optional<PlannedPublication> lock(long id) {
    return jdbc.sql("select * from planned_publication where id = ? for update").param(id).query(PlanTable::plan).optional();
  }

  /** One whose date has come and that no other node has in its hands. */
  Optional<PlannedPublication> lockDue(Instant now) {
    return jdbc.sql("""
        select * from planned_publication where state = 'PLANNED' and publish_at <= ? order by publish_at, id limit 1 for update skip locked""")
        .param(utc(now)).query(PlanTable::plan).optional();
  }

  Optional<PlannedPublication> openOf(String model) {
    return jdbc.sql("select * from planned_publication where model = ? and " + OPEN).param(model).query(PlanTable::plan).optional();
  }

  Optional<PlannedPublication> newestOf(String model) {
    return jdbc.sql("select * from planned_publication where model = ? order by id desc limit 1").param(model).query(PlanTable::plan).optional();
  }

  List<PlannedPublication> open() {
    return jdbc.sql("select * from planned_publication where " + OPEN + " order by id").query(PlanTable::plan).list();
  }

  private static PlannedPublication plan(ResultSet row, int index) throws SQLException {
    String basedOn = row.getString("based_on");
    return new PlannedPublication(row.getLong("id"), row.getString("model"), Source.valueOf(row.getString("source")), row.getString("note"),
        row.getString("author"), Set.of((String[]) row.getArray("drawn_by").getArray()), basedOn == null ? null : new ModelVersion(basedOn),
        row.getString("digest"), instant(row, "asked_at"), instant(row, "publish_at"), row.getBoolean("approval"), row.getString("approver"),
        instant(row, "approved_at"), State.valueOf(row.getString("state")), instant(row, "ended_at"), row.getString("ended_by"),
        row.getString("outcome"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime utc(Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }
}
