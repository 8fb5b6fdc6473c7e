package io.stile.request;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requests of every state, the newest first; each way to narrow the list has its index, and pages go by key. */
@Repository
public class RequestLists {

  private static final int MAX_LIMIT = 200;
  /** Shorter pieces have no trigram to look up. */
  private static final int SHORTEST_TEXT = 3;
  private static final int LONGEST_TEXT = 200;

  private final JdbcClient jdbc;

  RequestLists(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The requests that a filter leaves.
   *
   * @param cursor where the part begins: the {@code next} of the part before, or null
   * @param limit  1 to 200; what lies outside counts as the nearest of them
   * @throws RequestRefused if the cursor is none, or the text too short or too long to be looked for
   */
  public RequestPage page(RequestFilter filter, String cursor, int limit) {
    int wanted = Math.max(1, Math.min(limit, MAX_LIMIT));
    List<Object> parameters = new ArrayList<>();
    String where = where(filter, RequestCursor.parse(cursor), parameters);
    parameters.add(wanted + 1);
    List<Request> read = jdbc.sql("select r.* from request r" + where + " order by r.opened_at desc, r.number desc limit ?")
        .params(parameters).query(RequestTable::request).list();
    boolean last = read.size() <= wanted;
    List<Request> items = last ? read : read.subList(0, wanted);
    return new RequestPage(items, last ? null : RequestCursor.after(items.get(wanted - 1)).text());
  }

  /** How many requests of each type are open; a type without any is missing. */
  public Map<String, Integer> openByType() {
    Map<String, Integer> open = new TreeMap<>();
    jdbc.sql("select type, count(*) as open from request where state = 'OPEN' group by type").query(row -> {
      open.put(row.getString("type"), row.getInt("open"));
    });
    return open;
  }

  private static String where(RequestFilter filter, RequestCursor cursor, List<Object> parameters) {
    StringBuilder where = new StringBuilder(" where true");
    narrow(where, parameters, " and r.state = ?", filter.state() == null ? null : filter.state().name());
    narrow(where, parameters, " and r.owner = ?", filter.owner());
    narrow(where, parameters, " and r.customer = ?", filter.customer());
    narrow(where, parameters, " and r.type = ?", filter.type());
    if (filter.text() != null && !filter.text().isBlank()) {
      narrowToText(where, parameters, filter.text().strip());
    }
    if (cursor != null) {
      where.append(" and (r.opened_at, r.number) < (?, ?)");
      parameters.addAll(List.of(cursor.openedAt().atOffset(ZoneOffset.UTC), cursor.number()));
    }
    return where.toString();
  }

  private static void narrow(StringBuilder where, List<Object> parameters, String condition, Object value) {
    if (value != null) {
      where.append(condition);
      parameters.add(value);
    }
  }

  private static void narrowToText(StringBuilder where, List<Object> parameters, String text) {
    Optional<RequestNumber> number = RequestNumber.parse(text);
    if (number.isPresent()) {
      narrow(where, parameters, " and r.number = ?", number.get().value());
      return;
    }
    if (text.length() < SHORTEST_TEXT || text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0) {
      throw RequestRefused.invalid("q", "'%s' cannot be looked for; expected %d to %d characters."
          .formatted(text.replace('\0', ' '), SHORTEST_TEXT, LONGEST_TEXT));
    }
    // Each part of the union reads its own index; the same conditions joined by "or" would read every request.
    where.append(" and r.number in (").append("""
          select w.number from request w where lower(w.told) like '%' || like_literal(lower(?)) || '%'
          union all select o.number from request o where o.contract = upper(?)
          union all select n.number from request n join customer c on c.id = n.customer
            where c.name_folded like '%' || like_literal(folded(?)) || '%'
          union all select x.request from task_reference x where lower(x.value) like '%' || like_literal(lower(?)) || '%')""");
    parameters.addAll(List.of(text, text, text, text));
  }
}
