package io.stile.customer;

import static io.stile.customer.CustomerMatch.Certainty.MAYBE;
import static io.stile.customer.CustomerMatch.Certainty.SURE;

import io.stile.customer.CustomerSearch.Hit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** By e-mail address: whole, by a piece of it, or with the part before the at sign misspelt. */
@Component
class HitsByEmail implements CustomerHits {

  private static final String WHOLE =
      "select id, email, 1.0 as score from customer where lower(email) = lower(:typed) limit :limit";

  private static final String PIECE = "select id, email, score from customers_with_piece_of_email(:typed, :limit)";
  private static final String MISSPELT = "select id, email, score from customers_with_email_like(:typed, :limit)";

  private final JdbcClient jdbc;

  HitsByEmail(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Hit> find(Typed typed, int limit) {
    return typed.email().map(email -> find(email, limit)).orElse(List.of());
  }

  private List<Hit> find(String email, int limit) {
    List<Hit> whole = query(WHOLE, email, SURE, limit);
    if (!whole.isEmpty()) {
      return whole;
    }
    List<Hit> piece = query(PIECE, email, MAYBE, limit);
    return piece.isEmpty() && email.indexOf('@') > 0 ? query(MISSPELT, email, MAYBE, limit) : piece;
  }

  private List<Hit> query(String sql, String typed, CustomerMatch.Certainty certainty, int limit) {
    return jdbc.sql(sql).param("typed", typed).param("limit", limit)
        .query((row, index) -> new Hit(row.getLong("id"), certainty, "e-mail " + row.getString("email"), row.getDouble("score")))
        .list();
  }
}
