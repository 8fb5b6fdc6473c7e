package io.stile.request;

import io.stile.customer.Interaction.Channel;
import io.stile.engine.ModelVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the requests. */
@Repository
class RequestTable {

  private final JdbcClient jdbc;

  RequestTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  RequestNumber nextNumber() {
    return RequestNumber.of(jdbc.sql("select nextval('request_number')").query(Long.class).single());
  }

  void insert(Request request) {
    LogLines.concern(request.number().value());
    Verification verification = request.verification();
    jdbc.sql("""
        insert into request (number, type, type_name, model, state, customer, contract, owner, opener, opened_at, due_at,
          channel, told, verification_method, verification_result)
        values (?, ?, ?, ?, 'OPEN', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(request.number().value(), request.type(), request.typeName(), request.model().id(), request.customer(),
            request.contract(), request.owner(), request.opener(), utc(request.openedAt()), utc(request.dueAt()),
            request.channel().name(), request.told(),
            verification == null ? null : verification.method().name(),
            verification == null ? null : verification.result().name())
        .update();
  }

  Optional<Request> byNumber(String number) {
    return jdbc.sql("select * from request where number = ?").param(number).query(RequestTable::request).optional();
  }

  /**
   * Waits for whoever changes the request at this instant. Not {@code for update}: that would also wait for, and keep
   * waiting, everybody who adds a row that refers to the request (an entry of the journal, a task), in any order.
   */
  Optional<Request> lock(String number) {
    LogLines.concern(number);
    return jdbc.sql("select * from request where number = ? for no key update").param(number).query(RequestTable::request)
        .optional();
  }

  List<Request> openOfOwner(String owner, int limit) {
    return jdbc.sql("select * from request where owner = ? and state = 'OPEN' order by due_at, number limit ?")
        .params(owner, limit).query(RequestTable::request).list();
  }

  List<Request> ofCustomer(long customer, int limit) {
    return jdbc.sql("select * from request where customer = ? order by (state = 'OPEN') desc, opened_at desc limit ?")
        .params(customer, limit).query(RequestTable::request).list();
  }

  /** How many open requests everybody owns who owns any, by sign-in name. */
  Map<String, Integer> openCounts() {
    Map<String, Integer> counts = new HashMap<>();
    jdbc.sql("select owner, count(*) as open from request where state = 'OPEN' group by owner").query(row -> {
      counts.put(row.getString("owner"), row.getInt("open"));
    });
    return counts;
  }

  int openCountOf(String owner) {
    return jdbc.sql("select count(*) from request where owner = ? and state = 'OPEN'").param(owner)
        .query(Integer.class).single();
  }

  void setOwner(String number, String owner) {
    jdbc.sql("update request set owner = ? where number = ?").params(owner, number).update();
  }

  void setCustomer(String number, long customer, String contract) {
    jdbc.sql("update request set customer = ?, contract = ? where number = ?").params(customer, contract, number).update();
  }

  void setContract(String number, String contract) {
    jdbc.sql("update request set contract = ? where number = ?").params(contract, number).update();
  }

  void setInteraction(String number, long interaction) {
    jdbc.sql("update request set interaction = ? where number = ?").params(interaction, number).update();
  }

  List<Request> ofInteraction(long interaction) {
    return jdbc.sql("select * from request where interaction = ? order by number").param(interaction)
        .query(RequestTable::request).list();
  }

  void setModel(String number, ModelVersion model) {
    jdbc.sql("update request set model = ? where number = ?").params(model.id(), number).update();
  }

  /** Has a request follow another version; the form that opened it stays one of the version that it was opened on. */
  void follow(String number, ModelVersion model) {
    jdbc.sql("update request set opened_model = coalesce(opened_model, model), model = ? where number = ?").params(model.id(), number).update();
  }

  void setOutcome(String number, String outcome) {
    jdbc.sql("update request set outcome = ? where number = ?").params(outcome, number).update();
  }

  void end(String number, Request.State state, Instant at) {
    jdbc.sql("update request set state = ?, closed_at = ? where number = ?").params(state.name(), utc(at), number)
        .update();
    jdbc.sql("update tenure set during = tstzrange(lower(during), ?, '[)') where request = ? and upper_inf(during)")
        .params(utc(at), number).update();
  }

  /** Has a request wait for the last of its promises, and keeps how it will end then. */
  void endWork(String number, Ending ending, Instant at) {
    jdbc.sql("update request set work_ended_at = ?, ends_as = ?, ends_because = ? where number = ?")
        .params(utc(at), ending.as().name(), ending.because(), number).update();
  }

  Ending ending(String number) {
    return jdbc.sql("select ends_as, ends_because from request where number = ?").param(number).query((row, index) ->
        new Ending(Request.State.valueOf(row.getString("ends_as")), row.getString("ends_because"))).single();
  }

  /** How a request ends, and its outcome or why it was withdrawn. */
  record Ending(Request.State as, String because) {}

  void beginTenure(String number, String owner, String givenBy, String reason, Instant at) {
    jdbc.sql("update tenure set during = tstzrange(lower(during), ?, '[)') where request = ? and upper_inf(during)")
        .params(utc(at), number).update();
    jdbc.sql("insert into tenure (request, owner, during, given_by, reason) values (?, ?, tstzrange(?, null, '[)'), ?, ?)")
        .params(number, owner, utc(at), givenBy, reason).update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static Request request(ResultSet row, int index) throws SQLException {
    Timestamp closedAt = row.getTimestamp("closed_at");
    Timestamp workEndedAt = row.getTimestamp("work_ended_at");
    return new Request(new RequestNumber(row.getString("number")), row.getString("type"), row.getString("type_name"),
        new ModelVersion(row.getString("model")), Request.State.valueOf(row.getString("state")),
        row.getLong("customer"), row.getString("contract"), row.getString("owner"), row.getString("opener"),
        row.getTimestamp("opened_at").toInstant(), row.getTimestamp("due_at").toInstant(),
        closedAt == null ? null : closedAt.toInstant(), row.getString("outcome"),
        Channel.valueOf(row.getString("channel")), row.getString("told"), verification(row),
        row.getObject("interaction", Long.class), workEndedAt == null ? null : workEndedAt.toInstant(),
        new ModelVersion(Optional.ofNullable(row.getString("opened_model")).orElse(row.getString("model"))));
  }

  private static Verification verification(ResultSet row) throws SQLException {
    String method = row.getString("verification_method");
    return method == null ? null : new Verification(Verification.Method.valueOf(method),
        Verification.Result.valueOf(row.getString("verification_result")));
  }
}
