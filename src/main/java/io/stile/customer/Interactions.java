package io.stile.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Every contact with the customers: told once, kept for good. */
@Repository
public class Interactions {

  /** U+0000, and a surrogate without its other half: neither can be stored. */
  private static final Pattern UNKEEPABLE = Pattern.compile("[\\x00\\p{Cs}]");

  private final JdbcClient jdbc;
  private final Customers customers;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Interactions(JdbcClient jdbc, Customers customers, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.customers = customers;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Keeps a contact, as of now.
   *
   * @throws InvalidCustomer if nothing was said, or too much
   * @throws CustomerUnknown if there is no such customer
   */
  @Transactional
  public Interaction log(NewInteraction contact) {
    if (customers.byId(contact.customer()).isEmpty()) {
      throw new CustomerUnknown(contact.customer());
    }
    Interaction logged = jdbc.sql("""
        insert into interaction (customer, request_number, channel, direction, at, employee, said)
        values (?, ?, ?, ?, ?, ?, ?) returning *""")
        .params(contact.customer(), contact.requestNumber(), contact.channel().name(), contact.direction().name(),
            clock.instant().atOffset(ZoneOffset.UTC), contact.employee(), said(contact.said()))
        .query(Interactions::interaction).single();
    events.publishEvent(new InteractionLogged(logged));
    return logged;
  }

  /** Says of contacts that they were with another customer than it was thought. */
  @Transactional
  public void move(Collection<Long> contacts, long customer) {
    jdbc.sql("update interaction set customer = ? where id = any(?)").params(customer, contacts.toArray(Long[]::new)).update();
  }

  /** Says of all contacts about one request that they are about another one: the two are one from now on. */
  @Transactional
  public void moveAll(String request, String to) {
    jdbc.sql("update interaction set request_number = ? where request_number = ?").params(to, request).update();
  }

  /** The contact of that id, empty if there is none. */
  public Optional<Interaction> byId(long id) {
    return jdbc.sql("select * from interaction where id = ?").param(id).query(Interactions::interaction).optional();
  }

  /** The latest contacts with a customer, newest first. */
  public List<Interaction> of(long customer, int limit) {
    return jdbc.sql("select * from interaction where customer = ? order by at desc, id desc limit ?")
        .params(customer, limit).query(Interactions::interaction).list();
  }

  /** All contacts about a request, oldest first: as the story went. */
  public List<Interaction> ofRequest(String requestNumber) {
    return jdbc.sql("select * from interaction where request_number = ? order by at, id")
        .param(requestNumber).query(Interactions::interaction).list();
  }

  private static String said(String typed) {
    String said = typed == null ? "" : typed.strip();
    if (said.isEmpty() || said.length() > NewInteraction.MAX_LENGTH || UNKEEPABLE.matcher(said).find()) {
      throw new InvalidCustomer("said", typed, "1 to %d characters of text".formatted(NewInteraction.MAX_LENGTH));
    }
    return said;
  }

  private static Interaction interaction(ResultSet row, int index) throws SQLException {
    return new Interaction(row.getLong("id"), row.getLong("customer"), row.getString("request_number"),
        Interaction.Channel.valueOf(row.getString("channel")), Interaction.Direction.valueOf(row.getString("direction")),
        row.getTimestamp("at").toInstant(), row.getString("employee"), row.getString("said"));
  }
}
