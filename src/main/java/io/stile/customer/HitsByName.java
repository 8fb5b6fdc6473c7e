package io.stile.customer;

import static io.stile.customer.CustomerMatch.Certainty.MAYBE;
import static io.stile.customer.CustomerMatch.Certainty.SURE;

import io.stile.customer.CustomerSearch.Hit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** By name: whole, by the beginning of a word in it, or misspelt. */
@Component
class HitsByName implements CustomerHits {

  private static final int LEAST_LETTERS_TO_BE_MISSPELT = 3;

  private static final String BEGINNING = """
      with typed as materialized (select folded(:name) as name, like_literal(folded(:name)) as literal)
      select c.id, c.name, 0.9 + 0.1 * public.similarity(c.name_folded, typed.name) as score
      from customer c, typed
      where c.name_folded like typed.literal || '%' or c.name_folded like '% ' || typed.literal || '%'
      order by score desc, c.id limit :limit""";

  private static final String MISSPELT = "select id, name, score from customers_named_like(:name, :limit)";

  private final JdbcClient jdbc;

  HitsByName(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Hit> find(Typed typed, int limit) {
    return typed.name().map(name -> find(name, limit)).orElse(List.of());
  }

  private List<Hit> find(String name, int limit) {
    List<Hit> hits = new ArrayList<>(query(BEGINNING, name, limit));
    if (hits.size() < limit && name.length() >= LEAST_LETTERS_TO_BE_MISSPELT) {
      hits.addAll(query(MISSPELT, name, limit));
    }
    return hits;
  }

  private List<Hit> query(String sql, String name, int limit) {
    return jdbc.sql(sql).param("name", name).param("limit", limit)
        .query((row, index) -> new Hit(row.getLong("id"), NameSpelling.same(name, row.getString("name")) ? SURE : MAYBE,
            "name", row.getDouble("score")))
        .list();
  }
}
