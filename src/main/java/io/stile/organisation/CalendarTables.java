package io.stile.organisation;

import io.stile.sla.OpenSpan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables calendar, calendar_span and calendar_special_day. */
@Repository
class CalendarTables {

  private record Head(String key, String name, String zone, String holidayCountry, String holidayRegion) {
  }

  private final JdbcClient jdbc;

  CalendarTables(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<String> keys() {
    return jdbc.sql("select key from calendar order by key").query(String.class).list();
  }

  Optional<CalendarPlan> plan(String key) {
    return jdbc.sql("select key, name, zone, holiday_country, holiday_region from calendar where key = ?").param(key)
        .query(Head.class).optional()
        .map(head -> new CalendarPlan(key, head.name(), ZoneId.of(head.zone()), head.holidayCountry(), head.holidayRegion(),
            week(key), specialDays(key)));
  }

  void insert(CalendarPlan plan) {
    jdbc.sql("insert into calendar (key, name, zone, holiday_country, holiday_region) values (?, ?, ?, ?, ?)")
        .params(plan.key(), plan.name(), plan.zone().getId(), plan.holidayCountry(), plan.holidayRegion()).update();
    plan.week().forEach((day, spans) -> spans.forEach(span -> insertSpan(plan.key(), day, span)));
    plan.specialDays().forEach(day -> insertSpecialDay(plan.key(), day));
  }

  void replace(String key, SpecialDay day) {
    jdbc.sql("delete from calendar_special_day where calendar = ? and day = ?").params(key, day.day()).update();
    insertSpecialDay(key, day);
  }

  private void insertSpan(String key, DayOfWeek day, OpenSpan span) {
    jdbc.sql("insert into calendar_span (calendar, day, opens, closes) values (?, ?, ?, ?)")
        .params(key, day.getValue(), span.from(), span.until()).update();
  }

  private void insertSpecialDay(String key, SpecialDay day) {
    if (day.open().isEmpty()) {
      jdbc.sql("insert into calendar_special_day (calendar, day, name) values (?, ?, ?)")
          .params(key, day.day(), day.name()).update();
    }
    day.open().forEach(span -> jdbc
        .sql("insert into calendar_special_day (calendar, day, name, opens, closes) values (?, ?, ?, ?, ?)")
        .params(key, day.day(), day.name(), span.from(), span.until()).update());
  }

  private Map<DayOfWeek, List<OpenSpan>> week(String key) {
    Map<DayOfWeek, List<OpenSpan>> week = new EnumMap<>(DayOfWeek.class);
    jdbc.sql("select day, opens, closes from calendar_span where calendar = ? order by day, opens").param(key)
        .query(row -> {
          week.computeIfAbsent(DayOfWeek.of(row.getInt("day")), day -> new ArrayList<>()).add(span(row));
        });
    return week;
  }

  private List<SpecialDay> specialDays(String key) {
    Map<LocalDate, SpecialDay> days = new LinkedHashMap<>();
    jdbc.sql("select day, name, opens, closes from calendar_special_day where calendar = ? order by day, opens").param(key)
        .query(row -> {
          LocalDate day = row.getObject("day", LocalDate.class);
          List<OpenSpan> open = row.getObject("opens") == null ? List.of() : List.of(span(row));
          days.merge(day, new SpecialDay(day, row.getString("name"), open), CalendarTables::together);
        });
    return List.copyOf(days.values());
  }

  private static SpecialDay together(SpecialDay one, SpecialDay more) {
    List<OpenSpan> open = new ArrayList<>(one.open());
    open.addAll(more.open());
    return new SpecialDay(one.day(), one.name(), open);
  }

  private static OpenSpan span(ResultSet row) throws SQLException {
    return new OpenSpan(row.getObject("opens", LocalTime.class), row.getObject("closes", LocalTime.class));
  }
}
