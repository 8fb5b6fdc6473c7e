package io.stile.obstacle;

import io.stile.request.Request;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of obstacles and of those who reported them. */
@Repository
class ObstacleTable {

  private static final String OBSTACLES = """
      select r.number, o.kind, r.told, o.department, r.owner, r.state, r.outcome, r.opened_at, r.due_at, o.answer,
        w.reporters, w.reports, w.last_reported
      from obstacle o join request r on r.number = o.request
        cross join lateral (select count(distinct reporter) as reporters, count(*) as reports,
          max(reported_at) as last_reported from obstacle_report where obstacle = o.request) w
      where %s
      order by %s limit ?""";
  private static final String HEAVIEST = "w.reporters desc, w.reports desc, r.number";

  private final JdbcClient jdbc;

  ObstacleTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(String number, NewObstacle obstacle) {
    jdbc.sql("insert into obstacle (request, kind, department) values (?, ?, ?)")
        .params(number, obstacle.kind().name(), obstacle.department()).update();
  }

  void report(String number, String reporter, String words, String about, Instant at) {
    jdbc.sql("insert into obstacle_report (obstacle, reporter, words, about, reported_at) values (?, ?, ?, ?, ?)")
        .params(number, reporter, words, about, at.atOffset(ZoneOffset.UTC)).update();
  }

  void answer(String number, String answer, String by, Instant at) {
    jdbc.sql("update obstacle set answer = ?, answered_by = ?, answered_at = ? where request = ?")
        .params(answer, by, at.atOffset(ZoneOffset.UTC), number).update();
  }

  List<String> reporters(String number) {
    return jdbc.sql("select distinct reporter from obstacle_report where obstacle = ? order by reporter").param(number)
        .query(String.class).list();
  }

  Optional<Obstacle> byNumber(String number) {
    return list("r.number = ?", HEAVIEST, number, 1).stream().findFirst();
  }

  List<Obstacle> open(int limit) {
    return list("r.state = 'OPEN'", HEAVIEST, limit);
  }

  List<Obstacle> ended(int limit) {
    return list("r.state <> 'OPEN'", "r.closed_at desc, r.number", limit);
  }

  List<Obstacle> reportedBy(String reporter, int limit) {
    return list("o.request in (select obstacle from obstacle_report where reporter = ?)",
        "r.state = 'OPEN' desc, w.last_reported desc", reporter, limit);
  }

  /** The open ones whose words are most like these, the most similar first. */
  List<Obstacle> openLike(String words, int limit) {
    return list("r.state = 'OPEN' and (public.word_similarity(lower(?), lower(r.told)) > 0.5"
        + " or public.similarity(lower(?), lower(r.told)) > 0.2)",
        "public.word_similarity(lower(?), lower(r.told)) desc, " + HEAVIEST, words, words, words, limit);
  }

  private List<Obstacle> list(String condition, String order, Object... given) {
    return jdbc.sql(OBSTACLES.formatted(condition, order)).params(given).query(ObstacleTable::obstacle).list();
  }

  List<ObstacleReport> reports(String number, int limit) {
    return jdbc.sql("select * from obstacle_report where obstacle = ? order by id desc limit ?").params(number, limit)
        .query((row, index) -> new ObstacleReport(row.getString("reporter"), row.getString("words"),
            row.getString("about"), row.getTimestamp("reported_at").toInstant())).list();
  }

  private static Obstacle obstacle(ResultSet row, int index) throws SQLException {
    return new Obstacle(row.getString("number"), ObstacleKind.valueOf(row.getString("kind")), row.getString("told"),
        row.getString("department"), row.getString("owner"), Request.State.valueOf(row.getString("state")),
        row.getString("outcome"), row.getTimestamp("opened_at").toInstant(), row.getTimestamp("due_at").toInstant(),
        row.getString("answer"), row.getInt("reporters"), row.getInt("reports"),
        row.getTimestamp("last_reported").toInstant());
  }
}
