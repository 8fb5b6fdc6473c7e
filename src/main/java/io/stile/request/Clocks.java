package io.stile.request;

import io.stile.organisation.Calendars;
import io.stile.sla.ClockFact;
import io.stile.sla.Explanation;
import io.stile.sla.SlaClock;
import io.stile.sla.Target;
import io.stile.sla.WorkingCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The clocks of the requests, kept as facts. A clock is a pure function of its facts and the calendar; what is stored
 * elsewhere (a task's due date, a timer) is the same instant, computed once when the clock was started.
 */
@Component
public class Clocks {

  /** The clock that runs from opening to closing and is never moved. */
  public static final String END_TO_END = "end-to-end";

  private final JdbcClient jdbc;
  private final Calendars calendars;

  Clocks(JdbcClient jdbc, Calendars calendars) {
    this.jdbc = jdbc;
    this.calendars = calendars;
  }

  /** The name of the clock of a task. */
  public static String ofTask(long task) {
    return "task:" + task;
  }

  /** The name of the clock that measures a task while it is where it was returned to. */
  public static String ofReturn(long taskReturn) {
    return "return:" + taskReturn;
  }

  /** The name of the clock of a promise. */
  public static String ofPromise(long promise) {
    return "promise:" + promise;
  }

  /**
   * Starts a clock that runs out when its target has been used up in open time.
   *
   * @param calendar key of the calendar that it counts in
   */
  public void start(String request, String clock, Instant at, Target target, String calendar) {
    insert(request, clock, at, "STARTED", target, calendar, null, null);
  }

  /**
   * Has another target hold for a clock that runs.
   *
   * @param calendar key of the calendar that it counts in from now on
   * @param reason   why, as the explanation of the due date shows it
   */
  public void change(String request, String clock, Instant at, Target target, String calendar, String reason) {
    insert(request, clock, at, "CHANGED", target, calendar, null, reason);
  }

  /**
   * Sets the instant at which a clock runs out, from now on regardless of open time: what a person has promised.
   *
   * @param calendar key of the calendar in which the time used until then is counted
   */
  public void fix(String request, String clock, Instant at, Instant due, String calendar, String reason) {
    insert(request, clock, at, "FIXED", null, calendar, due, reason);
  }

  /**
   * Has a clock stand still until an instant at which it goes on by itself; {@link #resume} lets it go on earlier. What it
   * runs out at from now on is what holds if it goes on as planned. A clock that has run out already stays so.
   *
   * @param until after {@code at}
   * @param reason what it waits for, as the explanation of the due date shows it
   */
  public void pause(String request, String clock, Instant at, Instant until, String reason) {
    insert(request, clock, at, "PAUSED", null, null, null, reason);
    insert(request, clock, until, "RESUMED", null, null, null, null);
  }

  /** Has a clock stand still until {@link #goOnAt} lets it go on; nobody knows yet when. */
  public void stop(String request, String clock, Instant at, String reason) {
    insert(request, clock, at, "PAUSED", null, null, null, reason);
  }

  /** Lets a clock go on that {@link #stop} has stopped, with the time that it had left. */
  public void goOnAt(String request, String clock, Instant at) {
    insert(request, clock, at, "RESUMED", null, null, null, null);
  }

  /** Lets a clock go on that stands still; one that has gone on by itself before this instant stays as it is. */
  public void resume(String request, String clock, Instant at) {
    jdbc.sql("update clock_fact set at = ? where request = ? and clock = ? and kind = 'RESUMED' and at > ?")
        .params(utc(at), request, clock, utc(at)).update();
  }

  /** Stops a clock: what it measures has happened. */
  public void meet(String request, String clock, Instant at) {
    insert(request, clock, at, "MET", null, null, null, null);
  }

  /** Has a clock belong to another request from now on, as it is. */
  public void move(String from, String to, String clock) {
    jdbc.sql("update clock_fact set request = ? where request = ? and clock = ?").params(to, from, clock).update();
  }

  /** What a clock measures has happened, and is opened again: it runs from now on, and the time in between is not counted. */
  public void openAgain(String request, String clock, Instant at) {
    insert(request, clock, at, "RESUMED", null, null, null, null);
  }

  /** What a clock measures has not happened after all: it runs as if it had never been stopped. */
  public void goOn(String request, String clock) {
    jdbc.sql("delete from clock_fact where request = ? and clock = ? and kind = 'MET'").params(request, clock).update();
  }

  /** A clock as its facts make it, empty if there is none of that name. */
  public Optional<SlaClock> clock(String request, String clock) {
    List<ClockFact> facts = rows(request, clock, this::fact);
    return facts.isEmpty() ? Optional.empty() : Optional.of(SlaClock.of(facts));
  }

  /**
   * Several clocks at once, by their names; a name without a clock is missing.
   *
   * @param requests the requests that they belong to; the names of clocks of tasks and promises are unique among all
   */
  public Map<String, SlaClock> clocks(Collection<String> requests, Collection<String> names) {
    Map<String, List<ClockFact>> facts = new HashMap<>();
    jdbc.sql("select * from clock_fact where request = any(?) and clock = any(?) order by id")
        .params(requests.toArray(String[]::new), names.toArray(String[]::new))
        .query(row -> {
          facts.computeIfAbsent(row.getString("clock"), name -> new ArrayList<>()).add(fact(row, 0));
        });
    Map<String, SlaClock> clocks = new HashMap<>();
    facts.forEach((name, list) -> clocks.put(name, SlaClock.of(list)));
    return clocks;
  }

  /**
   * Why a clock runs out when its target has been used up, span by span, pauses included; empty if there is no such clock
   * or no target is counted. What was set since then is not in it, see {@link #settings}.
   */
  public Optional<Explanation> explain(String request, String clock) {
    List<ClockFact> counted = new ArrayList<>(rows(request, clock, this::fact));
    counted.removeIf(ClockFact.Fixed.class::isInstance);
    if (counted.isEmpty() || !(counted.get(0) instanceof ClockFact.Started)) {
      return Optional.empty();
    }
    // Where it ended says nothing about when it would have run out.
    if (counted.get(counted.size() - 1) instanceof ClockFact.Met) {
      counted.remove(counted.size() - 1);
    }
    return SlaClock.of(counted).explain();
  }

  /**
   * An instant to which a clock was set, whatever its target.
   *
   * @param at     when it was set
   * @param due    when it runs out since then
   * @param reason why, or null for a promise as it was given first
   */
  public record Setting(Instant at, Instant due, String reason) {}

  /** The instants to which a clock was set, oldest first; the last one holds. */
  public List<Setting> settings(String request, String clock) {
    return rows(request, clock, (row, index) -> "FIXED".equals(row.getString("kind"))
        ? new Setting(row.getTimestamp("at").toInstant(), row.getTimestamp("due").toInstant(), row.getString("reason"))
        : null).stream().filter(Objects::nonNull).toList();
  }

  private <T> List<T> rows(String request, String clock, RowMapper<T> mapper) {
    return jdbc.sql("select * from clock_fact where request = ? and clock = ? order by id").params(request, clock)
        .query(mapper).list();
  }

  private void insert(String request, String clock, Instant at, String kind, Target target, String calendar,
      Instant due, String reason) {
    jdbc.sql("""
        insert into clock_fact (request, clock, at, kind, target, calendar, due, reason)
        values (?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(request, clock, utc(at), kind, target == null ? null : target.toString(), calendar, utc(due), reason)
        .update();
  }

  /**
   * The running clocks of open requests that count in a calendar, each twice: as they are, and as they would be with another calendar in its
   * place.
   *
   * @param calendar key of the calendar
   */
  List<Compared> compared(String calendar, WorkingCalendar other) {
    Map<String, List<ClockFact>> present = new LinkedHashMap<>();
    Map<String, List<ClockFact>> changed = new HashMap<>();
    jdbc.sql("""
        select f.* from clock_fact f join request r on r.number = f.request and r.state = 'OPEN'
        where exists (select 1 from clock_fact c where c.request = f.request and c.clock = f.clock and c.calendar = ?)
          and not exists (select 1 from clock_fact m where m.request = f.request and m.clock = f.clock and m.kind = 'MET')
        order by f.id""").param(calendar).query(row -> {
          String clock = row.getString("request") + " " + row.getString("clock");
          present.computeIfAbsent(clock, name -> new ArrayList<>()).add(fact(row, 0));
          changed.computeIfAbsent(clock, name -> new ArrayList<>())
              .add(fact(row, key -> key.equals(calendar) ? other : calendars.byKey(key)));
        });
    return present.entrySet().stream().map(clock -> new Compared(SlaClock.of(clock.getValue()), SlaClock.of(changed.get(clock.getKey())))).toList();
  }

  /** A clock as it is, and as it would be with another calendar. */
  record Compared(SlaClock now, SlaClock then) {}

  private ClockFact fact(ResultSet row, int index) throws SQLException {
    return fact(row, calendars::byKey);
  }

  private static ClockFact fact(ResultSet row, Function<String, WorkingCalendar> calendars) throws SQLException {
    Instant at = row.getTimestamp("at").toInstant();
    return switch (row.getString("kind")) {
      case "STARTED" -> new ClockFact.Started(at, Target.parse(row.getString("target")),
          calendars.apply(row.getString("calendar")));
      case "CHANGED" -> new ClockFact.Changed(at, Target.parse(row.getString("target")),
          calendars.apply(row.getString("calendar")));
      case "FIXED" -> new ClockFact.Fixed(at, row.getTimestamp("due").toInstant(),
          calendars.apply(row.getString("calendar")));
      case "PAUSED" -> new ClockFact.Paused(at, row.getString("reason"));
      case "RESUMED" -> new ClockFact.Resumed(at);
      default -> new ClockFact.Met(at);
    };
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
