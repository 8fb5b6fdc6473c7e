package io.stile.request;

import io.stile.web.Refused.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Requests that belong together, two by two. The later one follows the earlier one, so there is no way round in a circle. */
@Component
public class Links {

  private final JdbcClient jdbc;
  private final RequestTable requests;
  private final Journal journal;
  private final Clock clock;

  Links(JdbcClient jdbc, RequestTable requests, Journal journal, Clock clock) {
    this.jdbc = jdbc;
    this.requests = requests;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Links two requests, in whatever order they are named; any employee may. Linked before, they are linked in the new way.
   *
   * @throws RequestRefused if there is none of such a number, it is one and the same, or they are linked in this way already
   */
  @Transactional
  public RequestLink link(String number, String other, LinkKind kind, String by) {
    if (number.equals(other)) {
      throw RequestRefused.invalid("request", "Expected another request; this is %s itself.".formatted(number));
    }
    List<String> both = InOrder.of(number, other);
    both.forEach(each -> requests.lock(each).orElseThrow(
        () -> RequestRefused.invalid("request", "There is no request %s.".formatted(each))));
    between(both).filter(link -> link.kind() == kind).ifPresent(link -> {
      throw new RequestRefused(Kind.CONFLICT, "%s and %s are linked already: %s".formatted(number, other, kind.label()));
    });
    RequestLink linked = jdbc.sql("""
        insert into request_link (earlier, later, kind, at, by) values (?, ?, ?, ?, ?)
        on conflict (earlier, later) do update set kind = excluded.kind, at = excluded.at, by = excluded.by returning *""")
        .params(both.get(0), both.get(1), kind.name(), clock.instant().atOffset(ZoneOffset.UTC), by)
        .query(Links::link).single();
    both.forEach(each -> journal.add(each, JournalKind.LINKED, by,
        Map.of("other", linked.other(each), "kind", kind.label())));
    return linked;
  }

  /**
   * Takes two requests apart that were linked by mistake; any employee may.
   *
   * @throws RequestRefused if they are not linked (any more)
   */
  @Transactional
  public void unlink(String number, String other, String by) {
    List<String> both = InOrder.of(number, other);
    both.forEach(requests::lock);
    if (jdbc.sql("delete from request_link where earlier = ? and later = ?").params(both).update() == 0) {
      throw new RequestRefused(Kind.CONFLICT, "%s and %s are not linked any more".formatted(number, other));
    }
    journal.add(number, JournalKind.UNLINKED, by, Map.of("other", other));
    journal.add(other, JournalKind.UNLINKED, by, Map.of("other", number));
  }

  private Optional<RequestLink> between(List<String> both) {
    return jdbc.sql("select * from request_link where earlier = ? and later = ?").params(both).query(Links::link).optional();
  }

  /** What a request is linked with, oldest first. */
  public List<RequestLink> of(String number) {
    return jdbc.sql("select * from request_link where earlier = ? or later = ? order by id").params(number, number)
        .query(Links::link).list();
  }

  private static RequestLink link(ResultSet row, int index) throws SQLException {
    return new RequestLink(row.getLong("id"), row.getString("earlier"), row.getString("later"),
        LinkKind.valueOf(row.getString("kind")), row.getTimestamp("at").toInstant(), row.getString("by"));
  }
}
