package io.stile.notification;

import io.stile.organisation.Deputies;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The notices of the employees, and what they have read of them. */
@Repository
public class Notices {

  /** The kind of those about a contact with the customer of a request. */
  static final String CONTACT = "contact";

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Deputies deputies;
  private final Organisation organisation;

  Notices(JdbcClient jdbc, Clock clock, Deputies deputies, Organisation organisation) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.deputies = deputies;
    this.organisation = organisation;
  }

  /**
   * Tells an employee of an event, once however often the event is delivered. Who stands in for him at the instant of the
   * telling is told, too, and for whom it was meant.
   */
  void tell(String event, String employee, String kind, String request, Long task, String text, Instant at) {
    insert(event, employee, kind, request, task, null, text, at);
    deputies.absenceOf(employee).ifPresent(absence -> insert(event, absence.deputy(), kind, request, task, null,
        "For %s: %s".formatted(organisation.employee(employee).map(Employee::name).orElse(employee), text), at));
  }

  /** Tells an employee of something that concerns no request, once however often it is delivered. */
  void tellOf(String event, String employee, String kind, String href, String text, Instant at) {
    insert(event, employee, kind, null, null, href, text, at);
  }

  private void insert(String event, String employee, String kind, String request, Long task, String href, String text, Instant at) {
    jdbc.sql("""
        insert into notice (event, employee, kind, request, task, href, text, at) values (?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (event, employee) do nothing""")
        .params(event, employee, kind, request, task, href, text, at.atOffset(ZoneOffset.UTC)).update();
  }

  /** Removes what nobody has read yet about a task that is not needed any more. */
  void withdraw(long task) {
    jdbc.sql("delete from notice where task = ? and read_at is null").param(task).update();
  }

  /** The latest notices of an employee, unread ones first. */
  public List<Notice> of(String employee, int limit) {
    return jdbc.sql("select * from notice where employee = ? order by (read_at is null) desc, id desc limit ?")
        .params(employee, limit).query(Notices::notice).list();
  }

  /** How many he has not read. */
  public int unread(String employee) {
    return jdbc.sql("select count(*) from notice where employee = ? and read_at is null").param(employee)
        .query(Integer.class).single();
  }

  /** One of his notices, marked as read from now on; empty if there is none of that id that is his. */
  public Optional<Notice> read(long id, String employee) {
    return jdbc.sql("update notice set read_at = coalesce(read_at, ?) where id = ? and employee = ? returning *")
        .params(clock.instant().atOffset(ZoneOffset.UTC), id, employee).query(Notices::notice).optional();
  }

  /** The requests about which he was told of a contact with the customer and has not looked yet. */
  public Set<String> contactsUnread(String employee) {
    return Set.copyOf(jdbc.sql("select distinct request from notice where employee = ? and read_at is null and kind = ?")
        .params(employee, CONTACT).query(String.class).list());
  }

  /** He looks at a request, with every contact about it: what he was told of these is read. */
  public void readContacts(String employee, String request) {
    jdbc.sql("update notice set read_at = ? where employee = ? and read_at is null and kind = ? and request = ?")
        .params(clock.instant().atOffset(ZoneOffset.UTC), employee, CONTACT, request).update();
  }

  /** Marks all of his notices as read. */
  public void readAll(String employee) {
    jdbc.sql("update notice set read_at = ? where employee = ? and read_at is null")
        .params(clock.instant().atOffset(ZoneOffset.UTC), employee).update();
  }

  private static Notice notice(ResultSet row, int index) throws SQLException {
    Timestamp readAt = row.getTimestamp("read_at");
    long task = row.getLong("task");
    boolean hasTask = !row.wasNull();
    return new Notice(row.getLong("id"), row.getString("employee"), row.getString("kind"), row.getString("request"),
        hasTask ? task : null, row.getString("href"), row.getString("text"), row.getTimestamp("at").toInstant(),
        readAt == null ? null : readAt.toInstant());
  }
}
