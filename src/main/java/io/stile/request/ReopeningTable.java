package io.stile.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the requests that were opened again. */
@Repository
class ReopeningTable {

  private final JdbcClient jdbc;

  ReopeningTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Opens a closed request again, for an owner. */
  long insert(Request closed, String owner, String by, String reason, Instant at) {
    String number = closed.number().value();
    jdbc.sql("""
        update request set state = 'OPEN', closed_at = null, outcome = null, owner = ?, work_ended_at = null, ends_as = null,
          ends_because = null where number = ?""")
        .params(owner, number).update();
    return jdbc.sql("""
        insert into reopening (request, closed_at, outcome, at, by, reason) values (?, ?, ?, ?, ?, ?) returning id""")
        .params(number, utc(closed.closedAt()), closed.outcome() == null ? "ended" : closed.outcome(), utc(at), by, reason)
        .query(Long.class).single();
  }

  /** Whether a request is open because it was opened again: then another process carries it than that of its type. */
  boolean isOpen(String request) {
    return jdbc.sql("select exists (select from reopening where request = ? and ended_at is null)").param(request)
        .query(Boolean.class).single();
  }

  void end(String request, Instant at) {
    jdbc.sql("update reopening set ended_at = ? where request = ? and ended_at is null").params(utc(at), request).update();
  }

  List<Reopening> of(String request) {
    return jdbc.sql("select * from reopening where request = ? order by id").param(request)
        .query(ReopeningTable::reopening).list();
  }

  private static Reopening reopening(ResultSet row, int index) throws SQLException {
    return new Reopening(row.getLong("id"), row.getString("request"), row.getTimestamp("closed_at").toInstant(),
        row.getString("outcome"), row.getTimestamp("at").toInstant(), row.getString("by"), row.getString("reason"));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
