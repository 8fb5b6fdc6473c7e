package io.stile.catalogue;

import io.stile.audit.Audit;
import io.stile.audit.Changes;
import io.stile.audit.Subject;
import io.stile.engine.Models;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which request types are retired: no new request can be opened, those that run are finished. */
@Service
public class Retirements {

  private final JdbcClient jdbc;
  private final Models models;
  private final Audit audit;
  private final Clock clock;

  Retirements(JdbcClient jdbc, Models models, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.models = models;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whether and why a type is retired. */
  public Optional<Retired> of(String model) {
    return jdbc.sql("select * from retirement where model = ?").param(model).query(Retirements::retired).optional();
  }

  /** All retired types, by key. */
  public List<Retired> all() {
    return jdbc.sql("select * from retirement order by model").query(Retirements::retired).list();
  }

  Set<String> keys() {
    return all().stream().map(Retired::model).collect(Collectors.toSet());
  }

  /**
   * Retires a type.
   *
   * @throws PublicationRefused if it is no type that customers can have, is retired already, or nobody says why
   */
  @Transactional
  public void retire(String model, String note, String by) {
    RequestType type = required(model);
    String why = note == null ? "" : note.strip();
    Publications.requireNote(why);
    if (type.internal()) {
      throw PublicationRefused.conflict("“%s” cannot be retired: the platform itself opens requests of it.".formatted(type.name()));
    }
    Instant now = clock.instant();
    int kept = jdbc.sql("insert into retirement (model, by, at, note) values (?, ?, ?, ?) on conflict (model) do nothing")
        .params(model, by, now.atOffset(ZoneOffset.UTC), why).update();
    if (kept == 0) {
      throw PublicationRefused.conflict("“%s” is retired already.".formatted(type.name()));
    }
    audit.record(by, "retired", subject(type), new Changes().add("Note", null, why));
  }

  /**
   * Lets requests of a type be opened again.
   *
   * @throws PublicationRefused if it is not retired
   */
  @Transactional
  public void bringBack(String model, String by) {
    RequestType type = required(model);
    Retired retired = of(model).orElseThrow(() -> PublicationRefused.conflict("“%s” is not retired.".formatted(type.name())));
    jdbc.sql("delete from retirement where model = ?").param(model).update();
    audit.record(by, "brought back", subject(type), new Changes().add("Note", retired.note(), null));
  }

  private RequestType required(String model) {
    return models.newest(model).filter(RequestType::is).map(RequestType::of)
        .orElseThrow(() -> PublicationRefused.unknown("request type '%.64s'".formatted(model)));
  }

  private static Subject subject(RequestType type) {
    return new Subject("model", type.key(), type.name());
  }

  private static Retired retired(ResultSet row, int index) throws SQLException {
    return new Retired(row.getString("model"), row.getString("by"), row.getTimestamp("at").toInstant(), row.getString("note"));
  }
}
