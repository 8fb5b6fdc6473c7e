package io.stile.handover;

import io.stile.handover.HandOver.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the hand-overs. */
@Repository
class HandOverTable {

  private final JdbcClient jdbc;

  HandOverTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long insert(NewHandOver asked, String giver, String receiver, Instant at, Instant leadAskedAt) {
    return jdbc.sql("""
        insert into hand_over (request, giver, offered_by, department, receiver, reason, left_to_do, offered_at, lead_asked_at, state)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN') returning id""")
        .params(asked.request(), giver, asked.by(), asked.department(), receiver, asked.reason(), asked.left(),
            at.atOffset(ZoneOffset.UTC), leadAskedAt.atOffset(ZoneOffset.UTC)).query(Long.class).single();
  }

  Optional<HandOver> byId(long id) {
    return jdbc.sql("select * from hand_over where id = ?").param(id).query(HandOverTable::handOver).optional();
  }

  Optional<HandOver> openOf(String request) {
    return jdbc.sql("select * from hand_over where request = ? and state = 'OPEN'").param(request)
        .query(HandOverTable::handOver).optional();
  }

  List<HandOver> ofRequest(String request) {
    return jdbc.sql("select * from hand_over where request = ? order by id").param(request).query(HandOverTable::handOver).list();
  }

  List<HandOver> latestOf(Collection<String> requests) {
    return jdbc.sql("select distinct on (request) * from hand_over where request = any(?) order by request, id desc")
        .param(requests.toArray(String[]::new)).query(HandOverTable::handOver).list();
  }

  List<HandOver> openFor(String answerer, int limit) {
    return jdbc.sql("""
        select * from hand_over where state = 'OPEN' and (receiver = ? and lead is null or lead = ?) order by id limit ?""")
        .params(answerer, answerer, limit).query(HandOverTable::handOver).list();
  }

  void ask(long id, String lead) {
    jdbc.sql("update hand_over set lead = ? where id = ?").params(lead, id).update();
  }

  /** @param declinableUntil null unless somebody else was named than who accepted */
  void accept(long id, String by, String takenBy, Instant declinableUntil, Instant at) {
    jdbc.sql("update hand_over set state = 'ACCEPTED', ended_at = ?, ended_by = ?, taken_by = ?, declinable_until = ? where id = ?")
        .params(at.atOffset(ZoneOffset.UTC), by, takenBy,
            declinableUntil == null ? null : declinableUntil.atOffset(ZoneOffset.UTC), id).update();
  }

  void giveBack(long id, String why, Instant at) {
    jdbc.sql("update hand_over set given_back_at = ?, given_back_why = ? where id = ?")
        .params(at.atOffset(ZoneOffset.UTC), why, id).update();
  }

  void decline(long id, String by, Declined why, Instant at) {
    jdbc.sql("""
        update hand_over set state = 'DECLINED', ended_at = ?, ended_by = ?, answer = ?, better_department = ?, better_employee = ?
        where id = ?""").params(at.atOffset(ZoneOffset.UTC), by, why.reason(), why.department(), why.employee(), id).update();
  }

  /** @param by null if it ended by itself */
  void end(long id, State state, String by, String why, Instant at) {
    jdbc.sql("update hand_over set state = ?, ended_at = ?, ended_by = ?, answer = ? where id = ?")
        .params(state.name(), at.atOffset(ZoneOffset.UTC), by, why, id).update();
  }

  void see(long id) {
    jdbc.sql("update hand_over set seen = true where id = ?").param(id).update();
  }

  private static HandOver handOver(ResultSet row, int index) throws SQLException {
    return new HandOver(row.getLong("id"), row.getString("request"), row.getString("giver"), row.getString("offered_by"),
        row.getString("department"), row.getString("receiver"), row.getString("lead"), row.getString("reason"),
        row.getString("left_to_do"), row.getTimestamp("offered_at").toInstant(), row.getTimestamp("lead_asked_at").toInstant(),
        State.valueOf(row.getString("state")), instant(row, "ended_at"), row.getString("ended_by"),
        row.getString("answer"), row.getString("taken_by"), row.getString("better_department"),
        row.getString("better_employee"), instant(row, "declinable_until"), instant(row, "given_back_at"),
        row.getString("given_back_why"), row.getBoolean("seen"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }
}
