package io.stile.organisation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Sees to it that somebody can always administrate, also when two remove each other at the same instant. Changes of employees and departments
 * are rare: they wait for each other, and so never for each other in a circle.
 */
@Repository
class Administrators {

  /** Names the lock; any number that nobody else uses. */
  private static final long LOCK = 7_214_003L;

  private final JdbcClient jdbc;

  Administrators(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Lets one change of employees and departments be made at a time; held until the transaction ends. */
  void holdStill() {
    jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query(rows -> { });
  }

  /**
   * Under the lock of {@link #holdStill}.
   *
   * @throws OrganisationRefused if nobody but this employee is an active administrator
   */
  void requireAnotherThan(String signIn) {
    int others = jdbc.sql("""
        select count(*) from employee e join employee_role r on r.employee = e.sign_in and r.role = 'ADMINISTRATOR'
        where e.active and e.sign_in <> ?""").param(signIn).query(Integer.class).single();
    if (others == 0) {
      throw OrganisationRefused.invalid("roles",
          "%s is the last administrator: nobody else could administrate. Give somebody else the role first.".formatted(signIn));
    }
  }
}
