package io.stile.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** When employees are absent. */
@Repository
public class Absences {

  private final JdbcClient jdbc;

  Absences(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Transactional
  public void add(Absence absence) {
    jdbc.sql("insert into absence (employee, from_at, until_at, kind) values (?, ?, ?, ?)")
        .params(absence.employee(), utc(absence.from()), utc(absence.until()), absence.kind().name()).update();
  }

  /** Those of the employee that have not ended at the instant, earliest first: the present ones and the coming ones. */
  public List<Absence> notEndedOf(String employee, Instant at) {
    return jdbc.sql("select * from absence where employee = ? and until_at > ? order by from_at")
        .params(employee, utc(at)).query(Absences::absence).list();
  }

  /** Those of a department's active members that have not ended at the instant, earliest first. */
  public List<Absence> notEndedIn(String department, Instant at) {
    return jdbc.sql("""
        select a.* from absence a
        join membership m on m.employee = a.employee
        join employee e on e.sign_in = a.employee and e.active
        where m.department = ? and a.until_at > ? order by a.from_at, a.employee
        """).params(department, utc(at)).query(Absences::absence).list();
  }

  private static Absence absence(ResultSet row, int index) throws SQLException {
    return new Absence(row.getString("employee"), row.getTimestamp("from_at").toInstant(),
        row.getTimestamp("until_at").toInstant(), Absence.Kind.valueOf(row.getString("kind")));
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
