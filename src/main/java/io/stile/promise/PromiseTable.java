package io.stile.promise;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the promises, of their renewals and of the attempts to keep them. */
@Repository
class PromiseTable {

  private static final String SELECT = """
      select p.*, (select count(*) from promise_attempt a where a.promise = p.id) as attempts from promise p
      """;

  private final JdbcClient jdbc;

  PromiseTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** @param phone in E.164, or null */
  long insert(NewPromise promise, boolean ofRequest, String phone, Instant at) {
    return jdbc.sql("""
        insert into promise (request, what, of_request, from_at, due_at, first_due_at, phone, given_by, given_at, keeper, state)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN') returning id""")
        .params(promise.request(), promise.what(), ofRequest, utc(promise.from()), utc(promise.until()),
            utc(promise.until()), phone, promise.promiser(), utc(at), promise.promiser())
        .query(Long.class).single();
  }

  Optional<Promise> byId(long id) {
    return jdbc.sql(SELECT + "where p.id = ?").param(id).query(PromiseTable::promise).optional();
  }

  /** Waits for whoever changes it at this instant. The caller holds the request. */
  Optional<Promise> lock(long id) {
    return jdbc.sql(SELECT + "where p.id = ? for update of p").param(id).query(PromiseTable::promise).optional();
  }

  List<Promise> ofRequest(String request) {
    return jdbc.sql(SELECT + "where p.request = ? order by p.id").param(request).query(PromiseTable::promise).list();
  }

  /** How many promises of a request are open, without its own. */
  int openCount(String request) {
    return jdbc.sql("select count(*) from promise where request = ? and state = 'OPEN' and not of_request").param(request)
        .query(Integer.class).single();
  }

  List<Promise> ofRequests(Collection<String> requests) {
    return jdbc.sql(SELECT + "where p.request = any(?) and p.of_request")
        .param(requests.toArray(String[]::new)).query(PromiseTable::promise).list();
  }

  List<Promise> openOf(String owner, int limit) {
    return jdbc.sql(SELECT + """
        join request r on r.number = p.request
        where r.owner = ? and r.state = 'OPEN' and p.state = 'OPEN' order by p.due_at, p.id limit ?""")
        .params(owner, limit).query(PromiseTable::promise).list();
  }

  List<Promise> toKeep(String keeper, Instant before, int limit) {
    return jdbc.sql(SELECT + """
        where p.keeper = ? and p.state = 'OPEN' and not p.of_request and (p.due_at < ? or p.from_at < ?)
        order by p.due_at, p.id limit ?""")
        .params(keeper, utc(before), utc(before), limit).query(PromiseTable::promise).list();
  }

  List<Promise> toKeepIn(Collection<String> departments, int limit) {
    return jdbc.sql(SELECT + """
        where p.state = 'OPEN' and not p.of_request
          and exists (select from membership m where m.employee = p.keeper and m.department = any(?))
        order by p.due_at, p.id limit ?""")
        .params(departments.toArray(String[]::new), limit).query(PromiseTable::promise).list();
  }

  void renew(Promise promise, Instant from, Instant due, String reason, String by, Instant at) {
    jdbc.sql("update promise set from_at = ?, due_at = ?, renewals = renewals + 1 where id = ?")
        .params(utc(from), utc(due), promise.id()).update();
    jdbc.sql("insert into promise_renewal (promise, renewal, at, by, before_at, due_at, reason) values (?, ?, ?, ?, ?, ?, ?)")
        .params(promise.id(), promise.renewals() + 1, utc(at), by, utc(promise.dueAt()), utc(due), reason).update();
  }

  void setKeeper(long id, String keeper) {
    jdbc.sql("update promise set keeper = ? where id = ?").params(keeper, id).update();
  }

  void setRequest(long id, String request) {
    jdbc.sql("update promise set request = ? where id = ?").params(request, id).update();
  }

  void end(long id, Settlement settlement, Instant at) {
    jdbc.sql("update promise set state = ?, ended_at = ?, settled_by = ?, words = ?, unreached = ? where id = ?")
        .params(settlement.state().name(), utc(at), settlement.by(), settlement.words(), settlement.unreached(), id).update();
  }

  void addAttempt(long promise, Instant at, String by, String phone, String note) {
    jdbc.sql("insert into promise_attempt (promise, at, by, phone, note) values (?, ?, ?, ?, ?)")
        .params(promise, utc(at), by, phone, note).update();
  }

  List<Attempt> attempts(long promise) {
    return jdbc.sql("select * from promise_attempt where promise = ? order by id").param(promise)
        .query((row, index) -> new Attempt(row.getLong("id"), promise, instant(row, "at"), row.getString("by"),
            row.getString("phone"), row.getString("note"))).list();
  }

  List<Renewal> renewals(long promise) {
    return jdbc.sql("select * from promise_renewal where promise = ? order by renewal").param(promise)
        .query((row, index) -> new Renewal(row.getInt("renewal"), instant(row, "at"), row.getString("by"),
            instant(row, "before_at"), instant(row, "due_at"), row.getString("reason"))).list();
  }

  private static OffsetDateTime utc(Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }

  void openAgain(long id) {
    jdbc.sql("""
        update promise set state = 'OPEN', ended_at = null, settled_by = null, words = null, unreached = false where id = ?""").param(id).update();
  }

  private static Promise promise(ResultSet row, int index) throws SQLException {
    return new Promise(row.getLong("id"), row.getString("request"), row.getString("what"),
        row.getBoolean("of_request"), instant(row, "from_at"), instant(row, "due_at"), instant(row, "first_due_at"),
        row.getString("phone"), row.getString("given_by"), instant(row, "given_at"), row.getString("keeper"),
        Promise.State.valueOf(row.getString("state")), instant(row, "ended_at"), row.getString("settled_by"),
        row.getString("words"), row.getBoolean("unreached"), row.getInt("renewals"), row.getInt("attempts"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }
}
