package io.stile.organisation;

import io.stile.audit.Audit;
import io.stile.audit.Changes;
import io.stile.audit.Subject;
import io.stile.web.SignInAttempts;
import io.stile.web.SignInLimit;
import io.stile.web.SignInLimit.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Counts failed attempts to sign in, for all nodes together, and lets administrators lift what follows from them. */
@Service
public class SignInBlocks implements SignInAttempts {

  private static final int SWEPT_AT_ONCE = 20;

  private final JdbcClient jdbc;
  private final Audit audit;

  SignInBlocks(JdbcClient jdbc, Audit audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  /**
   * What was counted.
   *
   * @param account the sign-in name as it was typed; empty for an address as such
   * @param address empty for an account as such
   * @param blockedUntil exclusive; null if it need not wait
   */
  public record Block(Kind kind, String account, String address, int failures, Instant lastAt, Instant blockedUntil) {
  }

  @Override
  public Optional<Instant> blockedUntil(List<SignInLimit> limits, Instant at) {
    return limits.stream().flatMap(limit -> blockedUntil(limit, at)).max(Comparator.naturalOrder());
  }

  @Override
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public Optional<Instant> begin(List<SignInLimit> limits, Instant at) {
    sweep(at);
    for (SignInLimit limit : limits) {
      if (!count(limit, at)) {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return blockedUntil(limit, at).findFirst().or(() -> Optional.of(at.plus(SignInLimit.FIRST_WAIT)));
      }
    }
    return Optional.empty();
  }

  /** Whether it could be counted; not while it is blocked. Of many at the same instant one goes after the other. */
  private boolean count(SignInLimit limit, Instant at) {
    return jdbc.sql("""
        insert into sign_in_attempt as known (kind, account, address, failures, last_at) values (:kind, :account, :address, 1, :at)
        on conflict (kind, account, address) do update set
          failures = case when known.last_at < :forgotten then 1 else known.failures + 1 end,
          last_at = :at,
          blocked_until = case when known.last_at >= :forgotten and known.failures + 1 >= :free
            then :at::timestamptz + least(:longest, :first * power(2, least(known.failures + 1 - :free, 20))) * interval '1 second' end
        where known.blocked_until is null or known.blocked_until <= :at""")
        .param("kind", limit.kind().name()).param("account", limit.account()).param("address", limit.address())
        .param("at", utc(at)).param("forgotten", utc(at.minus(SignInLimit.FORGOTTEN))).param("free", limit.free())
        .param("longest", (double) limit.longest().toSeconds()).param("first", (double) SignInLimit.FIRST_WAIT.toSeconds())
        .update() == 1;
  }

  @Override
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void succeeded(List<SignInLimit> limits) {
    limits.forEach(limit -> {
      if (limit.kind() == Kind.ADDRESS) {
        jdbc.sql("""
            update sign_in_attempt set failures = greatest(failures - 1, 0),
              blocked_until = case when failures - 1 >= ? then blocked_until end
            where kind = 'ADDRESS' and address = ?""").params(limit.free(), limit.address()).update();
      } else {
        delete(limit.kind(), limit.account(), limit.address());
      }
    });
  }

  /** What must wait at the instant, then what has failed within the last hour; the latest first. */
  public List<Block> list(Instant at, int limit) {
    return jdbc.sql("""
        select * from sign_in_attempt where last_at > ? or blocked_until > ?
        order by (blocked_until > ?) desc nulls last, last_at desc, account, address limit ?""")
        .params(utc(at.minus(SignInLimit.FORGOTTEN)), utc(at), utc(at), limit).query(SignInBlocks::block).list();
  }

  /** Lets the count of an account or an address begin anew. */
  @Transactional
  public void lift(Kind kind, String account, String address) {
    if (delete(kind, account, address)) {
      audit.record("lifted", new Subject("sign-in block", account.isEmpty() ? address : account,
          Stream.of(account, address).filter(part -> !part.isEmpty()).reduce((one, other) -> one + " from " + other).orElse("")), new Changes());
    }
  }

  private boolean delete(Kind kind, String account, String address) {
    return jdbc.sql("delete from sign_in_attempt where kind = ? and account = ? and address = ?").params(kind.name(), account, address)
        .update() > 0;
  }

  /** What nobody has tried for long is forgotten, or names that somebody makes up would fill the table. */
  private void sweep(Instant at) {
    jdbc.sql("""
        delete from sign_in_attempt where ctid in (select ctid from sign_in_attempt where last_at < ? limit ? for update skip locked)""")
        .params(utc(at.minus(SignInLimit.FORGOTTEN)), SWEPT_AT_ONCE).update();
  }

  private Stream<Instant> blockedUntil(SignInLimit limit, Instant at) {
    return jdbc.sql("select blocked_until from sign_in_attempt where kind = ? and account = ? and address = ? and blocked_until > ?")
        .params(limit.kind().name(), limit.account(), limit.address(), utc(at))
        .query((row, index) -> row.getTimestamp("blocked_until").toInstant()).stream();
  }

  private static Block block(ResultSet row, int index) throws SQLException {
    Timestamp until = row.getTimestamp("blocked_until");
    return new Block(Kind.valueOf(row.getString("kind")), row.getString("account"), row.getString("address"), row.getInt("failures"),
        row.getTimestamp("last_at").toInstant(), until == null ? null : until.toInstant());
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
