package io.stile.desk.web;

import io.stile.customer.Interaction;
import io.stile.customer.Interaction.Direction;
import io.stile.request.Reopenings;
import io.stile.request.Request;
import io.stile.request.Requests;
import org.springframework.stereotype.Component;

/** What a contact leads to: that the request is opened again at once, or that this is offered. */
@Component
class Contacts {

  private static final int QUOTED = 500;

  private final Reopenings reopenings;
  private final Requests requests;

  Contacts(Reopenings reopenings, Requests requests) {
    this.reopenings = reopenings;
    this.requests = requests;
  }

  /**
   * Offers to open a request again.
   *
   * @param contact id of the interaction because of which
   */
  record Offer(String number, String type, long contact) {}

  /** What was done, as a sentence; opens the request again if that was asked for. Joins the caller's unit of work. */
  String logged(Interaction contact, boolean reopen, String by) {
    if (!reopen) {
      return "The contact is logged.";
    }
    Request open = reopenings.reopen(contact.requestNumber(), by, reason(contact), contact.id());
    return "The contact is logged, and %s is open again.".formatted(open.number());
  }

  /** The offer after a contact of the customer about a request that has ended a short time ago; null for any other. */
  Offer offer(Interaction contact) {
    return contact.requestNumber() == null || contact.direction() != Direction.IN ? null
        : requests.byNumber(contact.requestNumber()).filter(reopenings::isPossible)
            .map(request -> new Offer(contact.requestNumber(), request.typeName(), contact.id())).orElse(null);
  }

  /** What was said, as the reason why a request is opened again; the whole of it stands in the contact. */
  static String reason(Interaction contact) {
    String said = contact.said();
    return said.codePointCount(0, said.length()) <= QUOTED ? said : said.substring(0, said.offsetByCodePoints(0, QUOTED)) + "…";
  }
}
