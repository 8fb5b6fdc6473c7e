package io.stile.studio;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has a model open at this time, so that two people who change it know of each other. */
@Service
public class Onlookers {

  /** How long somebody counts as there after his page spoke last; pages speak every twenty seconds. */
  static final Duration STAYS = Duration.ofSeconds(50);

  private final JdbcClient jdbc;
  private final Clock clock;

  Onlookers(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Somebody who has a file open.
   *
   * @param employee sign-in name
   * @param file     path of the file, or empty if he looks at the model as a whole
   */
  public record Onlooker(String employee, String file) {}

  /**
   * Says that somebody has a file open, and who else has one of the same model.
   *
   * @param file path of the file, or empty
   */
  @Transactional
  public List<Onlooker> look(String model, String file, String employee) {
    Instant now = clock.instant();
    jdbc.sql("delete from studio_onlooker where seen_at < ?").param(now.minus(STAYS).atOffset(ZoneOffset.UTC)).update();
    jdbc.sql("""
        insert into studio_onlooker (model, employee, file, seen_at) values (?, ?, ?, ?)
        on conflict (model, employee, file) do update set seen_at = excluded.seen_at""")
        .params(model, employee, file, now.atOffset(ZoneOffset.UTC)).update();
    return others(model, employee);
  }

  /** Who else than somebody has a file of a model open, by name. */
  public List<Onlooker> others(String model, String employee) {
    return jdbc.sql("select employee, file from studio_onlooker where model = ? and employee <> ? and seen_at >= ? order by employee, file")
        .params(model, employee, clock.instant().minus(STAYS).atOffset(ZoneOffset.UTC))
        .query((row, index) -> new Onlooker(row.getString("employee"), row.getString("file"))).list();
  }
}
