package io.stile.customer;

import static io.stile.customer.CustomerMatch.Certainty.MAYBE;
import static io.stile.customer.CustomerMatch.Certainty.SURE;

import io.stile.customer.CustomerSearch.Hit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** By a phone number, the customer's or that of one of his contracts. */
@Component
class HitsByPhone implements CustomerHits {

  private static final String WHOLE = """
      select id, phone, 1.0 as score from customer where phone = :number
      union all
      select customer, phone_number, 1.0 from contract where phone_number = :number
      limit :limit""";

  private static final String PIECE = """
      select id, phone, score from (
        select id, phone, length(:number)::numeric / length(phone) as score
        from customer where phone like '%' || :number || '%'
        union all
        select customer, phone_number, length(:number)::numeric / length(phone_number)
        from contract where phone_number like '%' || :number || '%') as found
      order by score desc, id limit :limit""";

  private final JdbcClient jdbc;
  private final PhoneNumbers phones;

  HitsByPhone(JdbcClient jdbc, PhoneNumbers phones) {
    this.jdbc = jdbc;
    this.phones = phones;
  }

  @Override
  public List<Hit> find(Typed typed, int limit) {
    List<Hit> whole = typed.wholePhone().map(number -> query(WHOLE, number, SURE, limit)).orElse(List.of());
    if (!whole.isEmpty()) {
      return whole;
    }
    return typed.pieceOfPhone().map(digits -> query(PIECE, digits, MAYBE, limit)).orElse(List.of());
  }

  private List<Hit> query(String sql, String number, CustomerMatch.Certainty certainty, int limit) {
    return jdbc.sql(sql).param("number", number).param("limit", limit)
        .query((row, index) -> new Hit(row.getLong("id"), certainty, "phone " + phones.written(row.getString("phone")),
            row.getDouble("score")))
        .list();
  }
}
