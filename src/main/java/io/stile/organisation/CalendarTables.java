package io.stile.organisation;

import io.stile.sla.OpenSpan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables calendar, calendar_version, calendar_span and calendar_special_day. */
@Repository
class CalendarTables {

  private record Head(String key, String name, String zone, int version) {
  }

  private record VersionHead(LocalDate validFrom, String holidayCountry, String holidayRegion) {
  }

  private final JdbcClient jdbc;

  CalendarTables(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<String> keys() {
    return jdbc.sql("select key from calendar order by key").query(String.class).list();
  }

  Optional<CalendarPlan> plan(String key) {
    return jdbc.sql("select key, name, zone, version from calendar where key = ?").param(key).query(Head.class).optional()
        .map(head -> new CalendarPlan(key, head.name(), ZoneId.of(head.zone()), versions(key), specialDays(key), head.version()));
  }

  /** Waits for whoever changes the calendar at this instant. */
  Optional<CalendarPlan> lock(String key) {
    boolean there = !jdbc.sql("select 1 from calendar where key = ? for update").param(key).query(Integer.class).list().isEmpty();
    return there ? plan(key) : Optional.empty();
  }

  void insert(CalendarPlan plan, String by, Instant at) {
    jdbc.sql("insert into calendar (key, name, zone) values (?, ?, ?)").params(plan.key(), plan.name(), plan.zone().getId()).update();
    plan.versions().forEach(version -> insertVersion(plan.key(), version, by, at));
    plan.specialDays().forEach(day -> insertSpecialDay(plan.key(), day));
  }

  void rename(String key, String name) {
    jdbc.sql("update calendar set name = ? where key = ?").params(name, key).update();
  }

  void countChange(String key) {
    jdbc.sql("update calendar set version = version + 1 where key = ?").param(key).update();
  }

  /** With its spans, in place of the version of the same day. */
  void insertVersion(String key, CalendarVersion version, String by, Instant at) {
    deleteVersion(key, version.from());
    jdbc.sql("""
        insert into calendar_version (calendar, valid_from, holiday_country, holiday_region, published_by, published_at)
        values (?, ?, ?, ?, ?, ?)""").params(key, version.from(), version.holidayCountry(), version.holidayRegion(), by,
        at.atOffset(ZoneOffset.UTC)).update();
    version.week().forEach((day, spans) -> spans.forEach(span -> jdbc
        .sql("insert into calendar_span (calendar, valid_from, day, opens, closes) values (?, ?, ?, ?, ?)")
        .params(key, version.from(), day.getValue(), span.from(), span.until()).update()));
  }

  void deleteVersion(String key, LocalDate from) {
    jdbc.sql("delete from calendar_version where calendar = ? and valid_from = ?").params(key, from).update();
  }

  void replace(String key, SpecialDay day) {
    deleteSpecialDay(key, day.day());
    insertSpecialDay(key, day);
  }

  void deleteSpecialDay(String key, LocalDate day) {
    jdbc.sql("delete from calendar_special_day where calendar = ? and day = ?").params(key, day).update();
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

  private List<CalendarVersion> versions(String key) {
    Map<LocalDate, Map<DayOfWeek, List<OpenSpan>>> weeks = weeks(key);
    return jdbc.sql("select valid_from, holiday_country, holiday_region from calendar_version where calendar = ? order by valid_from")
        .param(key).query(VersionHead.class).list().stream()
        .map(head -> new CalendarVersion(head.validFrom(), head.holidayCountry(), head.holidayRegion(),
            weeks.getOrDefault(head.validFrom(), Map.of()))).toList();
  }

  private Map<LocalDate, Map<DayOfWeek, List<OpenSpan>>> weeks(String key) {
    Map<LocalDate, Map<DayOfWeek, List<OpenSpan>>> weeks = new LinkedHashMap<>();
    jdbc.sql("select valid_from, day, opens, closes from calendar_span where calendar = ? order by valid_from, day, opens").param(key)
        .query(row -> {
          weeks.computeIfAbsent(row.getObject("valid_from", LocalDate.class), from -> new EnumMap<>(DayOfWeek.class))
              .computeIfAbsent(DayOfWeek.of(row.getInt("day")), day -> new ArrayList<>()).add(span(row));
        });
    return weeks;
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
