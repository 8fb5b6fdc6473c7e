package io.stile.catalogue;

import io.stile.catalogue.Publication.Source;
import io.stile.engine.ModelVersion;
import io.stile.engine.PublishedVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table publication; rows are only ever added. */
@Repository
class PublicationTable {

  private final JdbcClient jdbc;

  PublicationTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Waits for whoever publishes the model at this instant, and keeps others waiting until the transaction ends. */
  void lock(String model) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('publication of ' || ?, 0))").param(model).query((row, index) -> model).single();
  }

  void insert(Publication publication) {
    jdbc.sql("""
        insert into publication (model, number, version, source, author, approver, note, at) values (?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(publication.model(), publication.number(), publication.version().id(), publication.source().name(), publication.author(),
            publication.approver(), publication.note(), publication.at().atOffset(ZoneOffset.UTC)).update();
  }

  /** Keeps what was published before there were publications, or past them; what is known already stays as it is. */
  void adopt(PublishedVersion found, String note) {
    jdbc.sql("""
        insert into publication (model, number, version, source, note, at) values (?, ?, ?, 'SHIPPED', ?, ?) on conflict do nothing""")
        .params(found.name(), found.number(), found.version().id(), note, found.at().atOffset(ZoneOffset.UTC)).update();
  }

  Optional<Publication> newest(String model) {
    return jdbc.sql("select * from publication where model = ? order by number desc limit 1").param(model)
        .query(PublicationTable::publication).optional();
  }

  Optional<Publication> ofNumber(String model, int number) {
    return jdbc.sql("select * from publication where model = ? and number = ?").params(model, number)
        .query(PublicationTable::publication).optional();
  }

  List<Publication> of(String model) {
    return jdbc.sql("select * from publication where model = ? order by number desc").param(model).query(PublicationTable::publication).list();
  }

  List<Publication> newestOfEach() {
    return jdbc.sql("select distinct on (model) * from publication order by model, number desc").query(PublicationTable::publication).list();
  }

  private static Publication publication(ResultSet row, int index) throws SQLException {
    return new Publication(row.getString("model"), row.getInt("number"), new ModelVersion(row.getString("version")),
        Source.valueOf(row.getString("source")), row.getString("author"), row.getString("approver"), row.getString("note"),
        row.getTimestamp("at").toInstant());
  }
}
