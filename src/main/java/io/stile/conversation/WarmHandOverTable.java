package io.stile.conversation;

import io.stile.conversation.WarmHandOver.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the warm hand-overs. */
@Repository
class WarmHandOverTable {

  private final JdbcClient jdbc;

  WarmHandOverTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long insert(NewWarmHandOver offer, Instant at) {
    return jdbc.sql("""
        insert into warm_hand_over (request, department, employee, words, offered_by, offered_at, owns, state)
        values (?, ?, ?, ?, ?, ?, ?, 'OPEN') returning id""")
        .params(offer.request(), offer.to().department(), offer.to().employee(), offer.words(), offer.by(),
            at.atOffset(ZoneOffset.UTC), offer.owns()).query(Long.class).single();
  }

  /** @param takenBy null unless somebody took it */
  void end(long id, State state, String takenBy, Instant at) {
    jdbc.sql("update warm_hand_over set state = ?, taken_by = ?, ended_at = ? where id = ? and state = 'OPEN'")
        .params(state.name(), takenBy, at.atOffset(ZoneOffset.UTC), id).update();
  }

  Optional<WarmHandOver> byId(long id) {
    return jdbc.sql("select * from warm_hand_over where id = ?").param(id).query(WarmHandOverTable::row).optional();
  }

  /** The last one first. */
  List<WarmHandOver> ofRequest(String request, int limit) {
    return jdbc.sql("select * from warm_hand_over where request = ? order by id desc limit ?").params(request, limit)
        .query(WarmHandOverTable::row).list();
  }

  List<WarmHandOver> openOf(String request) {
    return jdbc.sql("select * from warm_hand_over where request = ? and state = 'OPEN'").param(request)
        .query(WarmHandOverTable::row).list();
  }

  private static WarmHandOver row(ResultSet row, int index) throws SQLException {
    Timestamp ended = row.getTimestamp("ended_at");
    return new WarmHandOver(row.getLong("id"), row.getString("request"), row.getString("department"),
        row.getString("employee"), row.getString("words"), row.getString("offered_by"),
        row.getTimestamp("offered_at").toInstant(), row.getBoolean("owns"), State.valueOf(row.getString("state")), row.getString("taken_by"),
        ended == null ? null : ended.toInstant());
  }
}
