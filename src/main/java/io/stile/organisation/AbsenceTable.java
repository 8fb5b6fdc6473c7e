package io.stile.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table absence. */
@Repository
class AbsenceTable {

  /** Names the lock; any number that nobody else uses. */
  private static final long LOCK = 7_214_004L;

  private final JdbcClient jdbc;

  AbsenceTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Lets one absence be entered at a time: whether a deputy is there depends on other rows. Held until the transaction ends. */
  void holdStill() {
    jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query(rows -> { });
  }

  void insert(Absence absence) {
    jdbc.sql("insert into absence (employee, from_at, until_at, kind, deputy) values (?, ?, ?, ?, ?)")
        .params(absence.employee(), utc(absence.from()), utc(absence.until()), absence.kind().name(), absence.deputy()).update();
  }

  void setDeputy(long id, String deputy) {
    jdbc.sql("update absence set deputy = ? where id = ?").params(deputy, id).update();
  }

  void delete(long id) {
    jdbc.sql("delete from absence where id = ?").param(id).update();
  }

  Optional<Absence> byId(long id) {
    return jdbc.sql("select * from absence where id = ?").param(id).query(AbsenceTable::absence).optional();
  }

  Optional<Absence> overlapping(String employee, Instant from, Instant until) {
    return jdbc.sql("select * from absence where employee = ? and from_at < ? and until_at > ? order by from_at limit 1")
        .params(employee, utc(until), utc(from)).query(AbsenceTable::absence).optional();
  }

  Optional<Absence> standingIn(String deputy, Instant from, Instant until) {
    return jdbc.sql("select * from absence where deputy = ? and from_at < ? and until_at > ? order by from_at limit 1")
        .params(deputy, utc(until), utc(from)).query(AbsenceTable::absence).optional();
  }

  List<Absence> notEndedWithDeputy(String deputy, Instant at) {
    return jdbc.sql("select * from absence where deputy = ? and until_at > ? order by from_at")
        .params(deputy, utc(at)).query(AbsenceTable::absence).list();
  }

  List<Absence> notEndedOf(String employee, Instant at) {
    return jdbc.sql("select * from absence where employee = ? and until_at > ? order by from_at")
        .params(employee, utc(at)).query(AbsenceTable::absence).list();
  }

  List<Absence> notEndedIn(Collection<String> departments, Instant at) {
    return jdbc.sql("""
        select a.* from absence a join employee e on e.sign_in = a.employee and e.active
        where a.until_at > ? and a.employee in (select m.employee from membership m where m.department = any(?))
        order by a.from_at, a.employee
        """).params(utc(at), departments.toArray(String[]::new)).query(AbsenceTable::absence).list();
  }

  List<Absence> notEnded(Instant at, Long after, int limit) {
    return jdbc.sql("""
        select a.* from absence a join employee e on e.sign_in = a.employee and e.active
        where a.until_at > :at and (:after::bigint is null
          or (a.from_at, a.id) > (select b.from_at, b.id from absence b where b.id = :after))
        order by a.from_at, a.id limit :limit""").param("at", utc(at)).param("after", after).param("limit", limit)
        .query(AbsenceTable::absence).list();
  }

  private static Absence absence(ResultSet row, int index) throws SQLException {
    return new Absence(row.getLong("id"), row.getString("employee"), row.getTimestamp("from_at").toInstant(),
        row.getTimestamp("until_at").toInstant(), Absence.Kind.valueOf(row.getString("kind")), row.getString("deputy"));
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
