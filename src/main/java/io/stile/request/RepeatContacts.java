package io.stile.request;

import io.stile.customer.Interaction;
import io.stile.customer.Interaction.Channel;
import io.stile.customer.Interaction.Direction;
import io.stile.customer.InteractionLogged;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How often customers had to come back: their contacts about a request that was open already. The contact with which a
 * request was opened is none, and neither is one in which we reached the customer, or thanks after the end; the one because
 * of which a request is opened again is.
 */
@Component
public class RepeatContacts {

  private final JdbcClient jdbc;
  private final RequestTable requests;
  private final ApplicationEventPublisher events;

  RepeatContacts(JdbcClient jdbc, RequestTable requests, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.requests = requests;
    this.events = events;
  }

  /** While a request is being opened it does not have its interaction yet: the first one is neither counted nor told. */
  @EventListener
  void on(InteractionLogged logged) {
    Interaction contact = logged.interaction();
    if (contact.requestNumber() != null) {
      requests.byNumber(contact.requestNumber()).filter(request -> request.interaction() != null)
          .ifPresent(request -> hear(request, contact));
    }
  }

  private void hear(Request request, Interaction contact) {
    String number = request.number().value();
    boolean fromCustomer = contact.direction() == Direction.IN && contact.channel() != Channel.IN_HOUSE;
    if (fromCustomer && request.isOpen()) {
      count(contact.id(), number);
    }
    events.publishEvent(new RequestContacted(number, request.owner(), contact.id(), fromCustomer, contact.employee(),
        contact.said(), contact.at()));
  }

  /** Whether there is such an interaction, and it is about this request. */
  boolean isAbout(long contact, String request) {
    return jdbc.sql("select exists (select from interaction where id = ? and request_number = ?)").params(contact, request)
        .query(Boolean.class).single();
  }

  /** Counts a contact, once however often it is said; only of the customer, and only about this request. */
  void count(long contact, String request) {
    jdbc.sql("""
        insert into repeat_contact (interaction, request)
        select id, request_number from interaction where id = ? and request_number = ? and direction = 'IN' and channel <> 'IN_HOUSE'
        on conflict (interaction) do nothing""").params(contact, request).update();
  }

  /** What was said about one request counts for another from now on, its first contact included if it was another one. */
  void merge(Request merged, Request into) {
    String number = into.number().value();
    jdbc.sql("update repeat_contact set request = ? where request = ?").params(number, merged.number().value()).update();
    if (merged.interaction() != null && !merged.interaction().equals(into.interaction())) {
      count(merged.interaction(), number);
    }
  }

  /** How often the customer had to come back about a request. */
  public int of(String request) {
    return of(List.of(request)).getOrDefault(request, 0);
  }

  /** The same for several requests, by their numbers; one about which he never came back is missing. */
  public Map<String, Integer> of(Collection<String> requests) {
    Map<String, Integer> counts = new HashMap<>();
    jdbc.sql("select request, count(*) as contacts from repeat_contact where request = any(?) group by request")
        .param(requests.toArray(String[]::new)).query(row -> {
          counts.put(row.getString("request"), row.getInt("contacts"));
        });
    return counts;
  }

  /** The contact about a request that was the last to be counted: "3rd"; null if none was. */
  public String latest(String request) {
    int repeats = of(request);
    return repeats == 0 ? null : ordinal(repeats + 1);
  }

  /** "3rd contact" of a customer who came back twice; null of one who never did. */
  public static String words(Integer repeats) {
    return repeats == null || repeats == 0 ? null : ordinal(repeats + 1) + " contact";
  }

  private static String ordinal(int number) {
    int last = number % 100 / 10 == 1 ? 0 : number % 10;
    return number + switch (last) {
      case 1 -> "st";
      case 2 -> "nd";
      case 3 -> "rd";
      default -> "th";
    };
  }
}
