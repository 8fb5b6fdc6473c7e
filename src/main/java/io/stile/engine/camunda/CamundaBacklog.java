package io.stile.engine.camunda;

import io.stile.engine.Backlog;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts in the engine's own table: by our index what is due, and what failed in one look over the table. */
@Component
class CamundaBacklog implements Backlog {

  private final JdbcClient jdbc;
  private final Clock clock;

  CamundaBacklog(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public int due() {
    // The engine's columns have no zone; they are in UTC.
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    return jdbc.sql("select count(*) from act_ru_job where duedate_ <= ? and retries_ > 0 and suspension_state_ = 1")
        .param(now).query(Integer.class).single();
  }

  @Override
  public int givenUp() {
    return jdbc.sql("select count(*) from act_ru_job where retries_ = 0").query(Integer.class).single();
  }
}
