package io.stile.desk.web;

import io.stile.customer.Interaction.Channel;
import io.stile.customer.Interaction.Direction;
import io.stile.customer.Interactions;
import io.stile.customer.NewInteraction;
import io.stile.request.Journal;
import io.stile.request.JournalKind;
import io.stile.request.Requests;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Logs contacts about a request: with the customer, and in the request's journal. */
@Component
class Contacts {

  private final Requests requests;
  private final Interactions interactions;
  private final Journal journal;

  Contacts(Requests requests, Interactions interactions, Journal journal) {
    this.requests = requests;
    this.interactions = interactions;
    this.journal = journal;
  }

  /**
   * Keeps a contact, as of now.
   *
   * @throws io.stile.customer.InvalidCustomer if nothing was said, or too much
   */
  @Transactional
  void log(String number, Channel channel, Direction direction, String by, String said) {
    long customer = requests.byNumber(number).orElseThrow().customer();
    interactions.log(new NewInteraction(customer, number, channel, direction, by, said));
    journal.add(number, JournalKind.INTERACTION, by, Map.of("channel", channel.name().toLowerCase(Locale.ROOT)));
  }
}
