package io.stile.organisation;

import io.stile.sla.OpenSpan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables shift and shift_span. */
@Repository
class ShiftTable {

  private static final String SELECT = """
      select s.id, s.employee, s.from_day, s.until_day, p.day, p.begins, p.ends
      from shift s join shift_span p on p.shift = s.id
      """;

  private final JdbcClient jdbc;

  ShiftTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** By their first day. */
  List<Shift> of(String employee) {
    return shifts(SELECT + "where s.employee = ? order by s.from_day, s.id, p.day, p.begins", employee);
  }

  /** Those of the active members of departments that have not ended on the day. */
  List<Shift> notEndedIn(Collection<String> departments, LocalDate day) {
    return shifts(SELECT + """
        join employee e on e.sign_in = s.employee and e.active
        where (s.until_day is null or s.until_day > ?)
          and s.employee in (select m.employee from membership m where m.department = any(?))
        order by s.employee, s.from_day, s.id, p.day, p.begins""", day, departments.toArray(String[]::new));
  }

  void insert(Shift shift) {
    long id = jdbc.sql("insert into shift (employee, from_day, until_day) values (?, ?, ?) returning id")
        .params(shift.employee(), shift.from(), shift.until()).query(Long.class).single();
    shift.week().forEach((day, spans) -> spans.forEach(span -> jdbc
        .sql("insert into shift_span (shift, day, begins, ends) values (?, ?, ?, ?)")
        .params(id, day.getValue(), span.from(), span.until()).update()));
  }

  void end(long id, LocalDate until) {
    jdbc.sql("update shift set until_day = ? where id = ?").params(until, id).update();
  }

  void delete(long id) {
    jdbc.sql("delete from shift where id = ?").param(id).update();
  }

  private List<Shift> shifts(String sql, Object... given) {
    Map<Long, Shift> found = new LinkedHashMap<>();
    jdbc.sql(sql).params(given).query(row -> {
      found.merge(row.getLong("id"), shift(row), ShiftTable::together);
    });
    return List.copyOf(found.values());
  }

  private static Shift together(Shift one, Shift more) {
    Map<DayOfWeek, List<OpenSpan>> week = new EnumMap<>(one.week());
    more.week().forEach((day, spans) -> week.merge(day, spans, (first, second) -> {
      List<OpenSpan> both = new ArrayList<>(first);
      both.addAll(second);
      return both;
    }));
    return new Shift(one.id(), one.employee(), one.from(), one.until(), week);
  }

  private static Shift shift(ResultSet row) throws SQLException {
    return new Shift(row.getLong("id"), row.getString("employee"), row.getObject("from_day", LocalDate.class),
        row.getObject("until_day", LocalDate.class), Map.of(DayOfWeek.of(row.getInt("day")),
            List.of(new OpenSpan(row.getObject("begins", LocalTime.class), row.getObject("ends", LocalTime.class)))));
  }
}
