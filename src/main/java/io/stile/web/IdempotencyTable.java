package io.stile.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The calls that were named by a key, and their answers. */
@Repository
class IdempotencyTable {

  private static final Duration KEPT = Duration.ofDays(1);
  /** Nobody works on a call for so long: its node has been killed. */
  private static final Duration ABANDONED = Duration.ofMinutes(2);
  private static final int SWEPT_AT_ONCE = 10;

  private final JdbcClient jdbc;
  private final Clock clock;

  /** @param jdbc lazy, because the shell alone runs without a database */
  IdempotencyTable(@Lazy JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Whether the call is now this attempt's to do: nobody has used the key within a day. */
  boolean begin(IdempotentCall call) {
    sweep();
    Instant now = clock.instant();
    return jdbc.sql("""
        insert into idempotency as known (sign_in, key, request_hash, token, created_at) values (?, ?, ?, ?, ?)
        on conflict (sign_in, key) do update set request_hash = excluded.request_hash, token = excluded.token,
          created_at = excluded.created_at, worked = false, status = null, location = null, content_type = null, body = null
        where known.created_at < ?""")
        .params(call.signIn(), call.key(), call.hash(), call.token(), at(now), at(now.minus(KEPT))).update() == 1;
  }

  /** Whether an abandoned call is now this attempt's; of several only one gets it. */
  boolean takeOver(IdempotentCall call) {
    Instant now = clock.instant();
    return jdbc.sql("""
        update idempotency set token = ?, created_at = ?
        where sign_in = ? and key = ? and status is null and not worked and created_at < ?""")
        .params(call.token(), at(now), call.signIn(), call.key(), at(now.minus(ABANDONED))).update() == 1;
  }

  Optional<IdempotentCall.Known> find(IdempotentCall call) {
    return jdbc.sql("select * from idempotency where sign_in = ? and key = ?").params(call.signIn(), call.key())
        .query(this::known).optional();
  }

  /** Notes, in the transaction of the work, that it is done; false if the call was taken over meanwhile. */
  boolean markWorked(IdempotentCall call) {
    return jdbc.sql("update idempotency set worked = true where sign_in = ? and key = ? and token = ?")
        .params(call.signIn(), call.key(), call.token()).update() == 1;
  }

  void answer(IdempotentCall call, IdempotentCall.Answer answer) {
    jdbc.sql("""
        update idempotency set status = ?, location = ?, content_type = ?, body = ?
        where sign_in = ? and key = ? and token = ?""")
        .params(answer.status(), answer.location(), answer.contentType(), answer.body(), call.signIn(), call.key(),
            call.token()).update();
  }

  /** Lets the call be tried again, unless its work was done. */
  void forget(IdempotentCall call) {
    jdbc.sql("delete from idempotency where sign_in = ? and key = ? and token = ? and not worked")
        .params(call.signIn(), call.key(), call.token()).update();
  }

  /** Each call throws away a few old ones, so that they go as fast as new ones come. */
  private void sweep() {
    jdbc.sql("""
        delete from idempotency where (sign_in, key) in (select sign_in, key from idempotency where created_at < ?
          order by created_at limit ? for update skip locked)""")
        .params(at(clock.instant().minus(KEPT)), SWEPT_AT_ONCE).update();
  }

  private IdempotentCall.Known known(ResultSet row, int index) throws SQLException {
    int status = row.getInt("status");
    IdempotentCall.Answer answer = row.wasNull() ? null : new IdempotentCall.Answer(status, row.getString("location"),
        row.getString("content_type"), row.getBytes("body"));
    boolean stale = row.getTimestamp("created_at").toInstant().isBefore(clock.instant().minus(ABANDONED));
    return new IdempotentCall.Known(row.getBytes("request_hash"), answer, row.getBoolean("worked"), stale);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
