package io.stile.grant;

import io.stile.grant.Proposal.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the proposals. */
@Repository
class ProposalTable {

  private final JdbcClient jdbc;

  ProposalTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long insert(String request, Money amount, String reason, String by, Instant at, String approver) {
    return jdbc.sql("""
        insert into goodwill_proposal (request, cents, currency, reason, proposed_by, proposed_at, approver, state)
        values (?, ?, ?, ?, ?, ?, ?, 'OPEN') returning id""")
        .params(request, amount.minorUnits(), amount.currency(), reason, by, at.atOffset(ZoneOffset.UTC), approver)
        .query(Long.class).single();
  }

  /** @param by null if it ended without a decision */
  void end(long id, State state, String by, Instant at, String words) {
    jdbc.sql("update goodwill_proposal set state = ?, decided_by = ?, decided_at = ?, words = ? where id = ? and state = 'OPEN'")
        .params(state.name(), by, at.atOffset(ZoneOffset.UTC), words, id).update();
  }

  void setApprover(long id, String approver) {
    jdbc.sql("update goodwill_proposal set approver = ? where id = ? and state = 'OPEN'").params(approver, id).update();
  }

  Optional<Proposal> byId(long id) {
    return jdbc.sql("select * from goodwill_proposal where id = ?").param(id).query(ProposalTable::proposal).optional();
  }

  /** Oldest first. */
  List<Proposal> ofRequest(String request) {
    return jdbc.sql("select * from goodwill_proposal where request = ? order by id").param(request)
        .query(ProposalTable::proposal).list();
  }

  private static Proposal proposal(ResultSet row, int index) throws SQLException {
    Timestamp decided = row.getTimestamp("decided_at");
    return new Proposal(row.getLong("id"), row.getString("request"),
        new Money(row.getLong("cents"), row.getString("currency")), row.getString("reason"),
        row.getString("proposed_by"), row.getTimestamp("proposed_at").toInstant(), row.getString("approver"),
        State.valueOf(row.getString("state")), row.getString("decided_by"),
        decided == null ? null : decided.toInstant(), row.getString("words"));
  }
}
