package io.stile.customer;

import static io.stile.customer.CustomerMatch.Certainty.MAYBE;
import static io.stile.customer.CustomerMatch.Certainty.SURE;

import io.stile.customer.CustomerSearch.Hit;
import io.stile.customer.Typed.ContractNumber;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** By contract number, with or without its letters, whole or from the beginning. */
@Component
class HitsByContract implements CustomerHits {

  private static final String BEGINNING = """
      select customer, number, digits = :digits as whole, length(:digits)::numeric / length(digits) as score from contract
      where digits like :digits || '%' and (:letters = '' or number like :letters || '-%')
      order by score desc, number limit :limit""";

  private final JdbcClient jdbc;

  HitsByContract(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Hit> find(Typed typed, int limit) {
    return typed.contract().map(number -> find(number, limit)).orElse(List.of());
  }

  private List<Hit> find(ContractNumber typed, int limit) {
    return jdbc.sql(BEGINNING).param("digits", typed.digits()).param("letters", typed.letters()).param("limit", limit)
        .query((row, index) -> new Hit(row.getLong("customer"), row.getBoolean("whole") ? SURE : MAYBE,
            "contract " + row.getString("number"), row.getDouble("score")))
        .list();
  }
}
