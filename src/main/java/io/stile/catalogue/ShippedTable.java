package io.stile.catalogue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table shipped_bundle: what the program brought last. */
@Repository
class ShippedTable {

  private final JdbcClient jdbc;

  ShippedTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<String> digest(String model) {
    return jdbc.sql("select digest from shipped_bundle where model = ?").param(model).query(String.class).optional();
  }

  /** Keeps what the program brings now; an answer to what it brought before is over. */
  void keep(String model, String digest, Instant at, boolean offered) {
    jdbc.sql("""
        insert into shipped_bundle (model, digest, brought_at, offered_at) values (?, ?, ?, ?)
        on conflict (model) do update set digest = excluded.digest, brought_at = excluded.brought_at, offered_at = excluded.offered_at,
          answer = null, answered_by = null, answered_at = null""")
        .params(model, digest, at.atOffset(ZoneOffset.UTC), offered ? at.atOffset(ZoneOffset.UTC) : null).update();
  }

  List<ShippedOffer> offers() {
    return jdbc.sql("select model, digest, offered_at from shipped_bundle where offered_at is not null and answer is null order by model")
        .query((row, index) -> new ShippedOffer(row.getString("model"), row.getString("digest"), row.getTimestamp("offered_at").toInstant())).list();
  }

  /** Keeps an answer to an offer; false if nothing of that digest is offered. */
  boolean answer(String model, String digest, String answer, String by, Instant at) {
    return jdbc.sql("""
        update shipped_bundle set answer = ?, answered_by = ?, answered_at = ?
        where model = ? and digest = ? and offered_at is not null and answer is null""")
        .params(answer, by, at.atOffset(ZoneOffset.UTC), model, digest).update() == 1;
  }
}
