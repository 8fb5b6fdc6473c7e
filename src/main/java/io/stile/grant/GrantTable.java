package io.stile.grant;

import io.stile.grant.Grant.Basis;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the grants. */
@Repository
class GrantTable {

  private static final String ON_OWN_AUTHORITY = " and basis in ('AT_ONCE', 'GOODWILL')";

  private final JdbcClient jdbc;

  GrantTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Waits for whoever grants something to the same customer in the same month, and keeps others waiting. */
  void lock(long customer, LocalDate month) {
    jdbc.sql("insert into grant_month (customer, month) values (?, ?) on conflict do nothing").params(customer, month)
        .update();
    jdbc.sql("select 1 from grant_month where customer = ? and month = ? for update").params(customer, month)
        .query(Integer.class).single();
  }

  long onOwnAuthority(long customer, LocalDate month) {
    return jdbc.sql("select coalesce(sum(cents), 0) from grant_record where customer = ? and month = ?"
        + ON_OWN_AUTHORITY).params(customer, month).query(Long.class).single();
  }

  long onOwnAuthority(String request) {
    return jdbc.sql("select coalesce(sum(cents), 0) from grant_record where request = ?" + ON_OWN_AUTHORITY)
        .param(request).query(Long.class).single();
  }

  void insert(String request, long customer, LocalDate month, Money amount, Basis basis, String by, String reason,
      Instant at) {
    jdbc.sql("""
        insert into grant_record (request, customer, month, cents, currency, basis, granted_by, reason, granted_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(request, customer, month, amount.minorUnits(), amount.currency(), basis.name(), by,
            reason, at.atOffset(ZoneOffset.UTC)).update();
  }

  List<Grant> ofRequest(String request) {
    return jdbc.sql("select * from grant_record where request = ? order by id").param(request).query(GrantTable::grant)
        .list();
  }

  private static Grant grant(ResultSet row, int index) throws SQLException {
    return new Grant(row.getLong("id"), row.getString("request"), row.getLong("customer"),
        row.getObject("month", LocalDate.class), new Money(row.getLong("cents"), row.getString("currency")),
        Basis.valueOf(row.getString("basis")), row.getString("granted_by"), row.getString("reason"), row.getTimestamp("granted_at").toInstant());
  }
}
