package io.stile.promise;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became of the promises of each department, that is: of those that its members gave. */
@Repository
public class PromiseCounts {

  private final JdbcClient jdbc;

  PromiseCounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The promises of a department in a time; those of whole requests are among them.
   *
   * @param department key
   * @param kept       kept in time
   * @param late       kept after they were due
   * @param unreached  of those kept, how many although nobody was reached
   * @param broken     not kept; of a whole request also those that were done late
   * @param dropped    not needed any more
   * @param renewed    how often one was moved to a new time
   * @param attempts   how often somebody tried to reach a customer, and did not
   */
  public record OfDepartment(String department, int kept, int late, int unreached, int broken, int dropped, int renewed,
                             int attempts) {}

  /**
   * Each department by key, also those without any. Whoever belongs to several counts in each.
   *
   * @param from  inclusive
   * @param until exclusive
   */
  public List<OfDepartment> between(Instant from, Instant until) {
    return jdbc.sql("""
        with settled as (
          select m.department, count(*) filter (where state = 'KEPT' and ended_at <= due_at) as kept,
            count(*) filter (where state = 'KEPT' and ended_at > due_at) as late, count(*) filter (where unreached) as unreached,
            count(*) filter (where state = 'BROKEN') as broken, count(*) filter (where state = 'DROPPED') as dropped
          from promise p join membership m on m.employee = p.given_by
          where p.state <> 'OPEN' and p.ended_at >= :from and p.ended_at < :until group by 1),
        renewed as (
          select m.department, count(*) as renewed from promise_renewal r join promise p on p.id = r.promise
            join membership m on m.employee = p.given_by where r.at >= :from and r.at < :until group by 1),
        tried as (
          select m.department, count(*) as attempts from promise_attempt a join promise p on p.id = a.promise
            join membership m on m.employee = p.given_by where a.at >= :from and a.at < :until group by 1)
        select d.key, coalesce(kept, 0) as kept, coalesce(late, 0) as late, coalesce(unreached, 0) as unreached,
          coalesce(broken, 0) as broken, coalesce(dropped, 0) as dropped, coalesce(renewed, 0) as renewed,
          coalesce(attempts, 0) as attempts
        from department d left join settled s on s.department = d.key left join renewed r on r.department = d.key
          left join tried t on t.department = d.key order by d.key""")
        .param("from", from.atOffset(ZoneOffset.UTC)).param("until", until.atOffset(ZoneOffset.UTC))
        .query((row, index) -> new OfDepartment(row.getString("key"), row.getInt("kept"), row.getInt("late"),
            row.getInt("unreached"), row.getInt("broken"), row.getInt("dropped"), row.getInt("renewed"), row.getInt("attempts")))
        .list();
  }
}
