package io.stile.desk;

import io.stile.customer.Interaction;
import io.stile.customer.Interactions;
import io.stile.customer.NewInteraction;
import io.stile.draft.Drafts;
import io.stile.engine.UnitOfWork;
import io.stile.request.Journal;
import io.stile.request.JournalKind;
import io.stile.request.Request;
import io.stile.request.RequestRefused;
import io.stile.request.RequestRefused.Kind;
import io.stile.request.Requests;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Logs contacts with customers; one about a request stands in its journal, too, so that whoever works on it learns of it. */
@Service
public class ContactLog {

  private final Interactions interactions;
  private final Requests requests;
  private final Journal journal;
  private final Drafts drafts;
  private final UnitOfWork unitOfWork;

  ContactLog(Interactions interactions, Requests requests, Journal journal, Drafts drafts, UnitOfWork unitOfWork) {
    this.interactions = interactions;
    this.requests = requests;
    this.journal = journal;
    this.drafts = drafts;
    this.unitOfWork = unitOfWork;
  }

  /**
   * Keeps a contact, as of now.
   *
   * @throws io.stile.customer.InvalidCustomer if nothing was said, or too much
   * @throws RequestRefused if the request that it is about is not one of this customer's, or has ended meanwhile
   */
  public Interaction log(NewInteraction contact) {
    return log(contact, null);
  }

  /**
   * The same for a contact that was typed in a draft, which ends.
   *
   * @param draft id of the draft, or null
   */
  public Interaction log(NewInteraction contact, UUID draft) {
    return unitOfWork.of(() -> {
      drafts.sent(draft, contact.employee());
      if (contact.requestNumber() == null) {
        return interactions.log(contact);
      }
      String number = required(contact).number().value();
      Interaction logged = interactions.log(contact);
      journal.add(number, JournalKind.INTERACTION, contact.employee(), Map.of(
          "channel", word(contact.channel()), "direction", word(contact.direction()), "said", logged.said()));
      return logged;
    });
  }

  /**
   * Keeps a contact about a request, as of now.
   *
   * @param by sign-in name of who spoke with the customer
   * @throws io.stile.customer.InvalidCustomer if nothing was said, or too much
   * @throws RequestRefused if there is no such request, or it has ended meanwhile
   */
  public Interaction log(String number, Interaction.Channel channel, Interaction.Direction direction, String by,
      String said) {
    long customer = requests.byNumber(number).map(Request::customer).orElseThrow(
        () -> new RequestRefused(Kind.UNKNOWN, "There is no request " + number));
    return log(new NewInteraction(customer, number, channel, direction, by, said));
  }

  private Request required(NewInteraction contact) {
    Request request = requests.byNumber(contact.requestNumber())
        .filter(found -> found.customer() == contact.customer())
        .orElseThrow(() -> RequestRefused.invalid("request",
            "'%s' is no request of this customer; choose one of his, or none".formatted(contact.requestNumber())));
    if (!request.isOpen()) {
      throw new RequestRefused(Kind.CONFLICT, "%s is already %s; choose another one, or none"
          .formatted(request.number(), request.state().word()));
    }
    return request;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
