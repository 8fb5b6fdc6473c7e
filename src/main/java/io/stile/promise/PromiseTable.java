package io.stile.promise;

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

/** The rows of the promises. */
@Repository
class PromiseTable {

  private final JdbcClient jdbc;

  PromiseTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long insert(String request, String what, boolean ofRequest, Instant due, String givenBy, Instant at) {
    return jdbc.sql("""
        insert into promise (request, what, of_request, due_at, first_due_at, given_by, given_at, state)
        values (?, ?, ?, ?, ?, ?, ?, 'OPEN') returning id""")
        .params(request, what, ofRequest, due.atOffset(ZoneOffset.UTC), due.atOffset(ZoneOffset.UTC), givenBy,
            at.atOffset(ZoneOffset.UTC)).query(Long.class).single();
  }

  Optional<Promise> byId(long id) {
    return jdbc.sql("select * from promise where id = ?").param(id).query(PromiseTable::promise).optional();
  }

  Optional<Promise> lock(long id) {
    return jdbc.sql("select * from promise where id = ? for update").param(id).query(PromiseTable::promise).optional();
  }

  List<Promise> ofRequest(String request) {
    return jdbc.sql("select * from promise where request = ? order by id").param(request).query(PromiseTable::promise)
        .list();
  }

  List<Promise> ofRequests(Collection<String> requests) {
    return jdbc.sql("select * from promise where request = any(?) and of_request")
        .param(requests.toArray(String[]::new)).query(PromiseTable::promise).list();
  }

  List<Promise> openOf(String owner, int limit) {
    return jdbc.sql("""
        select p.* from promise p join request r on r.number = p.request
        where r.owner = ? and r.state = 'OPEN' and p.state = 'OPEN' order by p.due_at, p.id limit ?""")
        .params(owner, limit).query(PromiseTable::promise).list();
  }

  void renew(long id, Instant due) {
    jdbc.sql("update promise set due_at = ?, renewals = renewals + 1 where id = ?")
        .params(due.atOffset(ZoneOffset.UTC), id).update();
  }

  void end(long id, Promise.State state, Instant at) {
    jdbc.sql("update promise set state = ?, ended_at = ? where id = ?")
        .params(state.name(), at.atOffset(ZoneOffset.UTC), id).update();
  }

  void openAgain(long id) {
    jdbc.sql("update promise set state = 'OPEN', ended_at = null where id = ?").param(id).update();
  }

  private static Promise promise(ResultSet row, int index) throws SQLException {
    Timestamp endedAt = row.getTimestamp("ended_at");
    return new Promise(row.getLong("id"), row.getString("request"), row.getString("what"),
        row.getBoolean("of_request"), row.getTimestamp("due_at").toInstant(),
        row.getTimestamp("first_due_at").toInstant(), row.getString("given_by"),
        Promise.State.valueOf(row.getString("state")), endedAt == null ? null : endedAt.toInstant(),
        row.getInt("renewals"));
  }
}
